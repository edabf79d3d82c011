import Crypto
import STIX

/// Kinds and taxonomies that come together, as files without any code.
public struct Pack: Sendable {
    /// Its name, which its maker owns: `valdoria.example`.
    public let name: String
    /// Its version, for people.
    public let version: String
    /// Who made it.
    public let author: String
    /// Under which licence it may be used.
    public let licence: String
    /// What it is called.
    public let title: Phrase
    /// What it is for, in one sentence.
    public let says: Phrase
    /// In the order of their names.
    public let kinds: [Kind]
    /// In the order of their namespaces.
    public let taxonomies: [TagTaxonomy]
    /// Bundles of STIX objects, such as the records of a toolkit; whoever places them looks at each.
    public let records: [File]
    /// Its files, in the order of their paths; the signature is none of them.
    public let files: [File]

    /// A file of a pack.
    public struct File: Sendable, Hashable {
        /// From the top of the pack: `kinds/lesson.yaml`.
        public let path: String
        /// The content.
        public let bytes: [UInt8]

        /// Makes one.
        public init(path: String, bytes: [UInt8]) {
            self.path = path
            self.bytes = bytes
        }

        /// SHA-256 of the content, in hexadecimal.
        var sha256: String {
            SHA256.hash(data: bytes).map { byte in
                let digits = String(byte, radix: 16)
                return digits.count == 1 ? "0" + digits : digits
            }.joined()
        }
    }

    /// The signature of a pack, which stands beside its files (C2SP signed-note).
    public static let signature = "pack.note"
    /// Files of a pack, and what they hold together.
    public static let mostFiles = 500
    /// Bytes of all its files.
    public static let mostBytes = 4 << 20

    /// Reads a pack from its files; one that is neither the manifest nor below `kinds`, `taxonomies` or `records` may only be a text.
    ///
    /// - Throws: `KindFault`, with the file.
    public init(_ files: [File]) throws(KindFault) {
        guard files.count <= Self.mostFiles, files.reduce(0, { $0 + $1.bytes.count }) <= Self.mostBytes else {
            throw KindFault(.tooLarge, "a pack has at most \(Self.mostFiles) files of \(Self.mostBytes) bytes together")
        }
        let files = files.filter { $0.path != Self.signature }.sorted { $0.path < $1.path }
        self.files = files
        guard Set(files.map(\.path)).count == files.count else {
            throw KindFault(.duplicate, "two files of the pack have one name")
        }
        guard let manifest = files.first(where: { $0.path == "pack.yaml" }) else {
            throw KindFault(.missing, "the pack has no pack.yaml")
        }
        do throws(KindFault) {
            (name, version, author, licence, title, says) = try Entry(yaml: manifest.bytes).members {
                members throws(KindFault) in
                let words = try members.need("words").words()
                return (
                    try members.need("pack").packName(), try members.need("version").text(atMost: 40),
                    try members.need("author").text(), try members.need("licence").text(), words.0, words.1
                )
            }
        } catch {
            throw error.inFile(manifest.path)
        }
        var (kinds, taxonomies, records) = ([Kind](), [TagTaxonomy](), [File]())
        for file in files where file.path != manifest.path {
            do throws(KindFault) {
                switch Self.folder(of: file.path) {
                case "kinds":
                    let kind = try Kind(yaml: file.bytes, of: name)
                    guard !kinds.contains(where: { $0.name == kind.name }) else {
                        throw KindFault(
                            .duplicate,
                            "two files say the kind \(kind.name): a pack holds one version of it, and the new file takes the place of the old"
                        )
                    }
                    kinds.append(kind)
                case "taxonomies":
                    let taxonomy = try TagTaxonomy(file.bytes)
                    guard !taxonomies.contains(where: { $0.namespace == taxonomy.namespace }) else {
                        throw KindFault(.duplicate, "there are two taxonomies \(taxonomy.namespace)")
                    }
                    taxonomies.append(taxonomy)
                case "records":
                    try Self.checkBundle(file.bytes)
                    records.append(file)
                case "" where file.path.hasSuffix(".md") || file.path.hasSuffix(".txt"): continue
                default:
                    throw KindFault(
                        .unknownName,
                        "nobody reads this file: a pack has pack.yaml, kinds/*.yaml, taxonomies/*.json, records/*.json and texts"
                    )
                }
            } catch {
                throw error.inFile(file.path)
            }
        }
        guard !kinds.isEmpty || !taxonomies.isEmpty || !records.isEmpty else {
            throw KindFault(.missing, "the pack has nothing in it")
        }
        self.kinds = kinds.sorted { $0.name < $1.name }
        self.taxonomies = taxonomies.sorted { $0.namespace < $1.namespace }
        self.records = records
    }

    /// The identifiers of the objects in its records.
    public var recordIDs: [String] {
        records.flatMap { file in
            (try? JSON.parse(file.bytes))?["objects"]?.array?.compactMap { $0["id"]?.string } ?? []
        }
    }

    private static func checkBundle(_ bytes: [UInt8]) throws(KindFault) {
        guard let bundle = try? JSON.parse(bytes), bundle["type"]?.string == "bundle",
            let objects = bundle["objects"]?.array, objects.allSatisfy({ $0["id"]?.string != nil })
        else { throw KindFault(.unreadable, "this is no bundle of STIX objects") }
    }

    /// What its author signs: its name and version, and each file with its hash, a line each.
    public var signedText: String {
        let lines = files.map { "\($0.sha256) \($0.path)" }
        return (["concord-pack/v1", "\(name) \(version)"] + lines).joined(separator: "\n") + "\n"
    }

    /// The folder that a file stands in directly, where its name has the ending of that folder.
    private static func folder(of path: String) -> String? {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        switch (parts.count, parts.first) {
        case (1, _): return ""
        case (2, "kinds") where path.hasSuffix(".yaml"): return "kinds"
        case (2, "taxonomies") where path.hasSuffix(".json"): return "taxonomies"
        case (2, "records") where path.hasSuffix(".json"): return "records"
        default: return nil
        }
    }
}

extension Entry {
    fileprivate func words() throws(KindFault) -> (Phrase, Phrase) {
        guard case .object(let languages) = value else {
            throw fault(.wrongType, "words by languages are expected here: {en: {name: …, says: …}}")
        }
        var (names, sentences) = ([Phrase.Translation](), [Phrase.Translation]())
        for (tag, entry) in languages {
            guard LanguageTag.isWellFormed(tag) else {
                throw entry.fault(.badForm, "\(tag) is no language tag (BCP 47)")
            }
            try entry.members { members throws(KindFault) in
                names.append(.init(language: tag, text: try members.need("name").text()))
                sentences.append(.init(language: tag, text: try members.need("says").text(atMost: 600)))
            }
        }
        guard let title = Phrase(names), let says = Phrase(sentences) else {
            throw fault(.missing, "words in one language at least")
        }
        return (title, says)
    }
}
