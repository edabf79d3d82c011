import NIOHTTP1
import STIX
import Synchronization
import Testing

@testable import Exchange
@testable import Outside

@Suite struct TAXIIDiscoveryTests {
    private static let now = Timestamp(clamping: 1_767_225_600_000_000)
    private static let collection = #"{"id":"c1","title":"Feed\u001b","can_read":true,"can_write":false}"#

    private static let site: [String: String] = [
        "https://taxii.example/taxii2/":
            #"{"title":"T","api_roots":["https://taxii.example/api/","/second/","https://evil.example/api/","/broken/"]}"#,
        "https://taxii.example/api/":
            #"{"title":"A","versions":["application/taxii+json;version=2.1"],"max_content_length":9}"#,
        "https://taxii.example/api/collections/":
            #"{"collections":[\#(collection),{"id":"c2","title":"W","can_read":false},{"id":"../x","can_read":true}]}"#,
        "https://taxii.example/api/collections/c1/": collection,
        "https://taxii.example/second/collections/": #"{"collections":[{"id":"c3","title":"Z","can_read":true}]}"#,
    ]

    /// A client that finds these resources, and where it asked.
    private func client(
        _ site: [String: String] = site, _ asked: @escaping @Sendable (PeerRequest) -> Void = { _ in }
    ) throws -> PeerClient {
        try PeerClient(
            PeerTransport { request in
                asked(request)
                let body = site[request.address]
                return PeerAnswer(
                    status: body == nil ? 404 : 200,
                    headers: ["Content-Type": "application/taxii+json;version=2.1"]
                ) { try await $0(Array((body ?? "").utf8)) }
            }, .bearer("k7"), for: PeerAddress("https://taxii.example/"))
    }

    @Test(arguments: ["https://taxii.example/taxii2/", "https://taxii.example/", "https://taxii.example"])
    func `a server tells its collections, and nobody else is asked`(_ address: String) async throws {
        let asked = Mutex<[String]>([])
        let found = try await TAXIIDiscovery.look(
            at: address, client { request in asked.withLock { $0.append(request.address) } }, now: Self.now)
        #expect(
            found.collections.map(\.address) == [
                "https://taxii.example/api/collections/c1/", "https://taxii.example/api/collections/c2/",
                "https://taxii.example/second/collections/c3/",
            ])
        #expect(found.collections[0].title == "Feed")
        #expect(found.elsewhere == ["https://evil.example/api/"])
        #expect(!found.isCollection)
        #expect(asked.withLock { $0 }.allSatisfy { $0.hasPrefix("https://taxii.example/") })
    }

    @Test func `an API root and a collection are found as what they are`() async throws {
        let root = try await TAXIIDiscovery.look(at: "https://taxii.example/api/", client(), now: Self.now)
        #expect(root.collections.map(\.id) == ["c1", "c2"])
        let one = try await TAXIIDiscovery.look(at: "https://taxii.example/api/collections/c1", client(), now: Self.now)
        #expect(one.isCollection && one.collections.count == 1)
        await #expect(throws: ExchangeError.self) {
            try await TAXIIDiscovery.look(at: "https://taxii.example/nothing/", client([:]), now: Self.now)
        }
    }

    @Test func `API roots that name themselves end`() async throws {
        let address = "https://taxii.example/taxii2/"
        let circle = #"{"api_roots":["\#(address)"]}"#
        let asked = Mutex(0)
        let found = try await TAXIIDiscovery.look(
            at: address,
            client([address: circle, address + "collections/": #"{"api_roots":["\#(address)","/taxii2/"]}"#]) { _ in
                asked.withLock { $0 += 1 }
            }, now: Self.now)
        #expect(found.collections.isEmpty)
        #expect(asked.withLock { $0 } == 2)
    }

    private func steps(_ site: [String: String], at text: String) async throws -> [String] {
        let steps = await SourceTest(now: Self.now).run(
            try PeerAddress(text), kind: .taxii, credentials: .bearer("k7"), try client(site))
        return steps.map { "\($0.isGood ? "+" : "-")\($0.name): \($0.sentence)" }
    }

    @Test func `a test says step by step what works`() async throws {
        let place = "https://taxii.example/api/collections/c1/"
        var site = Self.site
        #expect(
            try await steps(site, at: place).last
                == "-first page: https://taxii.example/api/collections/c1/objects/?limit=10 is not there, or not for these credentials"
        )
        let query = place + "objects/?limit=10&match%5Bversion%5D=all"
        site[query] = #"{"more":true,"objects":[\#(FakeObjects.json(0))]}"#
        #expect(
            try await steps(site, at: place) == [
                "+reachable: the server answers", "+certificate: it is trusted here",
                "+credentials: they are accepted (token)", "+collection: Feed, readable",
                "+first page: 1 objects, and more, every version of each",
                "-dates: the server says of no object when it was added, so each visit reads all of it again",
            ])
        site[query] = "{}"
        #expect(try await steps(site, at: place).last == "+dates: nothing there that could be dated")
        #expect(
            try await steps(site, at: "https://taxii.example/taxii2/").last?.hasPrefix(
                "-collection: this is no collection; enter the address of one of these: https://taxii.example/api/collections/c1/ (Feed)"
            )
                == true)
        #expect(
            try await steps([:], at: place) == [
                "+reachable: the server answers", "+certificate: it is trusted here",
                "-collection: \(place) is not there, or not for these credentials",
            ])
    }
}
