import Foundation
import Hall
import Kinds
import Ledger
import STIX
import Web

extension Visit<DeskDomain> {
    /// An empty form for the words of an object in another language.
    func newTranslation(by person: Person) async throws -> Answer {
        let object = request.query["about"] ?? ""
        let language = request.query["to"] ?? request.language.rawValue
        guard let place = try await translatable(object, by: person).first else { throw Problem.notFound }
        guard let original = try await original(of: object, in: place.collection.id, translated: nil) else {
            throw Problem.notFound
        }
        let own = original.language.map(Translation.primary)
        let typed = TypedTranslation(
            object: object, version: place.version.description,
            language: own == Translation.primary(language) ? "" : language)
        return try await form(
            typed, of: original, collection: request.query["collection"] ?? place.collection.id, draft: nil,
            for: person, mistakes: [:])
    }

    func translationForm(_ draft: Draft, for person: Person) async throws -> Answer {
        guard let typed = draft.content.translation,
            let original = try await original(of: typed.object, in: draft.collection, translated: typed.version)
        else { throw Problem.notFound }
        return try await form(
            typed, of: original, collection: draft.collection, draft: draft, for: person,
            mistakes: request.query["look"] == nil ? [:] : typed.mistakes(for: original))
    }

    /// Keeps what was typed, whatever is wrong with it.
    func keepTranslation(_ draft: Draft, by person: Person) async throws -> Answer {
        var draft = draft
        let isNew = draft.content.translation == nil
        var typed =
            draft.content.translation
            ?? TypedTranslation(object: request.form[DraftField.about.rawValue] ?? "", version: "", language: "")
        if draft.corrects == nil { draft.collection = request.form[DraftField.collection.rawValue] ?? draft.collection }
        // The words of an object are said where it stands, and nowhere else.
        if draft.corrects == nil,
            !(try await translatable(typed.object, by: person).contains { $0.collection.id == draft.collection })
        {
            throw Problem.notFound
        }
        guard let original = try await original(of: typed.object, in: draft.collection, translated: typed.version)
        else { throw Problem.notFound }
        typed.language = (request.form["language"] ?? typed.language).trimmingCharacters(in: .whitespaces)
        // What the page showed is what was translated.
        if let seen = request.form["version"].flatMap({ Timestamp($0) }), seen <= original.holding.version {
            typed.version = seen.description
        }
        for text in original.texts.all {
            let field = TypedTranslation.field(text.pointer)
            if let sent = request.form[field] { typed.texts[text.pointer] = sent }
        }
        draft.content.translation = typed
        draft.content.about = typed.object
        draft.translates = typed.object
        draft.content.title = try await objectNames([typed.object])[typed.object]?.title ?? typed.object
        draft.changed = desk.ledger.surroundings.now()
        let mistakes = typed.mistakes(for: original)
        if isNew, mistakes["language"] != nil {
            return try await form(
                typed, of: original, collection: draft.collection, draft: nil, for: person, mistakes: mistakes)
        }
        try await drafts.keep(draft)
        guard mistakes.isEmpty else {
            return .redirect(to: Address.draftForm(draft.id).href(with: [("look", "1")]))
        }
        return .redirect(to: Address.draft(draft.id).href)
    }

    /// Where an object stands and its reader may say something of it.
    func translatable(_ object: String, by person: Person) async throws -> [Holding] {
        try await reader.holdings(of: object).filter { person.may(.discuss, in: $0.collection).isAllowed }
    }

    /// The object as it stands in a collection.
    func original(of object: String, in collection: String, translated version: String?) async throws
        -> TypedTranslation.Original?
    {
        guard let holding = try await reader.holdings(of: object).first(where: { $0.collection.id == collection }),
            let json = try await content(of: holding, id: object)
        else { return nil }
        func kind(of json: JSON) async throws -> Kind? {
            guard let said = RecordObject.values(of: json) else { return nil }
            return try await shelf.kind(said.kind, for: reader)
        }
        var before: TranslatableTexts?
        if let version, version != holding.version.description,
            let old = try await reader.standing(of: object)?.placements.first(where: {
                $0.collection.id == collection && $0.version.description == version && $0.withdrawal == nil
            }), let body = try await reader.body(of: old)
        {
            let json = try JSON.parse(body)
            before = TranslatableTexts(of: json, kind: try await kind(of: json))
        }
        let original = TypedTranslation.Original(
            holding: holding, json: json, kind: try await kind(of: json), before: before)
        return original.texts.all.isEmpty ? nil : original
    }

    private func form(
        _ typed: TypedTranslation, of original: TypedTranslation.Original, collection: String, draft: Draft?,
        for person: Person, mistakes: [String: DraftMistake]
    ) async throws -> Answer {
        let places = draft == nil ? try await translatable(typed.object, by: person).map(\.collection) : []
        let names = try await objectNames([typed.object])
        let model = TranslationFormModel(
            draft: draft?.id, typed: typed, original: original,
            name: names[typed.object] ?? ObjectName(id: typed.object, type: "", title: typed.object),
            targets: try await targets(places), collection: collection, isCorrection: draft?.corrects != nil,
            mistakes: mistakes)
        let context = context
        return .page(model.page(in: context), in: context, status: mistakes.isEmpty ? 200 : 422)
    }
}
