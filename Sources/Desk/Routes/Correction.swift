import Hall
import Kinds
import Ledger
import STIX
import Web

extension Visit<DeskDomain> {
    /// Opens a draft from what stands.
    func correct() async throws -> Answer {
        let person = try writer()
        let id = try request.value(.id)
        let holdings = try await reader.holdings(of: id)
        guard !holdings.isEmpty else { throw Problem.notFound }
        let open = holdings.filter { person.mayCorrect($0, reviewed: true).isAllowed }
        guard let base = open.max(by: { $0.version < $1.version }),
            let json = try await content(of: base, id: id), Self.whyNoForm(json) == nil,
            let kind = DraftKind(correcting: json.text("type") ?? "")
        else { throw Problem.forbidden }
        let surroundings = desk.ledger.surroundings
        let author = person.organisation.author
        var content = DraftContent(kind, correcting: json, at: base, without: author)
        if kind == .record {
            guard let record = try await record(correcting: json) else { throw Problem.forbidden }
            content.record = record
        }
        if kind == .translation {
            guard let typed = try await translation(correcting: json, in: base.collection.id) else {
                throw Problem.forbidden
            }
            (content.translation, content.about) = (typed, typed.object)
        }
        let draft = Draft(
            id: surroundings.uuid(), organisation: person.organisation.id, account: person.account,
            author: person.name, collection: base.collection.id, corrects: id, translates: content.translation?.object,
            content: content, changed: surroundings.now())
        try await drafts.keep(draft)
        return .redirect(to: Address.draftForm(draft.id).href)
    }

    /// What a translation says, as its form has it, beside the object as it stands now.
    private func translation(correcting json: JSON, in collection: String) async throws -> TypedTranslation? {
        let asked = request.form["language"]
        let all = Translation.all(in: json)
        guard let translation = all.first(where: { asked == nil || $0.language == asked }),
            let original = try await original(of: translation.object, in: collection, translated: nil)
        else { return nil }
        var typed = TypedTranslation(
            object: translation.object, version: translation.base?.description ?? "", language: translation.language)
        for text in original.texts.all { typed.texts[text.pointer] = translation.text(at: text) }
        return typed
    }

    /// What an object of a kind says, as its form has it; under the version of the kind that people are shown now.
    private func record(correcting json: JSON) async throws -> TypedRecord? {
        guard let said = RecordObject.values(of: json), let written = try await shelf.kind(said.kind, for: reader)
        else {
            return nil
        }
        // Under the version that people are shown now, where that follows the one under which it was written.
        var kind = written
        if let shown = try await shelf.packs().first(where: { $0.name == written.pack })?.kinds
            .first(where: { $0.name == written.name }), shown.noun == written.noun,
            try await shelf.versions(of: shown, for: reader).contains(written.id)
        {
            kind = shown
        }
        let typed = TypedRecord(kind, language: json.text("lang") ?? request.language.rawValue, values: said.values)
        // What the form can't show it would lose: then it is no way to correct it.
        let again = RecordReading(typed, of: kind).values
        return try again.canonical() == said.values.canonical() ? typed : nil
    }

    /// Why a form can't correct this object; nil where it can.
    static func whyNoForm(_ json: JSON) -> WhyNot? {
        guard DraftKind(correcting: json.text("type") ?? "") != nil, !json.isTrue("revoked") else { return .noForm }
        if json["granular_markings"] != nil { return .markedParts }
        let pattern = json.text("pattern_type") ?? "stix"
        return pattern == "stix" ? nil : .noForm
    }
}

extension DraftContent {
    /// The fields as the object fills them.
    fileprivate init(_ kind: DraftKind, correcting json: JSON, at base: Holding, without author: String) {
        self.init(kind)
        title = json.text(kind == .note ? "abstract" : "name") ?? ""
        text = json.text("description") ?? json.text("content") ?? json.text("explanation") ?? ""
        marking = base.marking.name
        let all = json.texts("labels")
        tags = all.filter(Taxonomy.knows)
        labels = all.filter { !Taxonomy.knows($0) }.joined(separator: ", ")
        reportTypes = json.texts("report_types").filter(DraftReading.reportTypes.contains)
        values = json.text("pattern") ?? ""
        references = (json["external_references"]?.array ?? []).compactMap { source in
            source.text("url").map { "\(source.text("source_name") ?? "") \($0)" }
        }.joined(separator: "\n")
        let named = json.texts("object_refs") + [json.text("sighting_of_ref")].compactMap(\.self)
        about = named.filter { $0 != author }.joined(separator: "\n")
        opinion = json.text("opinion") ?? ""
        count = json["count"]?.number?.text ?? ""
        first = json.text("first_seen") ?? ""
        last = json.text("last_seen") ?? ""
        published = json.text("published") ?? ""
        validFrom = json.text("valid_from") ?? ""
        let said = TextRemark(of: json)
        if !said.isEmpty { remark = TypedRemark(field: said.field, quote: said.quote, wording: said.wording) }
        self.base = base.version.description
    }
}
