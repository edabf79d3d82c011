import Ledger
import STIX
import Storage
import Synchronization

/// When sessions and tokens were last used, gathered in memory until somebody writes them down together.
///
/// Answering does not wait for a writer, and a thousand requests are one row. What is lost when the process dies was no older than
/// the time between two writings; the next request says it again.
final class UsageNotes: Sendable {
    /// What somebody comes in with, by its UUID.
    enum Used: Hashable, Sendable {
        case session(String)
        case token(String)
    }

    /// How it fares, for whoever looks after the gateway.
    struct Tally: Sendable, Equatable {
        /// What has not been written down yet.
        var waiting = 0
        /// How often writing failed; what was to be written still waits.
        var failures = 0
        /// What found no room, and is said again by the next request.
        var passedOver = 0
    }

    private struct State {
        var waiting: [Used: Int64] = [:]
        var failures = 0
        var passedOver = 0
    }

    private let tables: DirectoryTables
    private let most: Int
    private let state = Mutex(State())

    /// - Parameter most: how many are kept; each session and token is one.
    init(_ tables: DirectoryTables, most: Int = 10_000) {
        self.tables = tables
        self.most = most
    }

    var tally: Tally {
        state.withLock { Tally(waiting: $0.waiting.count, failures: $0.failures, passedOver: $0.passedOver) }
    }

    /// Notes that something is in use.
    ///
    /// - Parameter now: in microseconds; what is said last counts, because the clock may have been put back.
    func note(_ used: Used, at now: Int64) {
        state.withLock { state in
            guard state.waiting.count < most || state.waiting[used] != nil else { return state.passedOver += 1 }
            state.waiting[used] = now
        }
    }

    /// Writes down what is noted, in one transaction.
    ///
    /// - Throws: what kept it from being written; it waits on, where nothing newer has been noted.
    func write() async throws {
        let taken = state.withLock { state in
            defer { state.waiting = [:] }
            return state.waiting
        }
        guard !taken.isEmpty else { return }
        do {
            try await tables.write { session in
                for (used, now) in taken { try session.note(used, at: now) }
            }
        } catch {
            state.withLock { state in
                state.failures += 1
                for (used, now) in taken where state.waiting[used] == nil { state.waiting[used] = now }
            }
            throw error
        }
    }

    /// Writes until its task is cancelled, and once more then.
    ///
    /// - Parameters:
    ///   - rest: waits between two writings.
    ///   - tell: hears why it could not be written, once until it could be again.
    func run(
        rest: @Sendable () async throws -> Void = { try await Task.sleep(for: .seconds(10)) },
        tell: @Sendable (_ sentence: String) -> Void
    ) async {
        var isTold = false
        var goesOn = true
        while goesOn {
            do { try await rest() } catch { goesOn = false }
            do {
                try await write()
                isTold = false
            } catch {
                if !isTold { tell("couldn't write down which sessions and tokens are in use: \(error)") }
                isTold = true
            }
        }
    }
}

extension Session {
    /// A session's moment that has not come yet is put right.
    fileprivate func note(_ used: UsageNotes.Used, at now: Int64) throws {
        switch used {
        case .session(let id):
            try run(
                """
                UPDATE session SET seen = \(now)
                WHERE id = \(id) AND (seen < \(now) OR seen > \(now + Lifetimes.ahead * 1_000_000))
                """)
        case .token(let id): try run("UPDATE token SET used = \(now) WHERE id = \(id)")
        }
    }
}
