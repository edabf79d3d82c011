import Foundation
import Testing
import Web

@testable import Server

/// What strangers do to a server, over a real socket.
@Suite(.serialized) struct StrangerTests {

    @Test(arguments: [
        "Transfer-Encoding: xchunked", "Transfer-Encoding: chunked\r\nContent-Length: 3",
        "Content-Length: 3\r\nTransfer-Encoding: chunked", "Content-Length: 3\r\nContent-Length: 4",
        "Content-Length: 3\r\nContent-Length: 3", "Content-Length: +3", "Content-Length: 3, 3", "Content-Length: x",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked", "Transfer-Encoding: gzip, chunked",
        "Host: y\r\nContent-Length: 0", "X:" + String(repeating: "a", count: 20_000),
        String(repeating: "X: a\r\n", count: 200) + "Y: b",
    ])
    func `a head that others between could read otherwise is refused, and the connection ends`(fields: String)
        async throws
    {
        try await Serving().run { port in
            for start in ["POST /sign-in", "GET /"] {
                let stranger = try Stranger(port)
                await stranger.say("\(start) HTTP/1.1\r\nHost: x\r\n\(fields)\r\n\r\n")
                let said = try #require(await stranger.hearAll(), "\(fields)")
                #expect(said.hasPrefix("HTTP/1.1 400 "), "\(fields): \(said)")
                #expect(said.components(separatedBy: "HTTP/1.1").count == 2, "\(said)")
            }
        }
    }

    @Test func `a body that stops coming is not waited for`() async throws {
        var serving = Serving()
        serving.limits.pace = .init(window: 2, bytes: 10_000)
        try await serving.run { port in
            let stranger = try Stranger(port)
            await stranger.say("POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 20000\r\n\r\ntext=")
            let said = try #require(await stranger.hearAll())
            #expect(said.hasPrefix("HTTP/1.1 408 ") && said.contains("Connection: close"), "\(said.prefix(300))")
        }
    }

    @Test func `one byte now and then doesn't keep a body waiting`() async throws {
        var serving = Serving()
        serving.limits.pace = .init(window: 2, bytes: 10_000)
        try await serving.run { port in
            let stranger = try Stranger(port)
            await stranger.say("POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 20000\r\n\r\ntext=")
            for _ in 0..<40 {
                guard await stranger.say("a") == 1 else { break }
                try await Task.sleep(for: .milliseconds(200))
            }
            let said = try #require(await stranger.hear())
            #expect(said.hasPrefix("HTTP/1.1 408 ") || said.isEmpty)
        }
    }

    @Test(arguments: ["/about", "/types"])
    func `a reader that takes nothing is hung up on`(path: String) async throws {
        var serving = Serving()
        serving.limits.pace = .init(window: 2, bytes: 100_000)
        try await serving.run { port in
            let stranger = try Stranger(port)
            await stranger.say("GET \(path) HTTP/1.1\r\nHost: x\r\n\r\n")
            // It hears of the end, although it has read nothing.
            #expect(await stranger.isHungUpOn())
            // What is in its buffers can still be read, and no more.
            let said = try #require(await stranger.hearAll())
            #expect(said.hasPrefix("HTTP/1.1 200 ") && said.utf8.count < 4 << 20)
            if path == "/about" { try await eventually { serving.count["cut"] == 1 && serving.count["whole"] == 0 } }
        }
    }

    @Test func `where all connections are taken, an idle one gives way`() async throws {
        var serving = Serving()
        serving.limits.connections = .init(total: 4, one: 2)
        try await serving.run { port in
            let idle = try (0..<4).map { _ in try Stranger(port) }
            try await Task.sleep(for: .milliseconds(300))
            let newcomer = try Stranger(port)
            await newcomer.say("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            #expect(try #require(await newcomer.hearAll()).hasSuffix("home"))
            // One gave way, and the others are answered as if nothing had been.
            var answered = 0
            for stranger in idle {
                await stranger.say("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                if await stranger.hearAll()?.hasSuffix("home") == true { answered += 1 }
            }
            #expect(answered == 3)
        }
    }

    @Test func `where nobody can give way, a newcomer is told when to come again`() async throws {
        var serving = Serving()
        serving.limits.connections = .init(total: 2, one: 2)
        serving.limits.pace = .init(window: 1_000, bytes: 1, grace: 1_000)
        // Once, beside all other tests, one of the two was gone before the newcomer came: what was seen is told.
        var seen: [String] = []
        for _ in 0..<3 {
            try await serving.run { port in
                let readers = try await reading(2, "/about", port)
                let newcomer = try Stranger(port)
                let said = try #require(await newcomer.hearAll())
                var gone = 0
                for reader in readers where await reader.isHungUpOn(within: 0) { gone += 1 }
                seen.append("\(said), \(gone) of the readers gone, \(serving.count["cut"]) answers cut")
            }
            if seen.last?.hasPrefix("HTTP/1.1 503 ") == true { break }
        }
        #expect(
            seen.last?.hasPrefix("HTTP/1.1 503 ") == true && seen.last?.contains("Retry-After: 5") == true, "\(seen)")
        if seen.count > 1 { print("a newcomer was let in: \(seen)") }
    }

    @Test func `who has been waited for gives way to a newcomer`() async throws {
        var serving = Serving()
        serving.limits.connections = .init(total: 2, one: 2)
        serving.limits.pace = .init(window: 1_000, bytes: 1, grace: 1)
        try await serving.run { port in
            let readers = try await reading(2, "/about", port)
            try await eventually {
                let newcomer = try Stranger(port)
                await newcomer.say("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                return try #require(await newcomer.hearAll()).hasSuffix("home")
            }
            withExtendedLifetime(readers) {}
        }
    }

    /// So many who have begun to read an answer, and go no further.
    private func reading(_ count: Int, _ path: String, _ port: Int) async throws -> [Stranger] {
        let readers = try (0..<count).map { _ in try Stranger(port) }
        for reader in readers { await reader.say("GET \(path) HTTP/1.1\r\nHost: x\r\n\r\n") }
        for reader in readers { #expect(await reader.hear()?.hasPrefix("HTTP/1.1 200 ") == true) }
        return readers
    }

    /// That something becomes so; a machine that has much to do takes its time.
    private func eventually(_ isSo: () async throws -> Bool) async throws {
        for _ in 0..<500 {
            if try await isSo() { return }
            try await Task.sleep(for: .seconds(1))
        }
        Issue.record("it does not become so")
    }

    /// What the server answers to a form of so many bytes.
    private func form(_ length: Int, to path: String, _ port: Int, known: Bool = false, from address: String? = nil)
        async throws -> String
    {
        let fields = [
            known ? "Authorization: Bearer known\r\n" : "", address.map { "X-Forwarded-For: \($0)\r\n" } ?? "",
        ]
        let body = "text=" + String(repeating: "a", count: length - 5)
        // Who is refused before the end may find the connection gone before the answer is read, as with any server.
        for _ in 0..<5 {
            let stranger = try Stranger(port)
            await stranger.say(
                "POST \(path) HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\(fields.joined())Content-Length: \(length)\r\n\r\n\(body)"
            )
            if let said = await stranger.hearAll(), !said.isEmpty { return said }
        }
        Issue.record("no answer to a form of \(length) bytes")
        return ""
    }

    @Test func `long forms are for people who are signed in, and for pages that are there for them`() async throws {
        try await Serving().run { port in
            let longest = WebForm.longest
            for (length, path, isKnown, isTaken) in [
                (WebForm.short, "/sign-in", false, true), (WebForm.short + 1, "/sign-in", false, false),
                (1 << 20, "/sign-in", false, false), (1 << 20, "/sign-in", true, true),
                (longest, "/check", false, true), (longest + 1, "/check", false, false),
                (longest + 1, "/check", true, false),
            ] {
                let said = try await form(length, to: path, port, known: isKnown)
                #expect(
                    said.hasPrefix(isTaken ? "HTTP/1.1 200 " : "HTTP/1.1 413 "), "\(path) \(length) \(said.prefix(99))")
                #expect(said.hasSuffix("\(length - 5)") == isTaken)
            }
        }
    }

    @Test func `a form that says nothing of its length is bounded as well`() async throws {
        var serving = Serving()
        serving.limits.pace = .init(window: 1_000, bytes: 1, grace: 1_000)
        try await serving.run { port in
            for (path, status) in [("/sign-in", "413"), ("/check", "200")] {
                let stranger = try Stranger(port)
                await stranger.say(
                    "POST \(path) HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n")
                let piece = String(repeating: "a", count: 0x2000)
                for number in 0..<8 {
                    await stranger.say("2000\r\n\(number == 0 ? "text=" + piece.dropFirst(5) : piece)\r\n")
                }
                await stranger.say("0\r\n\r\n")
                #expect(try #require(await stranger.hearAll()).hasPrefix("HTTP/1.1 \(status) "))
            }
        }
    }

    /// Two who send the first 115 kB of a form for Check of 200 kB, and go no further.
    private func stalled(_ port: Int) async throws -> [Stranger] {
        var stalled: [Stranger] = []
        for address in ["192.0.2.1", "192.0.2.2"] {
            let stranger = try Stranger(port)
            let start =
                "POST /check HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: \(address)\r\nContent-Length: 200000\r\n\r\ntext="
                + String(repeating: "a", count: 115_000)
            #expect(await stranger.say(start) == start.utf8.count)
            stalled.append(stranger)
        }
        return stalled
    }

    @Test func `long forms of strangers are bounded together, and nothing else suffers`() async throws {
        var serving = Serving()
        serving.isBehindProxy = true
        serving.limits.openForms = .init(total: 250_000, one: 150_000)
        serving.limits.pace = .init(window: 1_000, bytes: 1, grace: 1_000)
        try await serving.run { port in
            let stalled = try await stalled(port)
            // A share of one address, and the total.
            for address in ["192.0.2.1", "192.0.2.3"] {
                try await eventually {
                    let refused = try await form(100_000, to: "/check", port, from: address)
                    return refused.hasPrefix("HTTP/1.1 503 ") && refused.contains("Retry-After: 5")
                }
            }
            let known = try await form(100_000, to: "/check", port, known: true, from: "192.0.2.3")
            #expect(known.hasPrefix("HTTP/1.1 200 "))
            let short = try await form(30_000, to: "/sign-in", port, from: "192.0.2.1")
            #expect(short.hasPrefix("HTTP/1.1 200 "))
            withExtendedLifetime(stalled) {}
        }
    }

    @Test func `a form that comes slowly gives way`() async throws {
        var serving = Serving()
        serving.isBehindProxy = true
        serving.limits.openForms = .init(total: 250_000, one: 200_000)
        serving.limits.pace = .init(window: 1_000, bytes: 1, grace: 1)
        try await serving.run { port in
            let stalled = try await stalled(port)
            try await Task.sleep(for: .seconds(2))
            try await eventually {
                try await form(200_000, to: "/check", port, from: "192.0.2.3").hasPrefix("HTTP/1.1 200 ")
            }
            // At least one of them was hung up on.
            for stranger in stalled { await stranger.say(String(repeating: "a", count: 84_995)) }
            let ends = [await stalled[0].hear() ?? "", await stalled[1].hear() ?? ""]
            #expect(ends.contains(""), "\(ends)")
        }
    }

    @Test func `one address has no more than its share of what is under way`() async throws {
        var serving = Serving()
        serving.isBehindProxy = true
        serving.limits.requests = .init(total: 100, one: 3)
        try await serving.run { port in
            func ask(_ path: String, _ address: String) async throws -> Stranger {
                let stranger = try Stranger(port)
                await stranger.say("GET \(path) HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: \(address)\r\n\r\n")
                return stranger
            }
            var readers: [Stranger] = []
            for number in 0..<3 { readers.append(try await ask("/about", "2001:db8::\(number)")) }
            for reader in readers { #expect(await reader.hear()?.hasPrefix("HTTP/1.1 200 ") == true) }
            #expect(await (try ask("/", "2001:db8::ffff")).hear()?.hasPrefix("HTTP/1.1 503 ") == true)
            #expect(await (try ask("/", "2001:db8:0:1::1")).hear()?.hasPrefix("HTTP/1.1 200 ") == true)
        }
    }

    @Test func `answers that wait for their readers are bounded together`() async throws {
        var serving = Serving()
        serving.limits.answers = .init(total: 20 << 20, one: 10 << 20)
        serving.limits.pace = .init(window: 1_000, bytes: 1, grace: 1_000)
        try await serving.run { port in
            let readers = try await reading(2, "/types", port)
            let third = try Stranger(port)
            await third.say("GET /types HTTP/1.1\r\nHost: x\r\n\r\n")
            #expect(await third.hear()?.hasPrefix("HTTP/1.1 503 ") == true)
            withExtendedLifetime(readers) {}
        }
    }

    @Test func `an answer that nobody takes gives way`() async throws {
        var serving = Serving()
        serving.limits.answers = .init(total: 20 << 20, one: 10 << 20)
        serving.limits.pace = .init(window: 1_000, bytes: 1, grace: 1)
        try await serving.run { port in
            let readers = try await reading(2, "/types", port)
            try await eventually {
                let later = try Stranger(port, receives: 1 << 20)
                await later.say("GET /types HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                return try #require(await later.hearAll()).utf8.count > 8 << 20
            }
            withExtendedLifetime(readers) {}
        }
    }

    @Test func `many requests on one connection are answered one after the other`() async throws {
        try await Serving().run { port in
            let stranger = try Stranger(port)
            await stranger.say(
                String(repeating: "GET / HTTP/1.1\r\nHost: x\r\n\r\n", count: 500)
                    + "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            let said = try #require(await stranger.hearAll())
            #expect(said.components(separatedBy: "HTTP/1.1 200 ").count == 502)
        }
    }

    @Test func `fewer files mean fewer connections`() {
        let limits = ServerLimits()
        #expect(limits.within(descriptors: 1_024).connections.total == 768)
        #expect(limits.within(descriptors: 65_536).connections.total == limits.connections.total)
        #expect(limits.within(descriptors: 64).connections.total == 16)
        #expect(ServerLimits.raisedDescriptors() >= 256)
    }
}

@Suite struct PaceTests {
    @Test func `in each stretch of waiting something must move`() {
        var pace = Pace(.init(window: 10, bytes: 100))
        for second in 1...50 {
            pace.waitedOneSecond(moved: second * 10)
            #expect(!pace.isTooSlow)
        }
        // What went fast before does not help later.
        for second in 1...10 {
            pace.waitedOneSecond(moved: 500 + second)
            #expect(pace.isTooSlow == (second == 10))
        }
    }
}

@Suite struct BudgetTests {
    @Test func `shares and the total are kept, and all comes back`() throws {
        let budget = Budget(.init(total: 10, one: 6))
        let (a, b) = (Party.address("192.0.2.1"), Party.address("192.0.2.2"))
        let first = try budget.lease(4, for: a)
        #expect(throws: Problem.busy(seconds: 5)) { try first.take(3) }
        #expect(throws: Problem.busy(seconds: 5)) { _ = try budget.lease(3, for: a) }
        let second = try budget.lease(6, for: b)
        #expect(throws: Problem.busy(seconds: 5)) { try first.take(1) }
        #expect(budget.taken == 10)
        second.end()
        second.end()
        #expect(budget.taken == 4)
        // What has ended takes nothing more.
        #expect(throws: Problem.busy(seconds: 5)) { try second.take(1) }
        try first.take(2)
        do { _ = try budget.lease(4, for: b) }
        #expect(budget.taken == 6)
        // This machine may have all that there is.
        first.end()
        let whole = try budget.lease(10, for: .address("127.0.0.1"))
        #expect(budget.taken == 10)
        whole.end()
        #expect(budget.taken == 0)
    }
}
