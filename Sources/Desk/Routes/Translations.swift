import Hall
import Kinds
import Ledger
import STIX
import Web

extension Visit<DeskDomain> {
    /// Most translations of one object that its page looks at.
    private static let mostTranslations = 60

    /// In which language an object is shown, and in which others it could be.
    func spoken(
        _ standing: Standing, showing shown: Standing.Placement, json: JSON, kind: Kind?
    ) async throws -> Spoken {
        let texts = TranslatableTexts(of: json, kind: kind).all
        guard !texts.isEmpty, !Self.untranslatable.contains(json.text("type") ?? "") else { return .asWritten }
        let original = try await reader.authorship(of: shown)
        let found = try await reader.remarks(
            on: standing, types: ["language-content"], limit: Self.mostTranslations,
            ownFirst: true)
        var all: [StandingTranslation] = []
        for remark in found.remarks {
            guard let said = remark.body.flatMap({ try? JSON.parse($0) }), said.text("object_ref") == standing.id else {
                continue
            }
            var mayRenew = false
            if let person, person.may(.discuss), remark.authorship?.source == person.source {
                mayRenew = try await reader.holdings(of: remark.id).contains {
                    person.mayCorrect($0, reviewed: true).isAllowed
                }
            }
            let author = remark.authorship.flatMap { said -> ObjectName? in
                guard said.isTrue, let id = said.claimed, let name = said.name else { return nil }
                return ObjectName(id: id, type: "identity", name: name)
            }
            for translation in Translation.all(in: said) {
                all.append(
                    StandingTranslation(
                        translation: translation, author: author,
                        said: Moment(said.text("modified") ?? remark.added.description),
                        isShown: Translation.isShown(remark.authorship, for: original, at: desk.ledger.gateway),
                        isStale: translation.isStale(for: shown.version), mayRenew: mayRenew))
            }
        }
        let chosen = choice(among: all, original: json.text("lang"))
        let untranslated = chosen.map { chosen in texts.count { chosen.translation.text(at: $0) == nil } } ?? 0
        var mayTranslate = false
        if let person { mayTranslate = try await !translatable(standing.id, by: person).isEmpty }
        return Spoken(
            original: json.text("lang"), chosen: chosen, untranslated: untranslated, all: all,
            mayTranslate: mayTranslate)
    }

    /// What the reader asked for; else what is in their language, a fresh one before one that the original has left behind.
    private func choice(among all: [StandingTranslation], original: String?) -> StandingTranslation? {
        if let asked = request.query["in"] {
            let by = request.query["by"]
            let fitting = all.filter {
                $0.translation.speaks(asked) && (by == nil ? $0.isShown : $0.translation.id == by)
            }
            return fitting.first { !$0.isStale } ?? fitting.first
        }
        let own = request.language.rawValue
        if let original, Translation.primary(original) == own { return nil }
        let fitting = all.filter { $0.isShown && $0.translation.speaks(own) }
        return fitting.first { !$0.isStale } ?? fitting.first
    }

    /// Types whose words are not translated: what only points, and what others must read as it was written.
    private static let untranslatable: Set<String> = [
        "marking-definition", "extension-definition", "language-content", "relationship", "concord-kind",
        "concord-step", "identity",
    ]
}
