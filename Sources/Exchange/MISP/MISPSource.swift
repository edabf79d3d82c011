import Foundation
import Ledger
import STIX

/// Files and folders of MISP events as an input of STIX objects: one event at a time, and one part of it after the other.
package struct MISPSource: ByteSource {
    /// What is told of each event, as it is reached.
    package enum Told: Sendable {
        /// A field that was left out.
        case lost(MISPLoss, event: String, file: String)
        case converted(event: String, file: String)
        /// It could not be read; the others go on.
        case broken(file: String, sentence: String)
    }

    /// The longest file of events.
    package static var mostBytes: Int { MISPText.mostBytes }

    private var files: [String]
    private var document: MISPDocument?
    private var index = 0
    private var conversion: MISPConversion?
    private var file = ""
    private let options: MISPConversion.Options
    private let tell: @Sendable (Told) -> Void

    /// - Parameter path: a file of events, or a folder: a feed with its `manifest.json`, or any JSON files.
    package init(
        _ path: String, _ options: MISPConversion.Options = .init(), tell: @escaping @Sendable (Told) -> Void
    ) throws {
        var options = options
        guard let isFolder = Self.isFolder(path) else {
            throw ExchangeError(.unknownSource, "couldn't open \(path): there is no such file or folder")
        }
        if isFolder {
            let names = try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(".json") }
                .sorted()
            // What is exported as a feed is published.
            if names.contains("manifest.json") {
                options.isPublished = true
                Self.tellMissing(in: path, names, tell)
            }
            files = names.filter { $0 != "manifest.json" }.map { "\(path)/\($0)" }
        } else {
            files = [path]
        }
        files.reverse()
        (self.options, self.tell) = (options, tell)
    }

    /// Events of a file that has been read already.
    ///
    /// - Parameter file: what it is called where something is told of it.
    package init(
        _ bytes: [UInt8], file: String, _ options: MISPConversion.Options = .init(),
        tell: @escaping @Sendable (Told) -> Void
    ) throws {
        guard bytes.count <= MISPText.mostBytes else { throw Self.tooLarge(file, MISPText.mostBytes) }
        (files, self.file, self.options, self.tell) = ([], file, options, tell)
        document = try MISPDocument(bytes)
    }

    private static func tooLarge(_ file: String, _ limit: Int) -> ExchangeError {
        ExchangeError(.tooLarge, "\(file) has more than \(limit >> 20) MB; split it into one file for each event")
    }

    package mutating func next() throws -> [UInt8]? {
        while true {
            if let conversion {
                if let piece = conversion.next() { return piece }
                tell(.converted(event: conversion.event, file: file))
                self.conversion = nil
            } else if let document, index < document.events.count {
                attempt { source in
                    let event = document.events[source.index]
                    source.index += 1
                    let (file, tell, name) = (source.file, source.tell, document.name(of: event))
                    source.conversion = try MISPConversion(
                        event, of: document.text, source.options,
                        MISPAccount { tell(.lost($0, event: name, file: file)) })
                }
            } else {
                document = nil
                guard let file = files.popLast() else { return nil }
                self.file = file
                attempt { source in
                    source.document = try MISPDocument(Self.read(file, limit: MISPText.mostBytes))
                    source.index = 0
                }
            }
        }
    }

    private mutating func attempt(_ body: (inout MISPSource) throws -> Void) {
        do { try body(&self) } catch {
            tell(.broken(file: file, sentence: (error as? ExchangeError)?.sentence ?? "\(error)"))
        }
    }

    /// Tells which events of a manifest have no file beside it.
    private static func tellMissing(in folder: String, _ names: [String], _ tell: (Told) -> Void) {
        let path = "\(folder)/manifest.json"
        do {
            var manifest = MISPManifest(at: path)
            try manifest.take(read(path, limit: MISPManifest.mostBytes))
            try manifest.finish()
            let here = Set(names.map { $0.lowercased() })
            for uuid in manifest.events.keys.sorted() where !here.contains("\(uuid).json") {
                tell(
                    .broken(
                        file: "\(folder)/\(uuid).json", sentence: "the manifest names it, and there is no such file"))
            }
        } catch {
            tell(.broken(file: path, sentence: error.sentence))
        }
    }

    /// Nil where there is nothing at the path.
    private static func isFolder(_ path: String) -> Bool? {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) ? isFolder.boolValue : nil
    }

    /// Reads a regular file: a pipe or a device has no end that could be waited for.
    private static func read(_ file: String, limit: Int) throws(ExchangeError) -> [UInt8] {
        let descriptor = open(file, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw ExchangeError(.unknownSource, "couldn't open \(file): \(String(cString: strerror(errno)))")
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw ExchangeError(.unknownSource, "\(file) is no regular file")
        }
        guard status.st_size <= limit else { throw tooLarge(file, limit) }
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
            while count < buffer.count {
                let got = Foundation.read(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
                guard got > 0 else {
                    if got < 0 { failure = errno }
                    return
                }
                count += got
            }
        }
        guard failure == 0 else {
            throw ExchangeError(.unknownSource, "couldn't read \(file): \(String(cString: strerror(failure)))")
        }
        return bytes
    }
}
