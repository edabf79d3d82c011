/// Whether an answer comes as fast as one must: who is asked for all others holds nobody up by a byte a second.
///
/// Only the waiting counts: while what has come is worked upon, the other end waits for us.
struct Pace: Sendable {
    /// So many bytes in each interval of waiting: half a kilobyte a second, less than the slowest modem brings.
    var least = 15_360
    var interval = Duration.seconds(30)

    private var waited = Duration.zero
    private var bytes = 0

    init(least: Int = 15_360, interval: Duration = .seconds(30)) { (self.least, self.interval) = (least, interval) }

    /// Takes note of bytes that came after a while.
    ///
    /// - Throws: `TooSlow`.
    mutating func note(_ count: Int, after wait: Duration) throws {
        bytes += count
        waited += wait
        guard waited >= interval else { return }
        guard bytes >= least else { throw TooSlow(bytes: bytes, seconds: Int(waited.components.seconds)) }
        (waited, bytes) = (.zero, 0)
    }

    struct TooSlow: Error, Equatable {
        let bytes: Int
        let seconds: Int
    }
}
