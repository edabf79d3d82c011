import Synchronization

/// The body of a request while it comes in, with a bound.
package final class BodyStream: Sendable {
    /// What the sender says it will be; nil where they say nothing.
    package let length: Int?
    private let most: Int
    private let read = Mutex(0)
    private let piece: @Sendable () async throws -> [UInt8]?

    /// - Parameter piece: the next bytes; nil at the end.
    package init(length: Int?, most: Int, piece: @escaping @Sendable () async throws -> [UInt8]?) {
        self.length = length
        self.most = most
        self.piece = piece
    }

    /// The next bytes; nil at the end.
    ///
    /// Throws ``Problem/tooLarge`` as soon as there are more than may be, or will be.
    package func next() async throws -> [UInt8]? {
        guard length ?? 0 <= most else { throw Problem.tooLarge }
        guard let bytes = try await piece() else { return nil }
        guard
            read.withLock({
                $0 += bytes.count; return $0 <= most
            })
        else { throw Problem.tooLarge }
        return bytes
    }
}
