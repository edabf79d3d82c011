import Files
import Foundation

/// The folder that anybody can compute again: inputs, results, and a manifest with the hash of each.
package enum ResultsFolder {
    static let manifest = "manifest.json"

    /// What the manifest says.
    struct Manifest: Codable, Equatable {
        struct Entry: Codable, Equatable {
            let path: String
            let bytes: Int
            let sha256: String
        }

        /// The form of the folder.
        var format = 1
        /// The program that wrote it.
        let concord: String
        /// The edition that was asked for, where the data have several times.
        let time: Double?
        /// Where the random numbers come from; nil where there are none.
        let seed: UInt64?
        let inputs: Inputs
        let results: [Entry]

        struct Inputs: Codable, Equatable {
            let framework: Entry
            let data: Entry
            let indicators: Entry
        }
    }

    /// Writes a folder that appears under its name only when it is whole; who may read it is left to the umask, because
    /// results are made to be published.
    ///
    /// - Throws: `MeasureError` where something of that name is there already, or the disk refuses.
    static func write(_ files: [(path: String, bytes: [UInt8])], to stated: String) throws(MeasureError) {
        let manager = FileManager.default
        // `results/` is the folder `results`.
        var path = stated
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        guard !manager.fileExists(atPath: path) else {
            throw MeasureError("already-exists", "\(path) is there already; choose another folder, or move it away")
        }
        // A name that nothing else has: what lies beside the results is not ours to remove.
        let draft = "\(path).part-\(UUID().uuidString)"
        do {
            for file in files {
                let place = URL(filePath: draft).appending(path: file.path)
                try manager.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
                try OutputFile.write(file.bytes, to: place.path)
            }
            try manager.moveItem(atPath: draft, toPath: path)
        } catch {
            try? manager.removeItem(atPath: draft)
            let cause = (error as? FileError)?.sentence ?? error.localizedDescription
            throw MeasureError("unwritable", "couldn't write \(path): \(cause)")
        }
    }

    /// All that lies in a folder, by its way from it, and what it is; no link is followed.
    static func contents(of path: String) throws(MeasureError) -> [(path: String, type: FileAttributeType?)] {
        do {
            return try FileManager.default.subpathsOfDirectory(atPath: path).sorted().map { inside in
                let attributes = try FileManager.default.attributesOfItem(atPath: path + "/" + inside)
                return (inside, attributes[.type] as? FileAttributeType)
            }
        } catch {
            throw MeasureError("unreadable", "couldn't list \(path): \(error.localizedDescription)")
        }
    }

    static func entry(_ path: String, _ bytes: [UInt8]) -> Manifest.Entry {
        .init(path: path, bytes: bytes.count, sha256: InputFile.digest(bytes))
    }

    static func encoded(_ manifest: Manifest) throws(MeasureError) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        do {
            return Array(try encoder.encode(manifest)) + [0x0A]
        } catch {
            throw MeasureError("unwritable", "the manifest could not be written: \(error)")
        }
    }

    /// The manifest of a folder.
    ///
    /// - Throws: `MeasureError` where there is none, or one of another form, or one that leads out of the folder.
    static func manifest(of path: String) throws(MeasureError) -> Manifest {
        let file = try InputFile(path: path + "/" + manifest)
        let read: Manifest
        do {
            read = try JSONDecoder().decode(Manifest.self, from: Data(file.bytes))
        } catch {
            throw MeasureError("bad-manifest", "this is no manifest of results", at: .init(file: path + "/" + manifest))
        }
        guard read.format == 1 else {
            throw MeasureError("newer-format", "\(path) has the form \(read.format); this program reads the form 1")
        }
        for entry in [read.inputs.framework, read.inputs.data, read.inputs.indicators] + read.results {
            let parts = entry.path.split(separator: "/", omittingEmptySubsequences: false)
            guard !parts.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) else {
                throw MeasureError("bad-manifest", "\(entry.path) leads out of the folder", at: .init(file: manifest))
            }
        }
        return read
    }

    /// The inputs of a folder, exactly as they were when it was written.
    ///
    /// - Throws: `MeasureError` where one of them was changed since.
    package static func edition(of path: String) throws(MeasureError) -> FiledEdition {
        let manifest = try manifest(of: path)
        func file(_ entry: Manifest.Entry) throws(MeasureError) -> InputFile {
            let file = try InputFile(path: path + "/" + entry.path)
            guard file.digest == entry.sha256 else {
                throw MeasureError(
                    "changed", "\(path)/\(entry.path) is not what the results were computed from: its hash is another")
            }
            return file
        }
        let files = InputFiles(
            framework: try file(manifest.inputs.framework), data: try file(manifest.inputs.data),
            indicators: try file(manifest.inputs.indicators))
        return try FiledEdition(files, time: manifest.time)
    }
}
