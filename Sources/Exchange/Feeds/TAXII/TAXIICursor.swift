import Foundation
import STIX

/// How far a TAXII collection has been read, as the table keeps it.
///
/// A date, and never a server's mark of its next page: some servers give one mark for all pages and count on with each
/// answer, so that a page which was sent and not placed here would be passed over.
struct TAXIICursor: Equatable {
    /// All that was added up to this moment, by the server's clock, has been read to the end.
    var after: Timestamp?
    /// Whether a later visit looked back and found that nothing had been added behind our back.
    var isSettled = false
    /// How the server takes its questions.
    var manner = Manner()

    /// What is left out of a question because the server refuses it.
    struct Manner: Equatable, Codable {
        /// It fails when it is asked for every version.
        var isLatestOnly = false
        /// It fails when it is asked for more than a hundred objects.
        var isSmall = false
        /// It reads dates to milliseconds only, where TAXII 2.1 §2 demands microseconds.
        var isCoarse = false
    }
}

extension TAXIICursor {
    private struct Stored: Codable {
        var after: String?
        var settled: Bool
        var latestOnly: Bool
        // Cursors of earlier versions don't have it.
        var manner: Manner?
    }

    /// What can't be read is no cursor: reading all again adds nothing.
    init(_ text: String?) {
        guard let text, let stored = try? JSONDecoder().decode(Stored.self, from: Data(text.utf8)) else { return }
        after = stored.after.flatMap(Timestamp.init)
        isSettled = stored.settled
        manner = stored.manner ?? Manner(isLatestOnly: stored.latestOnly)
    }

    var text: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            let stored = Stored(
                after: after?.description, settled: isSettled, latestOnly: manner.isLatestOnly,
                manner: manner == Manner(isLatestOnly: manner.isLatestOnly) ? nil : manner)
            return String(decoding: try encoder.encode(stored), as: UTF8.self)
        }
    }
}
