/// A body that is made while it is sent, for what is too large to hold.
package final class AnswerStream: Sendable, Hashable {
    /// How many bytes it will be; nil where nobody knows before.
    package let length: Int?
    /// Sends the body piece by piece.
    package let write: @Sendable (_ send: ([UInt8]) async throws -> Void) async throws -> Void

    package init(
        length: Int? = nil, write: @escaping @Sendable (_ send: ([UInt8]) async throws -> Void) async throws -> Void
    ) {
        self.length = length
        self.write = write
    }

    package static func == (left: AnswerStream, right: AnswerStream) -> Bool { left === right }

    package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
