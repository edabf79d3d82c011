/// Which relationships are suggested between which types: by the standard (STIX 2.1 §3.7, and §4 to §6 under
/// "Relationships"), and by the extensions that are known.
///
/// Others are allowed; what is not suggested is a warning.
final class RelationshipSummary: Sendable {
    /// A source, the name of the relationship, and its targets; `observable` stands for each type of observable.
    typealias Row = (source: String, name: String, targets: [String])

    static let standard = RelationshipSummary()

    /// Their names; each has a bit of a word.
    let names: NameTable
    /// By source and target type: a bit for each name.
    private let suggested: [UInt64]
    private static let common = ["derived-from", "duplicate-of", "related-to"]

    /// Whether nothing speaks against the relationship: it is suggested, or one of the types is not known.
    func suggests(_ name: UnsafeBufferPointer<UInt8>, from source: Int, to target: Int) -> Bool {
        guard source >= 0, target >= 0 else { return true }
        let index = names.index(of: name)
        return index >= 0 && suggested[source * Schema.typeCount + target] >> UInt64(index) & 1 == 1
    }

    private init() {
        let observables = ObjectType.names.filter { $0.category == .observable }.map(\.name)
        let rows = RelationshipSummary.rows + KnownExtension.all.flatMap(\.relationships)
        var known = RelationshipSummary.common
        for row in rows where !known.contains(row.name) { known.append(row.name) }
        var bits = [UInt64](repeating: 0, count: Schema.typeCount * Schema.typeCount)
        func number(_ type: String) -> Int { ObjectType.names.firstIndex { $0.name == type } ?? 0 }
        func suggest(_ name: String, _ source: Int, _ target: Int) {
            guard let bit = known.firstIndex(of: name) else { return }
            bits[source * Schema.typeCount + target] |= 1 << UInt64(bit)
        }
        for source in 0..<ObjectType.names.count {
            for target in 0..<ObjectType.names.count { suggest("related-to", source, target) }
            suggest("derived-from", source, source)
            suggest("duplicate-of", source, source)
        }
        for row in rows {
            let targets = row.targets.flatMap { $0 == "observable" ? observables : [$0] }
            for target in targets { suggest(row.name, number(row.source), number(target)) }
        }
        names = NameTable(known)
        suggested = bits
    }

    private static let places = ["identity", "location"]
    private static let arms = ["attack-pattern", "infrastructure", "malware", "tool"]

    private static let rows: [Row] = [
        ("attack-pattern", "delivers", ["malware"]),
        ("attack-pattern", "targets", places + ["vulnerability"]),
        ("attack-pattern", "uses", ["malware", "tool"]),
        ("campaign", "attributed-to", ["intrusion-set", "threat-actor"]),
        ("campaign", "compromises", ["infrastructure"]),
        ("campaign", "originates-from", ["location"]),
        ("campaign", "targets", places + ["vulnerability"]),
        ("campaign", "uses", arms),
        ("course-of-action", "investigates", ["indicator"]),
        ("course-of-action", "mitigates", ["attack-pattern", "indicator", "malware", "tool", "vulnerability"]),
        ("course-of-action", "remediates", ["malware", "vulnerability"]),
        ("identity", "located-at", ["location"]),
        (
            "indicator", "indicates",
            ["attack-pattern", "campaign", "infrastructure", "intrusion-set", "malware", "threat-actor", "tool"]
        ),
        ("indicator", "based-on", ["observed-data"]),
        (
            "infrastructure", "communicates-with",
            ["infrastructure", "ipv4-addr", "ipv6-addr", "domain-name", "url"]
        ),
        ("infrastructure", "consists-of", ["infrastructure", "observed-data", "observable"]),
        ("infrastructure", "controls", ["infrastructure", "malware"]),
        ("infrastructure", "delivers", ["malware"]),
        ("infrastructure", "has", ["vulnerability"]),
        ("infrastructure", "hosts", ["tool", "malware"]),
        ("infrastructure", "located-at", ["location"]),
        ("infrastructure", "uses", ["infrastructure"]),
        ("intrusion-set", "attributed-to", ["threat-actor"]),
        ("intrusion-set", "compromises", ["infrastructure"]),
        ("intrusion-set", "hosts", ["infrastructure"]),
        ("intrusion-set", "originates-from", ["location"]),
        ("intrusion-set", "owns", ["infrastructure"]),
        ("intrusion-set", "targets", places + ["vulnerability"]),
        ("intrusion-set", "uses", arms),
        ("malware", "authored-by", ["threat-actor", "intrusion-set"]),
        ("malware", "beacons-to", ["infrastructure"]),
        ("malware", "exfiltrate-to", ["infrastructure"]),
        ("malware", "exfiltrates-to", ["infrastructure"]),
        ("malware", "communicates-with", ["ipv4-addr", "ipv6-addr", "domain-name", "url"]),
        ("malware", "controls", ["malware"]),
        ("malware", "downloads", ["malware", "tool", "file"]),
        ("malware", "drops", ["malware", "tool", "file"]),
        ("malware", "exploits", ["vulnerability"]),
        ("malware", "originates-from", ["location"]),
        ("malware", "targets", places + ["infrastructure", "vulnerability"]),
        ("malware", "uses", arms),
        ("malware", "variant-of", ["malware"]),
        ("malware-analysis", "characterizes", ["malware"]),
        ("malware-analysis", "analysis-of", ["malware"]),
        ("malware-analysis", "static-analysis-of", ["malware"]),
        ("malware-analysis", "dynamic-analysis-of", ["malware"]),
        ("threat-actor", "attributed-to", ["identity"]),
        ("threat-actor", "compromises", ["infrastructure"]),
        ("threat-actor", "hosts", ["infrastructure"]),
        ("threat-actor", "owns", ["infrastructure"]),
        ("threat-actor", "impersonates", ["identity"]),
        ("threat-actor", "located-at", ["location"]),
        ("threat-actor", "targets", places + ["vulnerability"]),
        ("threat-actor", "uses", arms),
        ("tool", "delivers", ["malware"]),
        ("tool", "drops", ["malware"]),
        ("tool", "has", ["vulnerability"]),
        ("tool", "targets", places + ["infrastructure", "vulnerability"]),
        ("tool", "uses", ["infrastructure"]),
        // Of observables (§6).
        ("domain-name", "resolves-to", ["domain-name", "ipv4-addr", "ipv6-addr"]),
        ("ipv4-addr", "resolves-to", ["mac-addr"]),
        ("ipv4-addr", "belongs-to", ["autonomous-system"]),
        ("ipv6-addr", "resolves-to", ["mac-addr"]),
        ("ipv6-addr", "belongs-to", ["autonomous-system"]),
    ]
}
