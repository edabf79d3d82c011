/// How fast the other end takes an answer or sends a body, while it is the one that is waited for.
///
/// A deadline for the whole would end large downloads, and one between two bytes is met by one byte now and then. So time
/// is cut into stretches, of waiting alone, and in each of them something must move.
struct Pace: Sendable {
    struct Bounds: Sendable {
        /// Seconds of waiting.
        let window: Int
        /// What must move in them.
        let bytes: Int
        /// Seconds of waiting after which it gives way where others need what it has.
        var grace = 3
    }

    private let bounds: Bounds
    /// Seconds waited.
    private(set) var waited = 0
    /// Bytes that moved.
    private(set) var moved = 0
    private(set) var isTooSlow = false
    private var start = (waited: 0, moved: 0)

    init(_ bounds: Bounds) { self.bounds = bounds }

    /// Whether others go before it.
    var givesWay: Bool { waited >= bounds.grace }

    /// A second in which the other end was waited for.
    ///
    /// - Parameter moved: all bytes up to now.
    mutating func waitedOneSecond(moved: Int) {
        waited += 1
        self.moved = max(moved, self.moved)
        guard waited - start.waited >= bounds.window else { return }
        isTooSlow = self.moved - start.moved < bounds.bytes
        start = (waited, self.moved)
    }
}
