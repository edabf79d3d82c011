import Hall
import Kinds
import STIX

/// Makes STIX of the demonstration's library, each object as the form of its kind would.
struct DemoShelf {
    /// What one speaker says at once.
    struct Chapter {
        /// By its name in the story.
        let speaker: String
        /// What must be readable beside the objects.
        var companions: [(id: String, object: [UInt8])] = []
        var objects: [[UInt8]] = []
    }

    /// A record that others speak of.
    private struct Record {
        let object: JSON
        let kind: Kind
        let version: Timestamp
    }

    private let text: DemoText
    private var records: [String: Record] = [:]

    init(text: DemoText) { self.text = text }

    /// All that is said, in its order.
    ///
    /// - Throws: `KindFault` where a form would not take what is filled in.
    mutating func chapters() throws -> [Chapter] {
        var chapters: [Chapter] = []
        for line in try DemoLibrary.chapters.flatMap({ try text.lines(of: $0) }) {
            let speaker = line.text("by")
            if chapters.last?.speaker != speaker { chapters.append(Chapter(speaker: speaker)) }
            let (object, companions) = try written(line)
            let known = Set(chapters[chapters.count - 1].companions.map(\.id))
            chapters[chapters.count - 1].companions += companions.filter { !known.contains($0.id) }
            chapters[chapters.count - 1].objects.append(try object.canonical())
        }
        return chapters
    }

    private mutating func written(_ line: JSON) throws -> (JSON, companions: [(id: String, object: [UInt8])]) {
        guard let created = Timestamp(line.text("created")) else {
            throw KindFault(.badForm, "\(line.text("as")) has no date")
        }
        var begun = Composer(
            id: text.identifier(line.text("as")), by: text.identifier(line.text("by")), created: created,
            marking: .clear)
        switch line.text("type") {
        case "identity":
            begun.set("name", line.text("name"))
            begun.set("description", line.text("description"))
            begun.set("identity_class", "organization")
            begun.set("sectors", line["sectors"])
            return (begun.object, [])
        case "language-content": return (try translation(line, on: begun), [])
        case "concord-step":
            begun.set("object_ref", text.identifier(line.text("on")))
            begun.set("step", line.text("step"))
            begun.set("from_state", line.text("from"))
            begun.declare(KnownExtension.step.definition.id)
            let step = KnownExtension.step.definition
            return (begun.object, [(step.author, KnownExtension.ownAuthor), (step.id, step.object)])
        case "note":
            begun.set("content", line.text("content"))
            begun.set("object_refs", [text.identifier(line.text("about"))])
            TextRemark(
                field: line.text("field"), quote: line.text("quote"), wording: line.text("wording"),
                disposition: Disposition(rawValue: line.text("disposition"))
            ).said(in: &begun)
            return (begun.object, TextRemark.companions)
        default: return try record(line, created, on: begun)
        }
    }

    private mutating func record(_ line: JSON, _ created: Timestamp, on begun: Composer) throws -> (
        JSON, companions: [(id: String, object: [UInt8])]
    ) {
        guard let kind = KindShelf.core.kinds.first(where: { $0.name == line.text("kind") }) else {
            throw KindFault(.unknownReference, "there is no kind \(line.text("kind"))")
        }
        let reading = RecordReading(line["values"] ?? .object([]), of: kind)
        if let mistake = reading.mistakes.first {
            throw KindFault(.badForm, "\(line.text("as")): \(mistake.sentence)")
        }
        let object = RecordObject.written(reading, language: "en", on: begun)
        records[line.text("as")] = Record(object: object, kind: kind, version: created.inMilliseconds)
        return (object, try RecordObject.companions(of: kind))
    }

    private func translation(_ line: JSON, on begun: Composer) throws -> JSON {
        guard let record = records[line.text("of")] else {
            throw KindFault(.unknownReference, "\(line.text("as")) translates nothing")
        }
        let place = "/extensions/\(KnownExtension.kindValues.definition.id)/values/"
        let texts = (line["texts"]?.members ?? []).map { (place + $0.name, $0.value.string ?? "") }
        return Translation.written(
            Dictionary(texts) { first, _ in first }, of: record.object, version: record.version, kind: record.kind,
            in: line.text("into"), on: begun)
    }
}

extension JSON {
    /// The text of a member; empty where there is none.
    fileprivate func text(_ name: String) -> String { self[name]?.string ?? "" }
}
