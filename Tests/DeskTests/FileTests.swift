import Foundation
import Hall
import Ledger
import STIX
import Storage
import Synchronization
import Testing
import TestSupport
import Web

/// The file that an object names, on its page and behind its addresses.
@Suite struct FileTests {
    private static let bytes = Array("<html><script>alert(1)</script> as somebody sent it</html>".utf8)

    private static func gateway(_ alias: String) async throws -> (gateway: DeskGateway, object: BlobObservable) {
        let gateway = try await DeskGateway()
        let draft = try await gateway.ledger.draftBlob(for: alias)
        try await draft.write(bytes)
        let received = try await draft.finish()
        let marking = try await gateway.collection(alias).defaultMarking
        let object = try BlobObservable(
            received.hash, size: received.size, name: "page.html", mediaType: "text/html", marking: marking)
        let plan = PlannedPlacement(
            [object.bytes], bringing: [Deposit(received, mediaType: "text/html")],
            into: try await gateway.collection(alias), by: .organisation(gateway.ledger.gateway.id))
        let report = try #require(await gateway.ledger.say([plan]).first)
        #expect(report.placed == 1 && report.withFindings == 0)
        return (gateway, object)
    }

    private static func body(_ answer: Answer) async throws -> [UInt8] {
        guard let stream = answer.stream else { return answer.body }
        let box = Box()
        try await stream.write { await box.add($0) }
        return await box.bytes
    }

    private actor Box {
        var bytes: [UInt8] = []
        func add(_ piece: [UInt8]) { bytes += piece }
    }

    @Test func `whoever reads the object gets the file, as something to save`() async throws {
        let (gateway, object) = try await Self.gateway("group")
        let place = try await gateway.collection("group").id
        for address in ["/objects/\(object.id)/file", "/logs/\(place)/blob/\(BlobHash(of: Self.bytes))"] {
            let answer = try await gateway.ask("member", address)
            #expect(answer.status == 200 && answer.contentType == "application/octet-stream")
            #expect(answer.keeping == .own && answer.etag == "\"\(BlobHash(of: Self.bytes))\"")
            #expect(answer.headers.contains { $0.name == "Content-Disposition" && $0.value.hasPrefix("attachment;") })
            #expect(try await Self.body(answer) == Self.bytes)
        }
        let page = try await gateway.ask("member", "/objects/\(object.id)").text
        #expect(page.contains("/objects/\(object.id)/file") && page.contains("\(Self.bytes.count) bytes"))
    }

    @Test func `a part of a file that was altered on the disk is told by the status, and to the operator`() async throws
    {
        let (gateway, object) = try await Self.gateway("public")
        let (address, hash) = ("/objects/\(object.id)/file", "\(BlobHash(of: Self.bytes))")
        let place = URL(filePath: "\(gateway.ledger.directory.blobs)/\(hash.prefix(2))/\(hash)")
        var altered = Self.bytes
        altered[40] ^= 1
        try Data(altered).write(to: place)
        let told = Mutex<[String]>([])
        let answer = try await gateway.ask(nil, address, range: "bytes=1-4") { error in
            told.withLock { $0.append("\(error)") }
        }
        #expect(answer.status == 500 && answer.stream == nil)
        #expect(
            told.withLock(\.self).allSatisfy { $0.contains("the file \(hash) was altered") }
                && !told.withLock(\.isEmpty))
        try Data(Self.bytes).write(to: place)
        let whole = try await gateway.ask(nil, address, range: "bytes=1-4")
        #expect(whole.status == 206)
        #expect(try await Self.body(whole) == Array(Self.bytes[1...4]))
        // Altered after it was looked through: the answer has begun, and none of its bytes are sent.
        try Data(altered).write(to: place)
        let begun = try await gateway.ask(nil, address, range: "bytes=1-4")
        await #expect(throws: StorageError.self) { try await Self.body(begun) }
    }

    @Test func `hidden and absent are one answer`() async throws {
        let (gateway, object) = try await Self.gateway("group")
        let place = try await gateway.collection("group").id
        let hash = "\(BlobHash(of: Self.bytes))"
        let other = String(hash.reversed())
        for person in [nil, "stranger"] {
            for (hidden, absent) in [
                ("/objects/\(object.id)/file", "/objects/file--00000000-0000-4000-8000-000000000000/file"),
                ("/logs/\(place)/blob/\(hash)", "/logs/\(place)/blob/\(other)"),
                ("/logs/\(place)/blobs", "/logs/00000000-0000-4000-8000-000000000000/blobs"),
            ] {
                let (one, two) = (try await gateway.ask(person, hidden), try await gateway.ask(person, absent))
                #expect(one.status == 404 && one == two)
            }
        }
        let page = try await gateway.ask("member", "/logs/\(place)/blob/\(other)")
        #expect(page.status == 404)
    }

    @Test func `who places an object of that hash elsewhere gets nothing there`() async throws {
        let (gateway, object) = try await Self.gateway("desk")
        // The same identifier and hash, without the marking that stands in the way.
        let same =
            #"{"type":"file","spec_version":"2.1","id":"\#(object.id)","hashes":"#
            + #"{"SHA-256":"\#(BlobHash(of: Self.bytes))"},"name":"page.html"}"#
        try await gateway.admit(same, into: "group")
        let answer = try await gateway.ask("member", "/objects/\(object.id)/file")
        #expect(answer.status == 404)
        #expect(try await !gateway.ask("member", "/objects/\(object.id)").text.contains("\(object.id)/file\""))
    }

    @Test func `a list of the files goes on behind any of them`() async throws {
        let (gateway, _) = try await Self.gateway("public")
        let place = try await gateway.collection("public").id
        let hash = "\(BlobHash(of: Self.bytes))"
        #expect(try await gateway.ask(nil, "/logs/\(place)/blobs").text == "\(hash) \(Self.bytes.count)\n")
        #expect(try await gateway.ask(nil, "/logs/\(place)/blobs?after=\(hash)").text == "")
        #expect(try await gateway.ask(nil, "/logs/\(place)/blobs?after=nonsense").status == 400)
    }

    @Test func `what was withdrawn or erased has no file`() async throws {
        let (gateway, object) = try await Self.gateway("public")
        _ = try await gateway.ledger.withdraw(object.id, from: "public", reason: "r")
        #expect(try await gateway.ask(nil, "/objects/\(object.id)/file").status == 404)
        #expect(try await !gateway.ask(nil, "/objects/\(object.id)").text.contains("\(object.id)/file\""))
        _ = try await gateway.ledger.erase(object.id, reason: "r")
        #expect(try await gateway.ask("admin", "/objects/\(object.id)/file").status == 404)
    }
}
