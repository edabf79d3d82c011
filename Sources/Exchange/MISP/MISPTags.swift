import STIX

/// What the tags and galaxies of one thing say.
struct MISPTags {
    /// The strictest TLP among them.
    private(set) var tlp: TLP?
    private(set) var labels: [String] = []
    private(set) var clusters: [MISPCluster] = []
    /// The labels and the tags of the clusters.
    private var known: Set<String> = []

    /// One thing has no more of them; a TLP counts wherever it stands.
    static let most = 1_000

    init() {}

    var isEmpty: Bool { labels.isEmpty && clusters.isEmpty }

    /// Reads `Tag` and `Galaxy`.
    init(_ node: MISPNode) {
        var local: Set<String> = []
        node.each("Tag") { tag in
            guard let name = tag.text("name") else { return }
            tag.lose(.noPlace, "colour", "relationship_type")
            // It is for the server that wrote it; a TLP restricts all the same.
            if tag.flag("local"), TLP(mispTag: name) == nil {
                local.insert(name)
                return tag.lose(taken: "name", .local)
            }
            if !add(name) { tag.lose(taken: "name", .tooMany) }
        }
        node.each("Galaxy") { galaxy in
            galaxy.rest = .galaxyText
            galaxy.each("GalaxyCluster") { cluster in
                cluster.rest = .galaxyText
                guard let name = cluster.text("tag_name") else { return }
                if cluster.flag("local") || local.contains(name) { return cluster.lose(taken: "tag_name", .local) }
                let floor = cluster.text("distribution").flatMap(TLP.init(mispDistribution:)) ?? .clear
                // The usual ones are for all communities, and the words of their tags for everyone.
                if !add(name, floor: floor > .green ? floor : .clear) { cluster.lose(taken: "tag_name", .tooMany) }
                if floor > .green, labels.contains(name) {
                    labels.removeAll { $0 == name }
                    cluster.lose(taken: "tag_name", .audience)
                }
            }
        }
    }

    /// False where there are too many already.
    private mutating func add(_ name: String, floor: TLP = .clear) -> Bool {
        if let label = TLP(mispTag: name) {
            tlp = max(tlp ?? label, label)
            return true
        }
        guard !known.contains(name) else {
            if let index = clusters.firstIndex(where: { $0.tag == name }) {
                clusters[index].floor = max(clusters[index].floor, floor)
            }
            return true
        }
        guard known.count < Self.most else { return false }
        known.insert(name)
        if var cluster = MISPCluster(tag: name) {
            cluster.floor = floor
            clusters.append(cluster)
        } else {
            labels.append(name)
        }
        return true
    }

    /// Takes what the tags of a part say too; what is too many is told as lost with the part's.
    mutating func join(_ other: MISPTags, of part: MISPNode) {
        tlp = [tlp, other.tlp].compactMap(\.self).max()
        var isWhole = true
        for name in other.labels where !add(name) { isWhole = false }
        for cluster in other.clusters where !add(cluster.tag, floor: cluster.floor) { isWhole = false }
        if !isWhole { part.lose(taken: "Tag", .tooMany) }
    }
}

extension TLP {
    /// The label that a tag of the MISP taxonomy `tlp` gives, `tlp:white` of version 1 too; nil for any other tag.
    init?(mispTag tag: String) {
        let tag = tag.lowercased()
        guard tag.hasPrefix("tlp:") else { return nil }
        let name = tag.dropFirst(4)
        guard let label = Self.allCases.first(where: { $0.name == name }) ?? (name == "white" ? .clear : nil) else {
            return nil
        }
        self = label
    }
}

/// What a tag such as `misp-galaxy:mitre-attack-pattern="Phishing - T1566"` names.
///
/// Only the tag makes the object, so that it is the same from every event and every server, with the galaxy's text or without.
/// The identifiers of ATT&CK's own objects are not taken: their version lines belong to ATT&CK.
struct MISPCluster {
    let tag: String
    let type: String
    let name: String
    /// Such as `T1566`.
    let externalID: String?
    /// The strictness of the cluster itself, where it has one.
    var floor = TLP.clear

    init?(tag: String) {
        guard let match = tag.wholeMatch(of: /misp-galaxy:([^=]+)="(.+)"/), let type = Self.type(String(match.1)) else {
            return nil
        }
        self.tag = tag
        self.type = type
        let value = String(match.2)
        guard let parts = value.wholeMatch(of: /(.+) - ([TGSM][0-9]{4}(?:\.[0-9]{3})?)/) else {
            (name, externalID) = (value, nil)
            return
        }
        (name, externalID) = (String(parts.1), String(parts.2))
    }

    private static func type(_ galaxy: String) -> String? {
        if let type = types[galaxy] { return type }
        guard galaxy.hasPrefix("mitre-") else { return nil }
        return ["attack-pattern", "intrusion-set", "malware", "tool", "course-of-action"].first {
            galaxy.hasSuffix("-\($0)")
        }
    }

    /// Galaxies whose clusters are plainly of one STIX type.
    static let types = [
        "threat-actor": "threat-actor", "microsoft-activity-group": "threat-actor",
        "360net-threat-actor": "threat-actor",
        "malpedia": "malware", "ransomware": "malware", "rat": "malware", "banker": "malware", "botnet": "malware",
        "stealer": "malware", "backdoor": "malware", "cryptominers": "malware", "android": "malware",
        "tool": "tool", "exploit-kit": "tool", "mitre-ics-techniques": "attack-pattern",
        "mitre-ics-groups": "intrusion-set",
        "mitre-ics-software": "malware",
    ]

    /// The object of it: the same from every event and source under this marking, so that no two ever contradict each other.
    func draft(_ marking: TLP) -> MISPDraft {
        var draft = MISPDraft.undated(type, uuid: MISPIdentifier.derived("galaxy", tag, marking.name), marking)
        draft["name"] = name
        if type == "malware" { draft.set("is_family", .bool(true)) }
        if let externalID {
            draft.set(
                "external_references",
                .array([
                    .object([
                        .init(name: "source_name", value: .string("mitre-attack")),
                        .init(name: "external_id", value: .string(externalID)),
                    ])
                ]))
        }
        return draft
    }
}

extension MISPDraft {
    /// The organisation in a node; without one, somebody unknown.
    ///
    /// Its identifier is ours: that of MISP could be the one of an organisation here, or of two with different names.
    static func organisation(_ node: MISPNode?, _ marking: TLP) -> MISPDraft {
        let name = node?.text("name") ?? "Unknown organisation"
        let given = node?.text("uuid")?.lowercased()
        var identity = undated(
            "identity", uuid: MISPIdentifier.derived("organisation", given ?? "", name, marking.name), marking)
        identity["name"] = name
        identity["identity_class"] = "organization"
        if let given {
            identity.set("external_references", .array([MISPEvent.external("misp-organisation", id: given)]))
        }
        return identity
    }

    /// Something of which MISP doesn't say when it was made: 1970.
    ///
    /// Whoever makes it puts all that it says into its identifier, the marking too.
    static func undated(_ type: String, uuid: String, _ marking: TLP) -> MISPDraft {
        let created = Timestamp(clamping: 0)
        var draft = MISPDraft(type, uuid: uuid, created: created, modified: created)
        draft.mark(marking)
        return draft
    }

    mutating func mark(_ marking: TLP) { set("object_marking_refs", [marking.markingID]) }
}
