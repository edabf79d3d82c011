/// A page or file of the site.
///
/// Links and routes are made from the same values, so a link cannot point nowhere: a kind has one template, and the
/// members below are the only way to name an address of a kind.
package struct Address: Sendable, Hashable {
    package let kind: Kind
    /// The values of the template's placeholders, in their order.
    private let values: [String]
    /// What the reader looks for; empty but for a search.
    private let searched: String

    private init(_ kind: Kind, _ values: String..., searched: String = "") {
        (self.kind, self.values, self.searched) = (kind, values, searched)
    }

    /// The address that a path and its query name, if any.
    package init?(path: String, query: WebQuery = WebQuery([])) {
        for kind in Kind.allCases {
            guard let found = kind.template.match(path) else { continue }
            self.kind = kind
            values = kind.template.placeholders.map { found[$0.rawValue] ?? "" }
            searched = kind == .search ? query["q"] ?? "" : ""
            return
        }
        return nil
    }

    /// The address as it stands in a link: path, and for a search its query.
    package var href: String { href(with: []) }

    /// The address with further query parameters, for instance a page cursor.
    package func href(with query: [(name: String, value: String)]) -> String {
        let pairs = (searched.isEmpty ? [] : [(name: "q", value: searched)]) + query
        let path = kind.template.filled(values)
        return pairs.isEmpty ? path : path + "?" + WebQuery(pairs).text
    }
}

extension Address {
    // The site.
    package static let home = Address(.home)
    package static let about = Address(.about)
    package static let icon = Address(.icon)
    package static func stylesheet(hash: String) -> Address { Address(.stylesheet, hash) }

    // What is known.
    package static let types = Address(.types)
    package static func type(_ type: String) -> Address { Address(.type, type) }
    /// What the reader looks for; empty for the bare form.
    package static func search(_ text: String) -> Address { Address(.search, searched: text) }
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
    package static func collection(_ id: String) -> Address { Address(.collection, id) }
    package static func collectionType(collection: String, type: String) -> Address {
        Address(.collectionType, collection, type)
    }
    package static func object(_ id: String) -> Address { Address(.object, id) }
    /// All relations of an object.
    package static func relations(_ id: String) -> Address { Address(.relations, id) }
    package static func version(object: String, version: String) -> Address { Address(.version, object, version) }
    /// The exact bytes of the newest readable version.
    package static func raw(_ id: String) -> Address { Address(.raw, id) }
    /// The exact bytes of one version.
    package static func rawVersion(object: String, version: String) -> Address { Address(.rawVersion, object, version) }

    // What is written here.
    package static let drafts = Address(.drafts)
    package static let newDraft = Address(.newDraft)
    package static func draft(_ id: String) -> Address { Address(.draft, id) }
    package static func draftForm(_ id: String) -> Address { Address(.draftForm, id) }
    package static func publication(draft: String) -> Address { Address(.publication, draft) }
    package static func draftRemoval(_ id: String) -> Address { Address(.draftRemoval, id) }
    package static func correction(_ object: String) -> Address { Address(.correction, object) }
    /// Placing an object in a further collection.
    package static func sharing(_ object: String) -> Address { Address(.sharing, object) }
    package static func withdrawal(_ object: String) -> Address { Address(.withdrawal, object) }
    package static func erasure(_ object: String) -> Address { Address(.erasure, object) }
    /// An advisory as plain text, and as a mail.
    package static func text(_ object: String) -> Address { Address(.text, object) }
    package static func mail(_ object: String) -> Address { Address(.mail, object) }

    // The desk's own work.
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
    // Who is here.
    package static let signIn = Address(.signIn)
    package static let signOut = Address(.signOut)
    /// Where an invited person comes in, once.
    package static func invitation(_ secret: String) -> Address { Address(.invitation, secret) }
    /// One's own account.
    package static let account = Address(.account)
    package static let signOutEverywhere = Address(.signOutEverywhere)
    package static let keys = Address(.keys)
    package static func key(_ id: String) -> Address { Address(.key, id) }
    package static func session(_ id: String) -> Address { Address(.session, id) }
    package static let tokens = Address(.tokens)
    package static func token(_ id: String) -> Address { Address(.token, id) }
    package static let people = Address(.people)
    package static func person(_ account: String) -> Address { Address(.person, account) }
    package static func personRole(_ account: String) -> Address { Address(.personRole, account) }
    package static func personState(_ account: String) -> Address { Address(.personState, account) }
    package static func personInvitation(_ account: String) -> Address { Address(.personInvitation, account) }
    package static let organisations = Address(.organisations)
    package static func organisation(_ id: String) -> Address { Address(.organisation, id) }
    package static func constituency(_ organisation: String) -> Address { Address(.constituency, organisation) }
    /// The public face of an organisation: its `identity` object.
    package static func contactCard(_ organisation: String) -> Address { Address(.contactCard, organisation) }
    package static let groups = Address(.groups)
    package static func group(_ id: String) -> Address { Address(.group, id) }
    package static func groupMembers(_ id: String) -> Address { Address(.groupMembers, id) }
    package static let audit = Address(.audit)
    package static let seeAs = Address(.seeAs)
    package static let metrics = Address(.metrics)

    // Lists for firewalls and resolvers.
    package static let lists = Address(.lists)
    package static func listName(_ id: String) -> Address { Address(.listName, id) }
    package static func listRemoval(_ id: String) -> Address { Address(.listRemoval, id) }
    /// The lines of a list: whoever knows the address reads it.
    package static func listText(_ secret: String) -> Address { Address(.listText, secret) }
    /// The same as comma-separated values.
    package static func listTable(_ secret: String) -> Address { Address(.listTable, secret) }

    // The logs.
    package static func export(collection: String) -> Address { Address(.export, collection) }
    /// The prefix of a log, as tlog-tiles clients want it.
    package static func log(collection: String) -> Address { Address(.log, collection) }
    package static func checkpoint(collection: String) -> Address { Address(.checkpoint, collection) }
    package static func tile(collection: String, path: String) -> Address { Address(.tile, collection, path) }

    // TAXII 2.1; a collection by its UUID or alias.
    package static let taxii = Address(.taxii)
    package static let taxiiRoot = Address(.taxiiRoot)
    package static let taxiiCollections = Address(.taxiiCollections)
    package static func taxiiCollection(_ name: String) -> Address { Address(.taxiiCollection, name) }
    package static func taxiiManifest(_ name: String) -> Address { Address(.taxiiManifest, name) }
    package static func taxiiObjects(_ name: String) -> Address { Address(.taxiiObjects, name) }
    package static func taxiiObject(_ name: String, _ id: String) -> Address { Address(.taxiiObject, name, id) }
    package static func taxiiVersions(_ name: String, _ id: String) -> Address { Address(.taxiiVersions, name, id) }
    package static func taxiiStatus(_ id: String) -> Address { Address(.taxiiStatus, id) }
}

extension Address {
    /// What kind of address it is: the path templates of all endpoints, on one screen.
    package enum Kind: Sendable, Hashable, CaseIterable {
        case home, about, icon, stylesheet
        case searchJSON, searchFeed, savedSearches, savedSearchName, savedSearchAddress, savedSearchRemoval,
            savedSearchFeed
        case types, type, search, collection, collectionType, object, relations, version, raw, rawVersion
        case drafts, newDraft, draft, draftForm, publication, draftRemoval
        case correction, sharing, withdrawal, erasure, text, mail
        case seen, quarantine, quarantineDecisions, quarantineCase, imports, importUndo
        case signIn, signOut, invitation, account, signOutEverywhere, keys, key, session, tokens, token
        case people, person, personRole, personState, personInvitation
        case organisations, organisation, constituency, contactCard, groups, group, groupMembers, audit, seeAs
        case export, log, checkpoint, tile
        case taxii, taxiiRoot, taxiiCollections, taxiiCollection, taxiiManifest, taxiiObjects, taxiiObject,
            taxiiVersions, taxiiStatus
        case check, checkTable, knownGood, metrics
        case lists, listName, listRemoval, listText, listTable

        /// The path that an endpoint of this kind answers.
        package var template: PathTemplate {
            switch self {
            case .home: "/"
            case .about: "/about"
            case .icon: "/icon.svg"
            case .stylesheet: "/style-\(.hash).css"
            case .types: "/types"
            case .type: "/types/\(.type)"
            case .search: "/search"
            case .searchJSON: "/search.json"
            case .searchFeed: "/search.atom"
            case .savedSearches: "/searches"
            case .savedSearchName: "/searches/\(.uuid)/name"
            case .savedSearchAddress: "/searches/\(.uuid)/address"
            case .savedSearchRemoval: "/searches/\(.uuid)/removal"
            case .savedSearchFeed: "/feeds/\(.secret)"
            case .collection: "/collections/\(.collection)"
            case .collectionType: "/collections/\(.collection)/types/\(.type)"
            case .object: "/objects/\(.id)"
            case .relations: "/objects/\(.id)/relations"
            case .version: "/objects/\(.id)/versions/\(.version)"
            case .raw: "/objects/\(.id).json"
            case .rawVersion: "/objects/\(.id)/versions/\(.version).json"
            case .drafts: "/drafts"
            case .newDraft: "/drafts/new"
            case .draft: "/drafts/\(.uuid)"
            case .draftForm: "/drafts/\(.uuid)/edit"
            case .publication: "/drafts/\(.uuid)/publish"
            case .draftRemoval: "/drafts/\(.uuid)/discard"
            case .correction: "/objects/\(.id)/correct"
            case .sharing: "/objects/\(.id)/share"
            case .withdrawal: "/objects/\(.id)/withdraw"
            case .erasure: "/objects/\(.id)/erase"
            case .text: "/objects/\(.id).txt"
            case .mail: "/objects/\(.id).eml"
            case .seen: "/seen"
            case .quarantine: "/quarantine"
            case .quarantineDecisions: "/decisions"
            case .quarantineCase: "/quarantine/\(.uuid)"
            case .imports: "/imports"
            case .importUndo: "/imports/\(.uuid)/undo"
            case .signIn: "/sign-in"
            case .signOut: "/sign-out"
            case .invitation: "/invitations/\(.secret)"
            case .account: "/account"
            case .signOutEverywhere: "/account/sign-out-everywhere"
            case .keys: "/account/keys"
            case .key: "/account/keys/\(.uuid)"
            case .session: "/account/sessions/\(.uuid)"
            case .tokens: "/account/tokens"
            case .token: "/account/tokens/\(.uuid)"
            case .people: "/people"
            case .person: "/people/\(.uuid)"
            case .personRole: "/people/\(.uuid)/role"
            case .personState: "/people/\(.uuid)/state"
            case .personInvitation: "/people/\(.uuid)/invitation"
            case .organisations: "/organisations"
            case .organisation: "/organisations/\(.uuid)"
            case .constituency: "/organisations/\(.uuid)/constituency"
            case .contactCard: "/organisations/\(.uuid)/card"
            case .groups: "/groups"
            case .group: "/groups/\(.uuid)"
            case .groupMembers: "/groups/\(.uuid)/members"
            case .audit: "/audit"
            case .seeAs: "/see-as"
            case .export: "/collections/\(.collection)/export"
            case .log: "/logs/\(.collection)"
            case .checkpoint: "/logs/\(.collection)/checkpoint"
            case .check: "/check"
            case .checkTable: "/check.csv"
            case .knownGood: "/known-good"
            case .metrics: "/metrics"
            case .lists: "/lists"
            case .listName: "/lists/\(.uuid)/name"
            case .listRemoval: "/lists/\(.uuid)/removal"
            case .listText: "/lists/\(.secret).txt"
            case .listTable: "/lists/\(.secret).csv"
            case .tile: "/logs/\(.collection)/tile/\(.path)"
            case .taxii: "/taxii2/"
            case .taxiiRoot: "/taxii2/gateway/"
            case .taxiiCollections: "/taxii2/gateway/collections/"
            case .taxiiCollection: "/taxii2/gateway/collections/\(.name)/"
            case .taxiiManifest: "/taxii2/gateway/collections/\(.name)/manifest/"
            case .taxiiObjects: "/taxii2/gateway/collections/\(.name)/objects/"
            case .taxiiObject: "/taxii2/gateway/collections/\(.name)/objects/\(.id)/"
            case .taxiiVersions: "/taxii2/gateway/collections/\(.name)/objects/\(.id)/versions/"
            case .taxiiStatus: "/taxii2/gateway/status/\(.uuid)/"
            }
        }
    }
}
