package import Ledger
package import STIX
import Synchronization

/// A clock that stands until a test lets time pass, or sets it.
package final class StandingClock: Sendable {
    private let state = Mutex<(microseconds: Int64, uptime: Duration, dice: Dice)>((start, .zero, Dice(1)))

    /// 2026-01-01T00:00:00Z.
    package static let start: Int64 = 1_767_225_600_000_000

    package init() {}

    package var now: Timestamp { state.withLock { Timestamp(clamping: $0.microseconds) } }
    package var uptime: Duration { state.withLock(\.uptime) }

    /// Time passes.
    package func pass(_ time: Duration) {
        state.withLock {
            $0.microseconds += time.components.seconds * 1_000_000 + time.components.attoseconds / 1_000_000_000_000
            $0.uptime += time
        }
    }

    /// The time of day is set; none passes.
    package func set(by seconds: Int64) { state.withLock { $0.microseconds += seconds * 1_000_000 } }

    /// This clock, and dice that fall the same way in every run.
    package var surroundings: Surroundings {
        Surroundings(
            now: { self.now },
            random: { count in
                self.state.withLock { state in
                    (0..<count).map { _ in UInt8(truncatingIfNeeded: state.dice.next()) }
                }
            }, uptime: { self.uptime })
    }
}
