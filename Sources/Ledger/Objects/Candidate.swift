package import STIX
import Storage

/// An object on its way in, with all that can be worked out without the database.
package struct Candidate: Sendable {
    package let object: STIXObject
    /// What the search index will hold of it, separated by spaces.
    ///
    /// Made here, beside the writer and not by it: one thread writes, and it has enough to do.
    let tokens: String
    /// The values that Check finds it by.
    let keys: [ObservableKey]
    /// The file that it speaks of, be it here or not.
    let blob: BlobHash?
    /// What it was before it was read as STIX 2.1; of all that was made of that, the last carries it.
    private(set) var original: Version20.Original?
    /// `modified`, else `created`; nil for an object that has neither and is dated when it is placed.
    var version: Timestamp? { object.modified ?? object.created }

    package init(_ object: STIXObject) {
        self.object = object
        tokens = SearchTokens.of(object)
        keys = ObservableKey.named(by: object)
        blob = Self.blob(namedBy: object.bytes, of: object.id)
    }

    init(_ object: STIXObject, from original: Version20.Original?) {
        self.init(object)
        self.original = original
    }
}

/// What the scanner delivered next.
enum Arrival: Sendable {
    case candidate(Candidate)
    case refused(RefusedObject)

    /// What arrives with an object: of STIX 2.0 it may be more than one.
    static func all(of scanned: Scanned) -> [Arrival] {
        let (read, original) = Version20.read(scanned)
        return read.enumerated().map { index, scanned in
            switch scanned {
            case .object(let object):
                .candidate(Candidate(object, from: index == read.count - 1 ? original : nil))
            case .refused(let refused): .refused(refused)
            }
        }
    }

    var byteCount: Int {
        switch self {
        case .candidate(let candidate): candidate.object.bytes.count + (candidate.original?.bytes.count ?? 0)
        case .refused(let refused): refused.bytes?.count ?? 0
        }
    }
}
