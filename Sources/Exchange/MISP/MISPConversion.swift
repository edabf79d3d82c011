package import STIX

/// One MISP event on its way to STIX objects, piece by piece, with what of it has no place in them.
///
/// One task at a time asks for the next piece.
package final class MISPConversion: @unchecked Sendable {
    /// UUID of the event.
    package var event: String { read.uuid }
    /// Its title, as it was written.
    package var title: String { read.title }
    /// Moment of its last change.
    package var modified: Timestamp { read.modified }
    /// How many objects have been made so far.
    package var objectCount: Int { read.objectCount }
    /// How many fields have been left out so far.
    package var lossCount: Int { read.account.count }

    private let read: MISPEvent

    /// What the sender of an event does not say.
    package struct Options: Sendable {
        /// The marking where neither a tag nor the distribution gives one.
        package var untagged: TLP
        /// Whether an event that doesn't say that it is published counts as published, as everything in a feed does.
        package var isPublished: Bool

        package init(untagged: TLP = .amberStrict, isPublished: Bool = false) {
            (self.untagged, self.isPublished) = (untagged, isPublished)
        }
    }

    /// Checks an event, and reads its head.
    ///
    /// - Throws: `malformed` where it is no event or can't be read to its end, `tooLarge`: nothing of it has been made then.
    init(_ event: MISPDocument.Event, of text: MISPText, _ options: Options, _ account: MISPAccount)
        throws(ExchangeError)
    {
        read = try MISPEvent(MISPNode(text, event.span, at: event.path, account), options)
    }

    /// The next objects, one per line; nil at the end.
    package func next() -> [UInt8]? { read.next() }
}
