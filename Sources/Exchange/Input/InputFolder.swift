import Files
import Foundation

/// A folder that was given as an input.
package enum InputFolder {
    /// What a folder is.
    package enum Content: Sendable {
        /// A feed of MISP: a manifest and its events.
        case mispFeed
        /// Files to be read one by one, in the order of their names, and names of what is passed over.
        case files([String], passedOver: [String])
    }

    /// Nil where the path is no folder.
    package static func content(of path: String) throws -> Content? {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
            return nil
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
        if names.contains("manifest.json"), try isManifest("\(path)/manifest.json") { return .mispFeed }
        var (files, passedOver) = ([String](), [String]())
        for name in names where !name.hasPrefix(".") {
            let place = "\(path)/\(name)"
            let type = try FileManager.default.attributesOfItem(atPath: place)[.type] as? FileAttributeType
            let isInput = type == .typeRegular && endings.contains { name.lowercased().hasSuffix($0) }
            if isInput { files.append(place) } else { passedOver.append(name) }
        }
        guard !files.isEmpty else {
            throw ExchangeError(
                .malformed, "\(path) is a folder without \(endings.dropLast().joined(separator: ", ")) files")
        }
        return .files(files, passedOver: passedOver)
    }

    private static let endings = [".json", ".stix", ".jsonl", ".ndjson", ".json.gz", ".jsonl.gz"]

    private static func isManifest(_ path: String) throws -> Bool {
        // What is no file, a pipe that nobody writes to above all, is passed over like its like.
        guard let file = try? OpenedFile(path) else { return false }
        let start = try file.peek(InputForm.lookedAt + 1)
        // An empty manifest is that of a feed without events.
        let form = InputForm(start, isEnd: start.count <= InputForm.lookedAt)
        return form == .mispManifest || start.count < 16
    }
}
