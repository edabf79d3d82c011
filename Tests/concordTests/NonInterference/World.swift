import Directory
import Foundation
import Hall
@testable import Ledger
import Outside
import STIX
import Storage
import Synchronization
import TestSupport
import Web

@testable import concord

/// One of two gateways of the experiment: the whole program but its socket, with the time and the dice in the hands of the
/// one who experiments.
///
/// Before each step the time is set and the dice are filled anew from the step's own number, so a step that only one of two
/// worlds takes changes nothing for the steps that both take.
final class World: Sendable {
    let ledger: GatewayLedger
    let compose: Compose
    let endpoints: [Endpoint]
    private let folder: TemporaryFolder
    private let fate: Fate
    private let most = Mutex(0)

    /// Most snapshots of the database that an answer to somebody who only reads has opened.
    var mostSnapshots: Int { most.withLock(\.self) }

    private final class Fate: Sendable {
        private let state = Mutex((now: Int64(0), dice: Dice(0)))

        var now: Timestamp { Timestamp(clamping: state.withLock { $0.now }) }

        func set(_ now: Int64, seed: UInt64) { state.withLock { $0 = (now, Dice(seed)) } }

        func bytes(_ count: Int) -> [UInt8] {
            state.withLock { state in (0..<count).map { _ in UInt8(truncatingIfNeeded: state.dice.next()) } }
        }
    }

    /// - Parameter visitor: who follows the links of records; nobody unless stated.
    init(followingLinks visitor: LinkVisitor? = nil) async throws {
        folder = try TemporaryFolder()
        let fate = Fate()
        fate.set(Self.start, seed: 0)
        self.fate = fate
        ledger = try await Compose.create(
            DataDirectory.forTest(folder.path + "/data"), name: "CSIRT Valdoria", sentence: "An experiment.",
            surroundings: Surroundings(
                now: { fate.now }, random: { fate.bytes($0) }, uptime: { .microseconds(fate.now.microseconds) }))
        compose = Compose(ledger: ledger, address: "https://concord.example", followingLinks: visitor)
        endpoints = compose.endpoints
    }

    /// 2026-01-01T00:00:00Z.
    private static let start: Int64 = 1_767_225_600_000_000

    /// Sets time and dice for a step; a hidden one comes between two that both worlds take.
    func turn(to step: Int, isHidden: Bool) {
        fate.set(
            Self.start + Int64(step + 1) * 10_000_000 + (isHidden ? 5_000_000 : 0),
            seed: UInt64(step) * 2 + (isHidden ? 1 : 0))
    }

    /// What somebody with this session is answered.
    ///
    /// - Parameter token: what their program shows, where a protocol is asked.
    func ask(
        _ path: String, session: String?, token: String? = nil, form: [(name: String, value: String)]? = nil,
        in language: String = "en"
    ) async throws -> Answer {
        let halves = path.split(separator: "?", maxSplits: 1).map(String.init)
        let method: Endpoint.Method = form == nil ? .get : .post
        for endpoint in endpoints where endpoint.method == method {
            guard let parameters = endpoint.path.match(halves[0]) else { continue }
            var fields = form ?? []
            if let session { fields.append((name: FormToken.field, value: FormToken.of(session: session))) }
            let request = try WebRequest(
                path: halves[0], parameters: parameters, query: halves.count > 1 ? halves[1] : "",
                acceptLanguage: language, cookie: session.map { "\(Credentials.cookieName(secure: false))=\($0)" },
                credentials: endpoint.interface == nil
                    ? nil : Credentials(authorization: token.map { "Bearer \($0)" }, toInterface: true),
                form: WebForm(fields))
            let before = ledger.database.snapshotCount
            var answer = await endpoint.answer(to: request, in: compose.door.gateway)
            let taken = ledger.database.snapshotCount - before
            if method == .get { most.withLock { $0 = max($0, taken) } }
            if let stream = answer.stream {
                let pieces = Mutex<[UInt8]>([])
                try await stream.write { piece in pieces.withLock { $0 += piece } }
                answer.body = pieces.withLock { $0 }
                answer.stream = nil
            }
            return answer
        }
        return Problem.notFound.answer(language: .english, wantsJSON: false, in: compose.door.gateway)
    }
}

/// SplitMix64: the same numbers in every run.
struct Dice: RandomNumberGenerator {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678_9ABC_DEF0 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
