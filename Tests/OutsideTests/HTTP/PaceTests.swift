import Foundation
import TestSupport
import Testing

@testable import Outside

@Suite struct PaceTests {
    @Test func `too few bytes in too long a wait are too slow`() throws {
        var pace = Pace(least: 100, interval: .seconds(10))
        for _ in 0..<50 { try pace.note(11, after: .seconds(1)) }
        // A burst makes good for a pause within one interval.
        for _ in 0..<5 {
            try pace.note(150, after: .milliseconds(1))
            try pace.note(1, after: .seconds(20))
        }
        #expect(throws: Pace.TooSlow(bytes: 10, seconds: 10)) {
            for _ in 0..<100 { try pace.note(1, after: .seconds(1)) }
        }
    }

    @Test(.timeLimit(.minutes(15))) func `a byte now and then is left after one interval`() async throws {
        let server = try LoopbackServer(connections: 1) { _, send in
            guard send(Array("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n".utf8)) else { return }
            for _ in 0..<3_000 {
                guard send([32]) else { return }
                usleep(10_000)
            }
        }
        await #expect {
            try await PeerTransport.network(authority: nil, pace: Pace(least: 1_000, interval: .milliseconds(300))) {
                let client = try PeerClient($0, for: PeerAddress(server.address), reach: .anywhere)
                return try await client.get(server.address, limit: 1 << 20)
            }
        } throws: {
            // Whoever waited to the end would find the answer cut off.
            ($0 as? OutsideError)?.code == .tooSlow
        }
    }
}
