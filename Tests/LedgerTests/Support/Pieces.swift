import Synchronization

/// Collects what is written piece by piece.
final class Pieces: Sendable {
    private let content = Mutex<[UInt8]>([])
    func add(_ piece: [UInt8]) { content.withLock { $0 += piece } }
    var bytes: [UInt8] { content.withLock(\.self) }
}
