import Foundation
import Ledger
import STIX
import Storage
import Web

/// A body on disk: it is read whole before anything of it is placed, and no sender's pace or size fills the memory.
///
/// The file has no name, so nothing of it outlives the process.
struct Spool: ByteSource {
    private let file: FileHandle

    /// - Parameter path: beside which the file is made.
    /// - Throws: `Problem.tooLarge`.
    init(_ body: some ByteSource, beside path: String) async throws {
        var body = body
        var template = Array((path + ".body-XXXXXX").utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else {
            throw StorageError(.system, "couldn't make a file for a body: \(String(cString: strerror(errno)))")
        }
        unlink(template)
        file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        while let piece = try await body.next() { try file.write(contentsOf: piece) }
        try rewind()
    }

    /// Of more objects it would be too much to say what became of each.
    static let mostObjects = 100_000

    /// Reads the body to its end.
    ///
    /// - Throws: 422 where that can't be done, or it has no objects; 413 where it has too many.
    func check() throws {
        try checkForm()
        var (scanner, count) = (ObjectScanner(), 0)
        do {
            while let piece = try next() {
                try scanner.feed(piece) { _ in count += 1 }
                guard count <= Self.mostObjects else {
                    throw TAXIIError(.tooLarge, "An envelope has at most \(Self.mostObjects) objects.")
                }
            }
            try scanner.finish { _ in count += 1 }
        } catch let error as StreamError {
            throw TAXIIError(
                .unprocessable, error.description,
                details: [.text("code", error.code.rawValue), .count("offset", error.offset)])
        }
        guard count > 0 else { throw TAXIIError(.unprocessable, "The envelope has no objects.") }
        try rewind()
    }

    /// Something else than STIX is named, with what to do about it.
    private func checkForm() throws {
        let start = try Array(file.read(upToCount: InputForm.lookedAt + 1) ?? Data())
        try rewind()
        let form = InputForm(start, isEnd: start.count <= InputForm.lookedAt)
        guard form != .stix else { return }
        let remedy = form == .gzip ? "Send it with `Content-Encoding: gzip`." : form.remedy
        throw TAXIIError(
            .unprocessable, "This is \(form.name), and no envelope of STIX objects. \(remedy)",
            details: [.text("code", form.rawValue)])
    }

    func next() throws -> [UInt8]? {
        guard let data = try file.read(upToCount: 1 << 20), !data.isEmpty else { return nil }
        return Array(data)
    }

    private func rewind() throws { try file.seek(toOffset: 0) }
}

/// A body without what it was packed with (RFC 9110 §8.4); bounds count what comes out.
struct UnpackedBody: ByteSource {
    private var source: any ByteSource

    /// - Throws: 415 for a packing that is not understood, with those that are.
    init(_ body: BodyStream, encoding: String?) throws {
        let codings = (encoding ?? "").lowercased().split(separator: ",").map { $0.filter { $0 != " " && $0 != "\t" } }
            .filter { $0 != "identity" }
        switch codings {
        case []: source = Plain(body: body)
        case ["gzip"], ["x-gzip"]:
            source = Gunzip(Plain(body: body), most: ExchangeDomain.taxii.longestBody)
        default:
            throw TAXIIError(
                .unsupportedMediaType, "The body may be packed with gzip, or not at all.",
                headers: [.init("Accept-Encoding", "gzip, identity")])
        }
    }

    /// - Throws: 413 where more comes out than a body may have, 422 where it is damaged.
    mutating func next() async throws -> [UInt8]? {
        do {
            return try await source.next()
        } catch let error as ExchangeError {
            throw error.code == .tooLarge
                ? Problem.tooLarge as any Error
                : TAXIIError(.unprocessable, "The body can't be unpacked: \(error.sentence).")
        }
    }

    private struct Plain: ByteSource {
        let body: BodyStream

        func next() async throws -> [UInt8]? { try await body.next() }
    }
}
