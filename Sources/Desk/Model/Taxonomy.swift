import STIX
import Web

/// Words to label with: a namespace of machine tags, `rsit:fraud="phishing"`.
struct Taxonomy: Sendable {
    let namespace: String
    let name: String
    let groups: [Group]

    struct Group: Sendable {
        /// Its name by language; nil for tags that stand alone.
        let names: [String: String]
        let tags: [Tag]
    }

    struct Tag: Sendable {
        /// As it stands in `labels`.
        let machineTag: String
        let names: [String: String]
    }

    static let all: [Taxonomy] = [reading(rsitData), reading(papData)]
    private static let known = Set(all.flatMap(\.groups).flatMap(\.tags).map(\.machineTag))

    /// Whether a tag is one of ours; no tag at all is one too.
    static func knows(_ tag: String) -> Bool { tag.isEmpty || known.contains(tag) }

    /// What a label is called in a language; nil for a label of nobody's taxonomy.
    static func name(of label: String, in language: Language) -> String? {
        guard known.contains(label) else { return nil }
        return all.lazy.flatMap(\.groups).flatMap(\.tags).first { $0.machineTag == label }?.name(in: language)
    }

    /// Reads the common machine-tag form: predicates, and the entries of each.
    private static func reading(_ text: String) -> Taxonomy {
        guard let json = try? JSON.parse(Array(text.utf8)) else { preconditionFailure("a taxonomy is no JSON") }
        let namespace = json.text("namespace") ?? ""
        let entries = json["values"]?.array ?? []
        var alone: [Tag] = []
        var groups: [Group] = []
        for predicate in json["predicates"]?.array ?? [] {
            let code = predicate.text("value") ?? ""
            let below = entries.first { $0.text("predicate") == code }?["entry"]?.array ?? []
            if below.isEmpty {
                alone.append(Tag(machineTag: "\(namespace):\(code)", names: names(predicate)))
            } else {
                groups.append(
                    Group(
                        names: names(predicate),
                        tags: below.map {
                            Tag(machineTag: "\(namespace):\(code)=\"\($0.text("value") ?? "")\"", names: names($0))
                        }))
            }
        }
        if !alone.isEmpty { groups.append(Group(names: [:], tags: alone)) }
        return Taxonomy(namespace: namespace, name: json.text("expanded") ?? namespace, groups: groups)
    }

    private static func names(_ json: JSON) -> [String: String] {
        var names = ["en": json.text("expanded") ?? ""]
        for language in Language.allCases.map(\.rawValue) {
            if let name = json.text("expanded_\(language)") { names[language] = name }
        }
        return names
    }
}

extension Taxonomy.Tag {
    func name(in language: Language) -> String { names[language.rawValue] ?? names["en"] ?? machineTag }
}

extension Taxonomy.Group {
    func name(in language: Language) -> String? { names[language.rawValue] ?? names["en"] }
}
