import Foundation
import Hall
import Kinds
import Ledger
import STIX
import Web

extension Visit<LibraryDomain> {
    private var terms: TermTable { TermTable(ledger: ledger) }

    /// How terms are called now, and every change of them; whoever administers changes them.
    func termsPage() async throws -> Answer {
        let changes = try await terms.changes()
        let offers = try await shelf.offers().map(\.kind)
        let vocabularies = try await vocabularies(of: offers)
        let mayChange = person.map { $0.may(.administer) && $0.seeingAs == nil } ?? false
        let chosen = request.query["of"].flatMap { name in vocabularies.first { $0.name == name } }
        return answer(
            TermsModel(
                changes: changes.reversed(), vocabularies: mayChange ? vocabularies : [], all: vocabularies,
                chosen: mayChange ? chosen : nil, map: TermMap(changes),
                problem: request.query["wrong"] != nil
            ).page)
    }

    /// Calls a term otherwise: a name that it did not have, or that of another, which it is then merged into.
    func changeTerm() async throws -> Answer {
        let person = try signedIn()
        guard person.may(.administer), person.seeingAs == nil else { throw Problem.forbidden }
        let name = try request.form.required("vocabulary")
        guard let vocabulary = try await vocabularies(of: shelf.offers().map(\.kind)).first(where: { $0.name == name })
        else { throw Problem.badRequest(parameter: "vocabulary") }
        let (old, new) = (request.form["old"] ?? "", request.form["new"] ?? "")
        let reason = (request.form["reason"] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        let map = try await terms.map()
        let known = Set(vocabulary.terms.map(\.value))
        // Where a term leads back to itself, it would be called nothing.
        let isCircle = old != new && map.now(new, in: name) == old
        guard known.contains(old), known.contains(new), !reason.isEmpty, reason.count <= 1_000, !isCircle else {
            return .redirect(to: Address.terms.href(with: [("of", name), ("wrong", "1")]))
        }
        try await terms.keep(
            TermChange(
                vocabulary: name, old: old, new: new, reason: reason, name: person.name,
                at: ledger.surroundings.now()))
        return .redirect(to: Address.terms.href(with: [("of", name)]))
    }

    private func vocabularies(of kinds: [Kind]) async throws -> [TermsModel.Vocabulary] {
        let taxonomies = try await shelf.taxonomies()
        let tag = request.language.rawValue
        var (found, seen) = ([TermsModel.Vocabulary](), Set<String>())
        for kind in kinds {
            for field in kind.fields where kind.facets.contains(field.name) {
                guard let name = kind.vocabulary(of: field), seen.insert(name).inserted else { continue }
                let terms: [TermsModel.Term]
                switch field.type {
                case .choice(.inline(let choices)), .choices(.inline(let choices)):
                    terms = choices.map { .init(value: $0.value, label: $0.label.text(for: tag)) }
                case .choice(.taxonomy(let namespace)), .choices(.taxonomy(let namespace)):
                    terms = (taxonomies[namespace]?.terms ?? []).map { .init(value: $0.tag, label: $0.name) }
                default: continue
                }
                let isTaxonomy = !name.contains(".") || taxonomies[name] != nil
                let label = isTaxonomy ? name : "\(kind.many.text(for: tag)): \(field.label.text(for: tag))"
                found.append(.init(name: name, label: label, terms: terms))
            }
        }
        return found
    }
}
