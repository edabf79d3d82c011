import Foundation
import NIOHTTP1
import STIX
import Synchronization
import Testing

@testable import Exchange
@testable import Outside

@Suite struct MISPFeedTests {
    /// A folder of files behind an address, without a network.
    final class FakeFolder: Sendable {
        static let address = "https://feed.example/misp/"
        struct File {
            var status = 200
            var headers: [(String, String)] = []
            var bytes: [UInt8]
            /// Sent again and again, for an answer that doesn't end.
            var repeats = 1
        }

        private let state = Mutex<(files: [String: File], asked: [String])>(([:], []))

        var asked: [String] { state.withLock { $0.asked } }
        func forget() { state.withLock { $0.asked = [] } }
        subscript(_ name: String) -> File? {
            get { state.withLock { $0.files[name] } }
            set { state.withLock { $0.files[name] = newValue } }
        }

        /// Events with their timestamps, and a manifest that names them.
        func put(_ events: [(number: Int, timestamp: Int)]) {
            for (number, timestamp) in events {
                self["\(MISPFeedTests.uuid(number)).json"] = File(
                    bytes: Array(MISPFeedTests.event(number, timestamp).utf8))
            }
            manifest(events.map { (MISPFeedTests.uuid($0.number), "\"\($0.timestamp)\"") })
        }

        func manifest(_ events: [(name: String, timestamp: String)]) {
            let members = events.map { #""\#($0.name)":{"info":"x","timestamp":\#($0.timestamp)}"# }
            self["manifest.json"] = File(bytes: Array("{\(members.joined(separator: ","))}".utf8))
        }

        var transport: PeerTransport {
            PeerTransport { request in
                let name = String(request.address.dropFirst(Self.address.count))
                let file = self.state.withLock { state in
                    state.asked.append(name)
                    return state.files[name] ?? File(status: 404, bytes: [])
                }
                return PeerAnswer(status: file.status, headers: HTTPHeaders(file.headers)) { take in
                    for _ in 0..<file.repeats { try await take(file.bytes) }
                }
            }
        }
    }

    static func uuid(_ number: Int) -> String { "5f0e2a11-1b1c-4c55-9a3e-" + String(format: "%012x", 0xF000 + number) }

    static func event(_ number: Int, _ timestamp: Int) -> String {
        """
        {"Event":{"uuid":"\(uuid(number))","info":"Event \(number) of \(timestamp)","date":"2025-12-05",
        "timestamp":"\(timestamp)","Orgc":{"uuid":"5f0e2a11-1b1c-4c55-9a3e-0a1b2c3d4e60","name":"CSIRT of Examplia"},
        "Tag":[{"name":"tlp:green"}],"Attribute":[{"uuid":"5f0e2a11-1b1c-4c55-9a3e-\(String(format: "%012x", number))",
        "type":"domain","category":"Network activity","value":"bad\(number).example","to_ids":true,"timestamp":"1765000000"}]}}
        """
    }

    private struct Reading {
        let gateway: FeedGateway
        let folder = FakeFolder()

        init() async throws {
            gateway = try await FeedGateway()
            _ = try await gateway.sources.add(
                "ISAC", kind: .misp, address: FakeFolder.address, into: "desk", interval: 900)
        }

        func visit(patience: Duration? = nil) async throws -> PollRun.Outcome {
            let folder = folder
            return try await PollRun(gateway.sources, feeds: PollRun.feeds) { settings, body in
                try await body(try PeerClient(folder.transport, settings.credentials))
            }.visit("ISAC", patience: patience)
        }

        /// What the source is said to have come to.
        func said() async throws -> String { try await gateway.sources.named("ISAC").state ?? "" }

        func indicators() async throws -> [String] {
            try await gateway.ids().filter { $0.hasPrefix("indicator--") }.map { String($0.suffix(2)) }
        }
    }

    @Test func `the first visit brings everything, an unchanged manifest nothing, a changed event itself`() async throws
    {
        let reading = try await Reading()
        reading.folder.put([(1, 1_765_000_100), (2, 1_765_000_200), (3, 1_765_000_300)])
        let first = try #require(try await reading.visit().count)
        // Their author comes with each of them.
        #expect(first.placed == 7 && first.known == 2 && first.quarantined == 0)
        #expect(try await reading.indicators() == ["01", "02", "03"])
        #expect(reading.folder.asked.count == 4)

        reading.folder.forget()
        #expect(try await reading.visit().count == PollCount())
        #expect(reading.folder.asked == ["manifest.json"])

        reading.folder.forget()
        reading.folder.put([(1, 1_765_000_100), (2, 1_765_000_999), (3, 1_765_000_300)])
        let third = try #require(try await reading.visit().count)
        #expect(reading.folder.asked == ["manifest.json", "\(Self.uuid(2)).json"])
        // The report alone has a new version.
        #expect(third.placed == 1)
    }

    @Test func `a broken event is told and keeps no other back; it is asked for again`() async throws {
        let reading = try await Reading()
        reading.folder.put((1...6).map { ($0, 1_765_000_000 + $0) })
        reading.folder["\(Self.uuid(1)).json"] = .init(bytes: Array("{\"Event\":{".utf8))
        reading.folder["\(Self.uuid(2)).json"] = .init(bytes: Array(Self.event(7, 1).utf8))
        reading.folder["\(Self.uuid(3)).json"] = nil
        reading.folder["\(Self.uuid(4)).json"] = .init(status: 500, bytes: [])
        reading.folder["\(Self.uuid(5)).json"] = .init(bytes: Array(repeating: 0x20, count: 1 << 20), repeats: 65)
        #expect(try await reading.visit().count?.placed ?? 0 > 0)
        #expect(try await reading.indicators() == ["06"])
        let said = try await reading.said()
        for number in 1...5 { #expect(said.contains(Self.uuid(number)), "\(said)") }
        #expect(said.contains("another event than its name says") && said.contains("no MISP file"))

        reading.folder.put((1...6).map { ($0, 1_765_000_000 + $0) })
        reading.folder.forget()
        _ = try await reading.visit()
        #expect(reading.folder.asked.count == 6 && !reading.folder.asked.contains("\(Self.uuid(6)).json"))
        #expect(try await reading.indicators() == ["01", "02", "03", "04", "05", "06"])
    }

    @Test func `what came before a failure stays, and the next visit goes on behind it`() async throws {
        let reading = try await Reading()
        reading.folder.put([(1, 1_765_000_100), (2, 1_765_000_200), (3, 1_765_000_300)])
        reading.folder["\(Self.uuid(2)).json"] = .init(status: 503, headers: [("Retry-After", "7200")], bytes: [])
        let problem = try #require(try await reading.visit().problem)
        #expect(problem.code == .busy && problem.retryAfter == 7200)
        #expect(try await reading.indicators() == ["01"])
        reading.folder.forget()
        reading.folder.put([(1, 1_765_000_100), (2, 1_765_000_200), (3, 1_765_000_300)])
        _ = try await reading.visit()
        #expect(!reading.folder.asked.contains("\(Self.uuid(1)).json"))
        #expect(try await reading.indicators() == ["01", "02", "03"])
    }

    @Test func `a cursor that was not kept costs reading again, and adds nothing`() async throws {
        let reading = try await Reading()
        reading.folder.put([(1, 1_765_000_100), (2, 1_765_000_200)])
        _ = try await reading.visit()
        let size = try await reading.gateway.entries()
        // As after a crash between the placing and the cursor, and with a cursor of somebody else.
        for lost in ["{}", "no JSON", "{\"\(Self.uuid(1))\":\"text\"}"] {
            let id = try await reading.gateway.sources.named("ISAC").settings.id
            try await reading.gateway.sources.keep(lost, of: id)
            let count = try #require(try await reading.visit().count)
            #expect(count.read > 0 && count.placed == 0 && count.known == count.read)
        }
        #expect(try await reading.gateway.entries() == size)
    }

    @Test func `an event that has left the manifest is forgotten, not withdrawn`() async throws {
        let reading = try await Reading()
        reading.folder.put([(1, 1_765_000_100), (2, 1_765_000_200)])
        _ = try await reading.visit()
        reading.folder.put([(2, 1_765_000_200), (3, 1_765_000_300)])
        _ = try await reading.visit()
        #expect(try await reading.indicators() == ["01", "02", "03"])
        reading.folder.put([])
        #expect(try await reading.visit().problem == nil)
        let cursor = try await reading.gateway.sources.named("ISAC").cursor ?? ""
        #expect(!cursor.contains(Self.uuid(1)))
    }

    @Test func `names in a manifest lead nowhere else`() async throws {
        let reading = try await Reading()
        reading.folder.put([(1, 1_765_000_100)])
        reading.folder.manifest([
            ("../../etc/passwd", "\"1\""), ("https://elsewhere.example/x", "\"1\""), ("\(Self.uuid(2))/../x", "\"1\""),
            ("\(Self.uuid(3))?x=\(Self.uuid(3))", "\"1\""), ("", "\"1\""), (Self.uuid(1), "\"not a number\""),
        ])
        _ = try await reading.visit()
        #expect(reading.folder.asked == ["manifest.json", "\(Self.uuid(1)).json"])
        #expect(try await reading.indicators() == ["01"])
    }

    @Test(arguments: [
        ("[]", 1, ExchangeError.Code.malformed), ("null", 1, .malformed), ("<html>", 1, .malformed),
        ("", 1, .malformed),
        (#"{"a":1,"a":2}"#, 1, .malformed), (String(repeating: "[", count: 100_000), 1, .malformed),
        (String(repeating: " ", count: 1 << 20), 65, .tooLarge),
        ("{" + (0..<32_001).map { "\"\($0)\":0" }.joined(separator: ",") + "}", 1, .tooLarge),
    ])
    func `a manifest that is none, or has no end, is refused`(
        _ text: String, _ repeats: Int, _ code: ExchangeError.Code
    )
        async throws
    {
        let reading = try await Reading()
        reading.folder["manifest.json"] = .init(bytes: Array(text.utf8), repeats: repeats)
        let problem = try #require(try await reading.visit().problem)
        #expect(problem.code == code)
        #expect(problem.sentence.utf8.count < 500)
    }

    @Test func `a source is tried by its manifest`() async throws {
        let folder = FakeFolder()
        let address = try PeerAddress(String(FakeFolder.address.dropLast()))
        func steps() async throws -> [SourceTest.Step] {
            await SourceTest(now: Timestamp(clamping: 0)).run(
                address, kind: .misp, credentials: .none, try PeerClient(folder.transport))
        }
        #expect(try await steps().map(\.isGood).last == false)
        folder.put([(1, 1_765_000_100), (2, 1_765_000_200)])
        #expect(try await steps().last?.sentence == "2 events")
        #expect(folder.asked == ["manifest.json", "manifest.json"])
        folder["manifest.json"] = .init(bytes: Array("<html>".utf8))
        let last = try #require(try await steps().last)
        #expect(last.name == "manifest" && !last.isGood)
    }

    @Test(arguments: [(401, ExchangeError.Code.denied), (403, .denied), (404, .refused), (302, .refused), (429, .busy)])
    func `a status says what it means`(_ status: Int, _ code: ExchangeError.Code) async throws {
        let reading = try await Reading()
        reading.folder["manifest.json"] = .init(status: status, bytes: [])
        #expect(try await reading.visit().problem?.code == code)
    }
}
