import Foundation
import Hall
import Ledger
import STIX
import Storage
import Synchronization
import Testing
import Web

@testable import concord

/// Files that people bring with a form.
struct FileFormTests {
    private func body(_ fields: [(String, String)], file: [UInt8]?, name: String = "law.pdf") -> [UInt8] {
        var bytes: [UInt8] = []
        for (field, value) in fields {
            bytes += Array("--B\r\nContent-Disposition: form-data; name=\"\(field)\"\r\n\r\n\(value)\r\n".utf8)
        }
        bytes += Array(
            "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(file == nil ? "" : name)\"\r\n".utf8)
        bytes += Array("Content-Type: application/pdf\r\n\r\n".utf8) + (file ?? []) + Array("\r\n--B--\r\n".utf8)
        return bytes
    }

    /// Sends a form with a file, as a browser does.
    private func bring(
        _ file: [UInt8]?, name: String = "law.pdf", into collection: String, as session: String, of records: Records,
        token: String? = nil, breakingOffAt most: Int = .max
    ) async throws -> Answer {
        let all = body(
            [
                (FormToken.field, token ?? FormToken.of(session: session)), ("collection", collection), ("name", ""),
            ], file: file, name: name)
        let rest = Mutex(all.prefix(most))
        let stream = BodyStream(length: nil, most: 64 << 20) {
            rest.withLock { rest in
                guard !rest.isEmpty else { return nil }
                defer { rest = rest.dropFirst(1_000) }
                return Array(rest.prefix(1_000))
            }
        }
        let endpoint = try #require(
            records.world.endpoints.first { $0.method == .post && $0.path.description == "/files" })
        let request = try WebRequest(
            path: "/files", contentType: "multipart/form-data; boundary=B",
            cookie: "\(Credentials.cookieName(secure: false))=\(session)", body: stream)
        return await endpoint.answer(to: request, in: records.world.compose.door.gateway)
    }

    @Test func `a file is brought by a form, stands beside its object, and is read by whoever reads that`() async throws
    {
        let records = try await Records(showing: ["law"])
        let bytes = (0..<50_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let place = try await records.collection("g")
        let form = try await records.page("/files", as: records.member)
        #expect(form.contains("multipart/form-data") && form.contains(place))
        #expect(try await !form.contains(records.collection("public")), "a member may not publish there")
        let done = try records.follow(
            try await bring(bytes, name: "C:\\texts/law of 2026.pdf", into: place, as: records.member, of: records))
        let id = try #require(done.firstMatch(of: /file--[0-9a-f-]+/)).0
        let page = try await records.page("/objects/\(id)", as: records.desk)
        #expect(page.contains("law of 2026.pdf") && !page.contains("C:"))
        #expect(try await records.world.ask("/objects/\(id)", session: nil).status == 404)
        #expect(try await records.world.ask("/objects/\(id)/file", session: nil).status == 404)
        let blobs = try await records.world.ledger.blobSpaces().total
        #expect(blobs.blobs == 1 && blobs.bytes == bytes.count)
        // The same again is the same.
        let again = try records.follow(
            try await bring(bytes, name: "law of 2026.pdf", into: place, as: records.member, of: records))
        #expect(again.contains(id))
        // The form of a law proposes it.
        let law = try await records.page("/drafts/new?kind=record&of=law", as: records.desk)
        #expect(law.contains("href=\"/files"))
    }

    @Test func `no file, no place, another's place and another site's form bring nothing`() async throws {
        let records = try await Records()
        let (place, open) = (try await records.collection("g"), try await records.collection("public"))
        #expect(try await bring(nil, into: place, as: records.member, of: records).status == 422)
        for wrong in ["", open, "00000000-0000-4000-8000-000000000000"] {
            #expect(try await bring([1], into: wrong, as: records.member, of: records).status == 422)
        }
        #expect(try await bring([1], into: place, as: records.member, of: records, token: "x").status == 403)
        #expect(try await bring([1], into: place, as: String(repeating: "a", count: 43), of: records).status == 401)
        // A line that breaks off leaves nothing behind.
        let broken = try await bring(
            [UInt8](repeating: 7, count: 9_000), into: place, as: records.member, of: records, breakingOffAt: 5_000)
        #expect(broken.status == 400)
        #expect(try await records.world.ledger.blobSpaces().total.blobs == 0)
        let collection = try #require(try await Reader.machine(of: records.world.ledger).collection("g"))
        try await records.world.ledger.setBlobQuota(10, of: collection.id)
        #expect(
            try await bring([UInt8](repeating: 7, count: 11), into: place, as: records.member, of: records).status
                == 422)
        // Files are not reviewed, so they go nowhere where everything is.
        try await records.world.ledger.setReview(.agreement, of: "g")
        #expect(try await bring([1], into: place, as: records.desk, of: records).status == 422)
    }
}
