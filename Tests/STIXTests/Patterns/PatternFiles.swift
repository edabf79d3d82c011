import Foundation
import STIX

/// The plain-text files of conformance, which script/compare-with-stix2-patterns reads too.
enum PatternFiles {
    /// The lines of a file, without comments and empty ones.
    static func lines(_ name: String) throws -> [String] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Conformance")
        let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        return text.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
    }

    /// Lines of a code and a pattern.
    static func coded(_ name: String) throws -> [(code: String, pattern: String)] {
        try lines(name).map { line in
            let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
            return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
        }
    }

    /// One line of matches.txt that expects something, with the data above it.
    struct Case: CustomStringConvertible, Sendable {
        let scene: String
        let data: [ObservedData]
        let pattern: String
        let isMatch: Bool
        var description: String { "\(scene): \(pattern)" }
    }

    static func cases() throws -> [Case] {
        var cases: [Case] = []
        var scene = ""
        var reader = ObservedDataReader()
        var data: [ObservedData] = []
        var pending: (name: String, first: String, last: String, count: String, refs: [String])?
        func close() throws {
            guard let one = pending else { return }
            pending = nil
            let refs = one.refs.map { "\"\($0)\"" }.joined(separator: ",")
            try reader.add(
                Array(
                    """
                    {"type":"observed-data","id":"observed-data--\(one.name)","first_observed":"\(one.first)",\
                    "last_observed":"\(one.last)","number_observed":\(one.count),"object_refs":[\(refs)]}
                    """.utf8))
            data = try reader.observations()
        }
        for line in try lines("matches.txt") {
            if line.hasPrefix("== ") {
                try close()
                (scene, reader, data) = (String(line.dropFirst(3)), ObservedDataReader(), [])
            } else if line.hasPrefix("data ") {
                try close()
                let words = line.split(separator: " ").map(String.init)
                pending = (words[1], words[2], words[3], words[4], [])
            } else if line.hasPrefix("{") {
                try reader.add(Array(line.utf8))
                pending?.refs.append(try JSON.parse(Array(line.utf8))["id"]?.string ?? "")
            } else {
                try close()
                let isMatch = line.hasPrefix("match ")
                let pattern = String(line.dropFirst(isMatch ? 6 : 9))
                cases.append(Case(scene: scene, data: data, pattern: pattern, isMatch: isMatch))
            }
        }
        return cases
    }
}
