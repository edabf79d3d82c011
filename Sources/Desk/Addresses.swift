package import Web

extension Address {
    package static let about = Address(.about)
    package static let types = Address(.types)
    package static func type(_ type: String) -> Address { Address(.type, type) }
    /// A search as JSON; the same parameters.
    package static let searchJSON = Address(.searchJSON)
    /// A search as an Atom feed; the same parameters.
    package static let searchFeed = Address(.searchFeed)
    /// The searches that somebody keeps.
    package static let savedSearches = Address(.savedSearches)
    package static func savedSearchName(_ id: String) -> Address { Address(.savedSearchName, id) }
    package static func savedSearchAddress(_ id: String) -> Address { Address(.savedSearchAddress, id) }
    package static func savedSearchRemoval(_ id: String) -> Address { Address(.savedSearchRemoval, id) }
    /// The feed of a saved search: whoever knows the address reads it.
    package static func savedSearchFeed(_ secret: String) -> Address { Address(.savedSearchFeed, secret) }
    /// What is known of the values in a pasted text.
    package static let check = Address(.check)
    /// The same as comma-separated values.
    package static let checkTable = Address(.checkTable)
    /// The lists of values known to be harmless.
    package static let knownGood = Address(.knownGood)
    package static func collectionType(collection: String, type: String) -> Address {
        Address(.collectionType, collection, type)
    }
    /// All relations of an object.
    package static func relations(_ id: String) -> Address { Address(.relations, id) }
    package static func version(object: String, version: String) -> Address { Address(.version, object, version) }
    /// The exact bytes of the newest readable version.
    package static func raw(_ id: String) -> Address { Address(.raw, id) }
    /// The exact bytes of one version.
    package static func rawVersion(object: String, version: String) -> Address { Address(.rawVersion, object, version) }
    /// The file that an object names.
    package static func blob(of object: String) -> Address { Address(.objectBlob, object) }
    package static let drafts = Address(.drafts)
    package static func draft(_ id: String) -> Address { Address(.draft, id) }
    package static func draftForm(_ id: String) -> Address { Address(.draftForm, id) }
    package static func publication(draft: String) -> Address { Address(.publication, draft) }
    package static func draftRemoval(_ id: String) -> Address { Address(.draftRemoval, id) }
    /// A form that brings a file.
    package static let files = Address(.files)
    /// What waits for a review.
    package static let reviews = Address(.reviews)
    package static func review(_ id: String) -> Address { Address(.review, id) }
    /// What must happen before anything is published in a collection.
    package static func reviewRule(collection: String) -> Address { Address(.reviewRule, collection) }
    /// Asking for access to what an announcement speaks of.
    package static func accessForm(_ announcement: String) -> Address { Address(.accessForm, announcement) }
    /// Requests for access.
    package static let access = Address(.access)
    package static func accessRequest(_ id: String) -> Address { Address(.accessRequest, id) }
    package static func correction(_ object: String) -> Address { Address(.correction, object) }
    /// Taking a step on an object of a kind.
    package static func steps(on object: String) -> Address { Address(.steps, object) }
    /// What the author of a text does about a remark on it.
    package static func disposition(of remark: String) -> Address { Address(.disposition, remark) }
    /// Placing an object in a further collection.
    package static func sharing(_ object: String) -> Address { Address(.sharing, object) }
    package static func withdrawal(_ object: String) -> Address { Address(.withdrawal, object) }
    package static func erasure(_ object: String) -> Address { Address(.erasure, object) }
    /// An advisory as plain text, and as a mail.
    package static func text(_ object: String) -> Address { Address(.text, object) }
    package static func mail(_ object: String) -> Address { Address(.mail, object) }
    /// Says that the reader has seen what is new.
    package static let seen = Address(.seen)
    /// What waits for a decision.
    package static let quarantine = Address(.quarantine)
    /// One decision on many objects in quarantine: what would happen, and the form.
    package static let quarantineDecisions = Address(.quarantineDecisions)
    package static func quarantineCase(_ id: String) -> Address { Address(.quarantineCase, id) }
    /// What was read in, and from where.
    package static let imports = Address(.imports)
    package static func importUndo(_ id: String) -> Address { Address(.importUndo, id) }
    package static func export(collection: String) -> Address { Address(.export, collection) }
    /// The files that objects of a collection name, as a list for programs.
    package static func blobs(collection: String) -> Address { Address(.blobs, collection) }
    package static func blob(collection: String, hash: String) -> Address { Address(.blob, collection, hash) }
    package static func tile(collection: String, path: String) -> Address { Address(.tile, collection, path) }
}

extension Address.Kind {
    package static let about: Self = "/about"
    package static let types: Self = "/types"
    package static let type: Self = "/types/\(.type)"
    package static let searchJSON: Self = "/search.json"
    package static let searchFeed: Self = "/search.atom"
    package static let savedSearches: Self = "/searches"
    package static let savedSearchName: Self = "/searches/\(.uuid)/name"
    package static let savedSearchAddress: Self = "/searches/\(.uuid)/address"
    package static let savedSearchRemoval: Self = "/searches/\(.uuid)/removal"
    package static let savedSearchFeed: Self = "/feeds/\(.secret)"
    package static let check: Self = "/check"
    package static let checkTable: Self = "/check.csv"
    package static let knownGood: Self = "/known-good"
    package static let collectionType: Self = "/collections/\(.collection)/types/\(.type)"
    package static let relations: Self = "/objects/\(.id)/relations"
    package static let version: Self = "/objects/\(.id)/versions/\(.version)"
    package static let raw: Self = "/objects/\(.id).json"
    package static let rawVersion: Self = "/objects/\(.id)/versions/\(.version).json"
    package static let objectBlob: Self = "/objects/\(.id)/file"
    package static let drafts: Self = "/drafts"
    package static let draft: Self = "/drafts/\(.uuid)"
    package static let draftForm: Self = "/drafts/\(.uuid)/edit"
    package static let publication: Self = "/drafts/\(.uuid)/publish"
    package static let draftRemoval: Self = "/drafts/\(.uuid)/discard"
    package static let files: Self = "/files"
    package static let reviews: Self = "/reviews"
    package static let review: Self = "/reviews/\(.uuid)"
    package static let reviewRule: Self = "/collections/\(.collection)/review"
    package static let accessForm: Self = "/objects/\(.id)/access"
    package static let access: Self = "/access"
    package static let accessRequest: Self = "/access/\(.uuid)"
    package static let correction: Self = "/objects/\(.id)/correct"
    package static let steps: Self = "/objects/\(.id)/steps"
    package static let disposition: Self = "/objects/\(.id)/disposition"
    package static let sharing: Self = "/objects/\(.id)/share"
    package static let withdrawal: Self = "/objects/\(.id)/withdraw"
    package static let erasure: Self = "/objects/\(.id)/erase"
    package static let text: Self = "/objects/\(.id).txt"
    package static let mail: Self = "/objects/\(.id).eml"
    package static let seen: Self = "/seen"
    package static let quarantine: Self = "/quarantine"
    package static let quarantineDecisions: Self = "/decisions"
    package static let quarantineCase: Self = "/quarantine/\(.uuid)"
    package static let imports: Self = "/imports"
    package static let importUndo: Self = "/imports/\(.uuid)/undo"
    package static let export: Self = "/collections/\(.collection)/export"
    package static let blobs: Self = "/logs/\(.collection)/blobs"
    package static let blob: Self = "/logs/\(.collection)/blob/\(.hash)"
    package static let tile: Self = "/logs/\(.collection)/tile/\(.path)"
}
