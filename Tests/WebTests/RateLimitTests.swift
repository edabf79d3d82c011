import Synchronization
import Testing
import Web

@Suite struct RateLimitTests {
    /// A clock that goes on when it is told to.
    final class Passing: Sendable {
        private let time = Mutex(Duration.seconds(1_000_000))
        var uptime: Duration { time.withLock(\.self) }
        func pass(_ time: Duration) { self.time.withLock { $0 += time } }
    }

    @Test func `so many at once, then one every so often`() throws {
        let clock = Passing()
        let limits = RateLimits(
            strangers: .init(atOnce: 3, every: .seconds(10)), known: .init(atOnce: 2, every: .milliseconds(500)),
            uptime: { clock.uptime })
        for _ in 0..<3 { try limits.count(.address("192.0.2.1")) }
        #expect(throws: Problem.tooMany(seconds: 10)) { try limits.count(.address("192.0.2.1")) }
        clock.pass(.milliseconds(9_500))
        #expect(throws: Problem.tooMany(seconds: 1)) { try limits.count(.address("192.0.2.1")) }
        clock.pass(.milliseconds(500))
        try limits.count(.address("192.0.2.1"))
        #expect(throws: Problem.tooMany(seconds: 10)) { try limits.count(.address("192.0.2.1")) }
        // What is refused doesn't count, and one takes nothing from another.
        for party in [Party.account("a"), .account("b"), .thing("a")] {
            for _ in 0..<2 { try limits.count(party) }
            #expect(throws: Problem.tooMany(seconds: 1)) { try limits.count(party) }
        }
        clock.pass(.seconds(1_000))
        for _ in 0..<3 { try limits.count(.address("192.0.2.1")) }
    }

    @Test func `no limit is no limit`() throws {
        let limits = RateLimits(strangers: .perSecond(0), known: nil, uptime: { .zero })
        for _ in 0..<1_000 { try limits.count(.address("192.0.2.1")) }
        #expect(limits.count == 0)
        #expect(RateLimits.Allowance.perSecond(500) == .init(atOnce: 5_000, every: .milliseconds(2)))
    }

    @Test func `memory is bounded, and those who ask most are not forgotten`() throws {
        let limits = RateLimits(strangers: .init(atOnce: 30, every: .seconds(10)), known: nil, most: 100) { .zero }
        for number in 0..<10_000 {
            try limits.count(.address("r\(number)"))
            #expect(limits.count <= 101)
        }
        for _ in 0..<30 { try limits.count(.address("persistent")) }
        for number in 0..<1_000 { try limits.count(.address("s\(number)")) }
        #expect(throws: Problem.tooMany(seconds: 10)) { try limits.count(.address("persistent")) }
    }

    @Test(arguments: [
        ("192.0.2.1", "192.0.2.1:4711"), ("192.0.2.1", "::ffff:192.0.2.1"), ("192.0.2.1", "::FFFF:c000:201"),
        ("192.0.2.1", "[::ffff:192.0.2.1]:80"), ("2001:db8:1:2::1", "2001:DB8:1:2:ffff:ffff:ffff:ffff"),
        ("2001:db8:1:2::1", "[2001:db8:1:2::9]:4711"), ("2001:db8:1:2::1", "2001:0db8:0001:0002:0:0:0:1"),
        ("fe80::1%eth0", "fe80::2%eth1"), ("unknown", "Unknown"),
    ])
    func `each way of writing an address is one party, and the /64 of an IPv6 subscriber too`(
        _ one: String, _ other: String
    ) {
        #expect(Party.remote(one) == .remote(other))
    }

    @Test func `other addresses are other parties`() {
        let all = ["192.0.2.1", "192.0.2.2", "2001:db8:1:2::1", "2001:db8:1:3::1", "::1", "", "x"]
        #expect(Set(all.map { Party.remote($0) }).count == all.count)
        #expect(all.map { Party.remote($0).isLoopback } == [false, false, false, false, true, false, false])
        #expect(Party.remote("127.0.0.1").isLoopback && !Party.account("127.0.0.1").isLoopback)
    }
}

@Suite struct WebFormTests {
    private func form(_ text: String) throws -> WebForm { try WebForm(body: Array(text.utf8)) }

    @Test func `fields are read as browsers write them`() throws {
        let read = try form("a=1&b=x+y%26z&a=2&empty=&bare&&text=l1%0D%0Al2%0Dl3&=nameless&c=d=e")
        #expect(read.all("a") == ["1", "2"])
        #expect(read["b"] == "x y&z" && read["empty"] == "" && read["bare"] == "" && read["c"] == "d=e")
        #expect(read["text"] == "l1\nl2\rl3" && read[""] == "nameless")
        #expect(try form("") == WebForm() && form("&&&") == WebForm())
    }

    @Test(arguments: [
        ("a=%", "a"), ("a=%zz", "a"), ("a=%ff", "a"), ("%=1", "?"),
        (String(repeating: "n", count: 300) + "=%", "?"),
    ])
    func `what can't be read names its field, and repeats nothing long`(text: String, field: String) {
        #expect(throws: Problem.badRequest(parameter: field)) { try form(text) }
    }

    @Test(arguments: ["a&", "a=&", "&a"]) func `a form of very many fields is refused`(piece: String) throws {
        #expect(throws: Problem.tooLarge) { try form(String(repeating: piece, count: WebForm.longest / piece.count)) }
        #expect(try form(String(repeating: piece, count: WebForm.mostFields)).all("a").count == WebForm.mostFields)
        #expect(throws: Problem.tooLarge) { try form(String(repeating: piece, count: WebForm.mostFields + 1)) }
        #expect(throws: Problem.tooLarge) { try form(String(repeating: "a", count: WebForm.longest + 1)) }
    }
}
