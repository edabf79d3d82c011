package import STIX
package import Web

/// One object in one version, with all that surrounds it.
package struct ObjectModel: Sendable {
    package let id: String
    package let type: String
    /// The version shown: `modified`, else `created`, else when it was added.
    package let version: Moment
    /// The object, in the order of its text.
    package let json: JSON
    /// Number of its exact bytes.
    package let byteCount: Int
    /// SHA-256 of its exact bytes, in hexadecimal digits.
    package let bodyHash: String
    /// The object's effective marking in the place that is shown.
    package let marking: Marking
    /// Where it stands or stood, for this reader.
    ///
    /// The first is the one whose version is shown.
    package let places: [Place]
    /// Relations to and from it, with both ends readable or named by the object itself.
    package let relations: [RelationGroup]
    /// Its versions, the newest first; about six, each with its content where it can be compared.
    package let versions: [VersionRow]
    /// Versions older than those.
    package let olderVersions: Int
    /// What admission found doubtful in it.
    package let findings: [Finding]
    /// Objects that this one names by identifier, where the reader may see them.
    package let names: [String: ObjectName]
    /// Where else it is seen, what is said of it, what may be done with it.
    package let around: ObjectAround
    /// The size of the file that it names, where the reader may have that.
    package let fileSize: Int?
    /// Who sent it and how far its author is who it says; nil where nothing need be said of that.
    package let attribution: Attribution?
    /// What is shown of an object of a kind; nil for all others.
    package let face: RecordFace?
    /// In which language it is shown, and in which others it could be.
    package let spoken: Spoken
    /// The object as its author wrote it, where a translation is shown.
    package let original: JSON?
    /// What an announcement offers; nil on everything else.
    package var access: AccessOffer?

    package init(
        id: String,
        type: String,
        version: Moment,
        json: JSON,
        byteCount: Int,
        bodyHash: String,
        marking: Marking,
        places: [Place],
        relations: [RelationGroup] = [],
        versions: [VersionRow] = [],
        olderVersions: Int = 0,
        findings: [Finding] = [],
        names: [String: ObjectName] = [:],
        around: ObjectAround? = nil,
        attribution: Attribution? = nil,
        fileSize: Int? = nil,
        face: RecordFace? = nil,
        spoken: Spoken = .asWritten,
        original: JSON? = nil
    ) {
        self.id = id
        self.type = type
        self.version = version
        self.json = json
        self.byteCount = byteCount
        self.bodyHash = bodyHash
        self.marking = marking
        self.places = places
        self.relations = relations
        self.versions = versions
        self.olderVersions = olderVersions
        self.findings = findings
        self.names = names
        self.around = around ?? .nothing
        self.attribution = attribution
        self.fileSize = fileSize
        self.face = face
        self.spoken = spoken
        self.original = original
    }
}

/// Who an object comes from, beside what it says of that itself.
package struct Attribution: Sendable, Hashable {
    /// What there is to say of the author.
    package enum Author: Sendable, Hashable {
        /// It is who the object says, or the object is its own word.
        case asStated
        /// The object names none.
        case missing
        /// It names a party that did not say this.
        case notTheirs
    }

    package let author: Author
    /// Who sent it, for those who may know.
    package let sender: String?

    package init(author: Author, sender: String?) {
        self.author = author
        self.sender = sender
    }
}

/// How an object may be shared, and why.
package struct Marking: Sendable, Hashable {
    package let tlp: TLP
    /// Whether the object says so itself; otherwise the collection's default holds.
    package let isOwn: Bool
    /// Texts of statement markings: copyright, terms of use.
    package let statements: [String]

    package init(tlp: TLP, isOwn: Bool, statements: [String] = []) {
        self.tlp = tlp
        self.isOwn = isOwn
        self.statements = statements
    }
}

/// Where an object stands, or stood.
package struct Place: Sendable, Hashable {
    package let collection: CollectionName
    package let readers: Readers
    package let ceiling: TLP
    /// The number of the log entry that placed this version, from 0.
    package let entry: Int
    package let added: Moment
    /// The entry that withdrew the object, and why.
    package let withdrawal: Withdrawal?
    /// The proof that the entry stands in the log; nothing where the log has not been signed that far yet.
    package let proof: LogProof?

    package init(
        collection: CollectionName, readers: Readers, ceiling: TLP, entry: Int, added: Moment,
        withdrawal: Withdrawal? = nil, proof: LogProof?
    ) {
        self.collection = collection
        self.readers = readers
        self.ceiling = ceiling
        self.entry = entry
        self.added = added
        self.withdrawal = withdrawal
        self.proof = proof
    }

    /// How an object left a collection.
    package struct Withdrawal: Sendable, Hashable {
        package let entry: Int
        package let added: Moment
        package let reason: String

        package init(entry: Int, added: Moment, reason: String) {
            self.entry = entry
            self.added = added
            self.reason = reason
        }
    }
}

/// An inclusion proof: from the entry's leaf up to the signed root.
package struct LogProof: Sendable, Hashable {
    /// Hash of the leaf, in base64.
    package let leafHash: String
    package let head: LogHead
    /// The hashes beside the path, from the leaf up, in base64.
    package let path: [String]

    package init(leafHash: String, head: LogHead, path: [String]) {
        self.leafHash = leafHash
        self.head = head
        self.path = path
    }
}

/// One version of an object.
package struct VersionRow: Sendable {
    package let version: Moment
    package let added: Moment
    /// Its content, for the comparison with the version before it; nothing where it is not compared.
    package let json: JSON?

    package init(version: Moment, added: Moment, json: JSON?) {
        self.version = version
        self.added = added
        self.json = json
    }
}
