import Ledger
import STIX

/// Entries of known-good lists by their keys, wherever they are kept.
protocol KnownGoodEntries {
    /// The lengths that networks on the lists have, by version.
    var lengths: [IPPrefix.Version: [Int]] { get }
    /// Parts of values, in lower case.
    var substrings: [(text: String, list: String)] { get }
    var isEmpty: Bool { get }

    /// Names of the lists that have an entry under exactly this key.
    func lists(under key: [UInt8]) throws -> [String]
    /// Names of lists that have an entry under a key from the first on and before the second; some are enough.
    func lists(from: [UInt8], to: [UInt8]) throws -> [String]
}

/// Asks entries for many values.
struct KnownGoodLook {
    private let entries: any KnownGoodEntries
    /// Lists that another one of the same name stands for.
    private let replaced: Set<String>

    init(_ entries: any KnownGoodEntries, without replaced: Set<String> = []) {
        self.entries = entries
        self.replaced = replaced
    }

    /// The lists that a value is on: itself, its host, the network around it, or a part of it.
    func names(holding value: ObservableValue) throws -> Set<String> {
        guard !entries.isEmpty else { return [] }
        return try names(under: keys(of: value), value)
    }

    /// The lists that a value is on or touches: a network with a known address in it, a name with a known one below it.
    ///
    /// One page or mailbox of a known host is none of it where only that is blocked.
    func names(touching value: ObservableValue, for purpose: Harmless.Purpose) throws -> Set<String> {
        guard !entries.isEmpty else { return [] }
        let isOneOfMany = value.kind == .email || value.kind == .url && purpose == .blocking && !value.isWholeHost
        guard !isOneOfMany else { return try names(under: [ObservableKey(value).bytes], value, parts: false) }
        var found = try names(under: keys(of: value), value)
        if value.kind == .domain {
            // Names that are known by themselves, and those with all below them.
            for isHost in [false, true] {
                let key = ObservableKey(domain: value.text, isHost: isHost).bytes
                found.formUnion(try entries.lists(from: key, to: key.dropLast() + [UInt8(ascii: ".") + 1]))
            }
        }
        if let prefix = value.prefix, !prefix.isAddress {
            for length in entries.lengths[prefix.version] ?? [] where length > prefix.length {
                let head = Array(ObservableKey(prefix).bytes.prefix(1)) + [UInt8(length)]
                found.formUnion(
                    try entries.lists(from: head + prefix.firstAddress, to: head + prefix.lastAddress + [0]))
            }
        }
        return found.subtracting(replaced)
    }

    private func keys(of value: ObservableValue) -> [[UInt8]] {
        var keys = [ObservableKey(value).bytes]
        if let domain = value.domain {
            // Its labels stand from the last to the first, a dot behind each: what is above a name begins its key.
            let key = ObservableKey(domain: domain, isHost: true).bytes
            for (index, byte) in key.enumerated() where byte == UInt8(ascii: ".") { keys.append(Array(key[...index])) }
        }
        if let prefix = value.prefix {
            for length in entries.lengths[prefix.version] ?? [] where length <= prefix.length {
                keys.append(ObservableKey(prefix.shortened(to: length)).bytes)
            }
        }
        return keys
    }

    private func names(under keys: [[UInt8]], _ value: ObservableValue, parts: Bool = true) throws -> Set<String> {
        var found: Set<String> = []
        for key in keys { found.formUnion(try entries.lists(under: key)) }
        if parts, !entries.substrings.isEmpty {
            let text = value.text.lowercased()
            for (part, list) in entries.substrings where !found.contains(list) && text.contains(part) {
                found.insert(list)
            }
        }
        return found.subtracting(replaced)
    }
}

extension ObservableValue {
    /// Whether a URL is that of a host as a whole: it has no path, question or fragment.
    var isWholeHost: Bool {
        guard let scheme = text.firstRange(of: "://") else { return false }
        let rest = text[scheme.upperBound...].drop { $0 != "/" && $0 != "?" && $0 != "#" }
        return rest.isEmpty || rest == "/"
    }
}

/// The entries of the lists that ship with the program, in the order of their keys.
struct BundledEntries: KnownGoodEntries, Sendable {
    static let all = BundledEntries(Warninglist.bundled)

    private let entries: [(key: [UInt8], list: String)]
    let lengths: [IPPrefix.Version: [Int]]

    init(_ lists: [Warninglist]) {
        entries = lists.flatMap { list in
            list.entries.compactMap { list.key(of: $0) }.map { (key: $0, list: list.name) }
        }
        .sorted { $0.key.lexicographicallyPrecedes($1.key) }
        var lengths: [IPPrefix.Version: Set<Int>] = [:]
        for (key, _) in entries {
            guard let version = key.first.flatMap(IPPrefix.Version.init), key.count > 1 else { continue }
            lengths[version, default: []].insert(Int(key[1]))
        }
        self.lengths = lengths.mapValues { $0.sorted() }
    }

    var substrings: [(text: String, list: String)] { [] }
    var isEmpty: Bool { entries.isEmpty }

    func lists(under key: [UInt8]) -> [String] { lists(from: key, to: key + [0]) }

    func lists(from: [UInt8], to: [UInt8]) -> [String] {
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].key.lexicographicallyPrecedes(from) { low = middle + 1 } else { high = middle }
        }
        return entries[low...].prefix { $0.key.lexicographicallyPrecedes(to) }.map(\.list)
    }
}
