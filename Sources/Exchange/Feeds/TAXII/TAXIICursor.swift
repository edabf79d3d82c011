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
    /// Whether the server fails when it is asked for every version.
    var isLatestOnly = false
}

extension TAXIICursor {
    private struct Stored: Codable {
        var after: String?
        var settled: Bool
        var latestOnly: Bool
    }

    /// What can't be read is no cursor: reading all again adds nothing.
    init(_ text: String?) {
        guard let text, let stored = try? JSONDecoder().decode(Stored.self, from: Data(text.utf8)) else { return }
        after = stored.after.flatMap(Timestamp.init)
        isSettled = stored.settled
        isLatestOnly = stored.latestOnly
    }

    var text: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            let stored = Stored(
                after: after?.description, settled: isSettled, latestOnly: isLatestOnly)
            return String(decoding: try encoder.encode(stored), as: UTF8.self)
        }
    }
}
