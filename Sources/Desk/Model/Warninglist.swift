package import Foundation
import Ledger
import STIX

/// A list of values that are known to be harmless, in the JSON form of MISP warninglists.
package struct Warninglist: Sendable, Hashable {
    /// How its entries are compared with a value.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The value is the entry.
        case string
        /// The value is the name or one below it, or its URL or mail address is at one.
        case hostname
        /// The address is in the network, or its URL is at one that is.
        case cidr
        /// The value has the entry in it.
        case substring
    }

    package let name: String
    package let description: String
    package let version: Int
    package let kind: Kind
    package let entries: [String]

    /// Most bytes of a file.
    package static let mostBytes = 128 << 20
    /// Most entries of a list that is asked by index, and of one that is read through for each value.
    package static let mostEntries = 2_000_000
    package static let mostSubstrings = 1_000

    /// Reads a warninglist.
    ///
    /// - Throws: ``WarninglistError``; a list of regular expressions is refused, because one of others' making can take for ever.
    package init(json: Data) throws(WarninglistError) {
        let file: File
        do {
            file = try JSONDecoder().decode(File.self, from: json)
        } catch {
            throw WarninglistError("it is no warninglist: it needs name, type and list (of texts)")
        }
        guard file.type != "regex" else {
            throw WarninglistError(
                "\(file.name) is a list of regular expressions, which are not taken: one can make every check slow")
        }
        guard let kind = Kind(rawValue: file.type) else {
            throw WarninglistError(
                "\(file.name) is of the type \(file.type); known are string, hostname, cidr and substring")
        }
        guard (1...200).contains(file.name.utf8.count), file.description?.utf8.count ?? 0 <= 4_000 else {
            throw WarninglistError("its name has more than 200 bytes or none, or its description more than 4,000")
        }
        let most = kind == .substring ? Self.mostSubstrings : Self.mostEntries
        guard file.list.count <= most else {
            throw WarninglistError(
                "\(file.name) has \(file.list.count) entries; \(kind.rawValue) lists are taken up to \(most)")
        }
        if let index = file.list.firstIndex(where: { $0.isEmpty || $0.utf8.count > 2_048 }) {
            throw WarninglistError("entry \(index + 1) of \(file.name) is empty or longer than 2,048 bytes")
        }
        if kind == .cidr, let index = file.list.firstIndex(where: { IPPrefix($0) == nil }) {
            throw WarninglistError("entry \(index + 1) of \(file.name), \(file.list[index]), is no network")
        }
        name = file.name
        description = file.description ?? ""
        version = file.version ?? 0
        self.kind = kind
        entries = file.list
    }

    /// A list that ships with the program; its entries between white space.
    init(name: String, description: String, version: Int, kind: Kind, _ entries: String) {
        self.name = name
        self.description = description
        self.version = version
        self.kind = kind
        self.entries = entries.split(whereSeparator: \.isWhitespace).map(String.init)
    }

    private struct File: Decodable {
        let name: String
        let description: String?
        let version: Int?
        let type: String
        let list: [String]
    }

    /// Under which key an entry is asked for; nil for one that no value can equal.
    func key(of entry: String) -> [UInt8]? {
        switch kind {
        case .string: ObservableValue(entry).map { ObservableKey($0).bytes }
        case .cidr: IPPrefix(entry).map { ObservableKey($0).bytes }
        case .hostname:
            if let prefix = IPPrefix(entry) {
                ObservableKey(prefix).bytes
            } else {
                ObservableValue(entry.drop { $0 == "." })?.domain.map { ObservableKey(domain: $0, isHost: true).bytes }
            }
        case .substring: [KnownGood.substring] + ObservableKey(text: entry).bytes
        }
    }
}

/// Why a warninglist was not taken.
package struct WarninglistError: Error, Equatable, CustomStringConvertible {
    package let description: String

    package init(_ sentence: String) { description = sentence }
}
