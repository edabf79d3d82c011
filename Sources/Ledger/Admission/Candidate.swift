package import STIX

/// An object on its way in, with all that can be worked out without the database.
package struct Candidate: Sendable {
    package let object: STIXObject
    /// What the search index will hold of it, separated by spaces.
    ///
    /// Made here, beside the writer and not by it: one thread writes, and it has enough to do.
    let tokens: String
    /// The values that Check finds it by.
    let keys: [ObservableKey]
    /// `modified`, else `created`; nil for an object that has neither and is dated when it is placed.
    var version: Timestamp? { object.modified ?? object.created }

    package init(_ object: STIXObject) {
        self.object = object
        tokens = SearchTokens.of(object)
        keys = ObservableProjection.keys(of: object)
    }
}

/// What the scanner delivered next.
enum Arrival: Sendable {
    case candidate(Candidate)
    case refused(RefusedObject)

    init(_ scanned: Scanned) {
        switch scanned {
        case .object(let object): self = .candidate(Candidate(object))
        case .refused(let refused): self = .refused(refused)
        }
    }

    var byteCount: Int {
        switch self {
        case .candidate(let candidate): candidate.object.bytes.count
        case .refused(let refused): refused.bytes?.count ?? 0
        }
    }
}
