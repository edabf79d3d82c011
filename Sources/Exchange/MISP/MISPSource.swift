import Foundation
import Ledger
import STIX

/// Files and folders of MISP events as an input of STIX objects: one event at a time in memory.
package struct MISPSource: ByteSource {
    /// What is told of each event, as it is reached.
    package enum Told: Sendable {
        case converted(MISPConversion, file: String)
        /// It could not be read; the others go on.
        case broken(file: String, sentence: String)
    }

    /// The longest file of events: all of it is read before any of it is converted.
    package static let mostBytes = 32 << 20
    /// What is read of each value takes far more memory than its bytes in the file.
    static let limits = ScanLimits(objectBytes: mostBytes, values: 1_000_000)

    private var files: [String]
    private var events: [(event: STIX.JSON, path: String)] = []
    private var file = ""
    private var pending: ArraySlice<UInt8> = []
    private let options: MISPConversion.Options
    private let tell: @Sendable (Told) -> Void

    /// - Parameter path: a file of events, or a folder: a feed with its `manifest.json`, or any JSON files.
    package init(
        _ path: String, _ options: MISPConversion.Options = .init(), tell: @escaping @Sendable (Told) -> Void
    ) throws {
        var options = options
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw ExchangeError(.unknownSource, "couldn't open \(path): there is no such file or folder")
        }
        if isFolder.boolValue {
            let names = try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(".json") }
                .sorted()
            // What is exported as a feed is published.
            if names.contains("manifest.json") { options.isPublished = true }
            files = names.filter { $0 != "manifest.json" }.map { "\(path)/\($0)" }
        } else {
            files = [path]
        }
        files.reverse()
        (self.options, self.tell) = (options, tell)
    }

    package mutating func next() throws -> [UInt8]? {
        while pending.isEmpty {
            if let (event, path) = events.popLast() {
                do {
                    let made = try MISPConversion(event, at: path, options)
                    pending = made.bytes[...]
                    tell(.converted(made, file: file))
                } catch let error as ExchangeError {
                    tell(.broken(file: file, sentence: error.sentence))
                }
                continue
            }
            guard let file = files.popLast() else { return nil }
            self.file = file
            do {
                events = try Self.events(in: Self.read(file)).reversed()
            } catch let error as ExchangeError {
                tell(.broken(file: file, sentence: error.sentence))
            }
        }
        let piece = pending.prefix(1 << 20)
        pending = pending.dropFirst(piece.count)
        return Array(piece)
    }

    private static func read(_ file: String) throws -> [UInt8] {
        guard let handle = FileHandle(forReadingAtPath: file) else {
            throw ExchangeError(.unknownSource, "couldn't open \(file): \(String(cString: strerror(errno)))")
        }
        defer { try? handle.close() }
        let bytes = try handle.read(upToCount: mostBytes + 1) ?? Data()
        guard bytes.count <= mostBytes else {
            throw ExchangeError(
                .tooLarge, "\(file) has more than \(mostBytes >> 20) MB; split it into one file for each event")
        }
        return Array(bytes)
    }

    /// The events of a document: `{"Event": …}`, `{"response": [{"Event": …}]}`, a list of either, or an event by itself.
    static func events(in bytes: [UInt8]) throws -> [(event: STIX.JSON, path: String)] {
        let tree: STIX.JSON
        do {
            tree = try STIX.JSON.parse(bytes, limits: limits)
        } catch let error as STIX.JSON.ParseError {
            throw ExchangeError(.malformed, "it is no MISP file: \(error.sentence) (byte \(error.offset))")
        }
        var found: [(event: STIX.JSON, path: String)] = []
        func look(_ value: STIX.JSON, _ path: String, _ depth: Int) {
            let prefix = path.isEmpty ? "" : path + "."
            if let event = value["Event"] {
                found.append((event, prefix + "Event"))
            } else if let response = value["response"], depth == 0 {
                look(response, prefix + "response", 1)
            } else if let elements = value.array, depth < 2 {
                for (index, element) in elements.enumerated() { look(element, "\(path)[\(index)]", 2) }
            } else if value["uuid"] != nil, value["info"] != nil {
                found.append((value, path.isEmpty ? "Event" : path))
            }
        }
        look(tree, "", 0)
        guard !found.isEmpty else { throw ExchangeError(.malformed, "there is no MISP event in it") }
        return found
    }

    /// Whether a file or folder looks like MISP's, by its first bytes.
    package static func recognises(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return false }
        if isFolder.boolValue { return true }
        guard let handle = FileHandle(forReadingAtPath: path) else { return false }
        defer { try? handle.close() }
        let start = String(decoding: (try? handle.read(upToCount: 512)) ?? Data(), as: UTF8.self)
        return start.prefixMatch(of: /\s*\[?\s*\{\s*"(Event|response)"\s*:/) != nil
    }
}
