import Foundation
import STIX
import Testing

/// The cases of `Corpus/*.txt`; its README says how they are written.
struct CorpusCase: Sendable, CustomTestStringConvertible {
    let file: String
    let title: String
    let type: String
    let object: String
    /// What is expected, as `code pointer`, sorted.
    let findings: [String]

    var testDescription: String { "\(file): \(title)" }

    static let all: [CorpusCase] = ["common", "domain", "relationship", "meta", "observable", "extension", "known"]
        .flatMap(read)

    /// The identifiers of known extensions, by the words that the cases have for them.
    private static let known: [(word: String, extension: KnownExtension)] = [
        ("@incident-core", .incidentCore), ("@event", .event), ("@impact", .impact), ("@task", .task),
        ("@contact", .contactInformation), ("@constituency", .contactAndConstituency), ("@tlp", .tlp2),
        ("@iep", .iep2), ("@kind-of-objects", .kind), ("@record", .record), ("@gathering", .gathering),
        ("@attestation", .attestation), ("@step", .step), ("@values", .kindValues), ("@remark", .textRemark),
    ]

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Corpus")

    private static func read(_ file: String) -> [CorpusCase] {
        let text = (try? String(contentsOf: folder.appending(path: "\(file).txt"), encoding: .utf8)) ?? ""
        var cases: [CorpusCase] = []
        var title = ""
        for line in text.split(separator: "\n") {
            if line.hasPrefix("## ") { continue }
            if line.hasPrefix("# ") {
                title = String(line.dropFirst(2))
                continue
            }
            let line = known.reduce(String(line)) {
                $0.replacing($1.word, with: $1.extension.definition.id)
            }
            let parts = line.split(separator: " => ", maxSplits: 1)
            let findings = parts.count > 1 ? parts[1].split(separator: "; ").map(String.init).sorted() : []
            let (type, object) = object(String(parts[0]))
            cases.append(CorpusCase(file: file, title: title, type: type, object: object, findings: findings))
        }
        return cases
    }

    /// The object that a line stands for.
    private static func object(_ line: String) -> (type: String, text: String) {
        guard let brace = line.firstIndex(of: "{"), brace > line.startIndex else {
            return ((try? JSON.parse(Array(line.utf8)))?["type"]?.string ?? "", line)
        }
        let type = String(line[..<brace].dropLast())
        let given = line[brace...].replacing(/"~([a-z0-9-]+)"/) { "\"\($0.output.1)--\(Sample.uuid)\"" }
        let members = (try? JSON.parse(Array(given.utf8)))?.members ?? []
        var usual = [("type", type), ("spec_version", "2.1"), ("id", "\(type)--\(Sample.uuid)")]
        let category = ObjectType.named(type)?.category ?? .domain
        if category != .observable { usual.append(("created", "2024-04-06T20:03:48.000Z")) }
        if category != .observable, category != .marking { usual.append(("modified", "2024-04-06T20:03:48.000Z")) }
        if category == .extension { usual.append(("created_by_ref", "identity--\(Sample.uuid)")) }
        let names = Set(members.map { $0.name.hasPrefix("-") ? String($0.name.dropFirst()) : $0.name })
        let all =
            usual.filter { !names.contains($0.0) }.map { JSON.Member(name: $0.0, value: .string($0.1)) }
            + members.filter { !$0.name.hasPrefix("-") }
        return (type, String(decoding: (try? JSON.object(all).canonical()) ?? [], as: UTF8.self))
    }
}
