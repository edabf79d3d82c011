package import STIX

/// What became of one MISP event: STIX objects, and what of it has no place in them.
package struct MISPConversion: Sendable {
    /// UUID of the event.
    package let event: String
    /// Its title, as it was written.
    package let title: String
    /// Moment of its last change.
    package let modified: Timestamp
    package let objectCount: Int
    /// The objects, one per line.
    package let bytes: [UInt8]
    package let losses: [MISPLoss]

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

    /// Converts one event.
    ///
    /// - Parameter path: where it stands in its file, such as `response[3].Event`.
    /// - Throws: `ExchangeError.malformed` where it is no event.
    package init(_ event: JSON, at path: String = "Event", _ options: Options = Options()) throws {
        try self.init(event, at: path, options, MISPAccount())
    }

    init(_ event: JSON, at path: String, _ options: Options, _ account: MISPAccount) throws {
        let read = try MISPNode.read(event, at: path, account) { try MISPEvent($0, options) }
        guard let read else { throw ExchangeError(.malformed, "\(path) is no MISP event: it is no JSON object") }
        self.event = read.uuid
        title = read.title
        modified = read.modified
        objectCount = read.drafts.count
        bytes = try read.drafts.flatMap { try $0.bytes() + [0x0A] }
        losses = account.losses
    }
}
