import Hall
import Ledger
import STIX
import Web

extension Visit<DeskDomain> {
    /// The question before an object is taken out of collections.
    func withdrawalForm() async throws -> Answer {
        let person = try writer()
        return try await question(.withdrawal, by: person)
    }

    func withdraw() async throws -> Answer {
        let person = try writer()
        let id = try request.value(.id)
        let holdings = try await reader.holdings(of: id)
        guard !holdings.isEmpty else { throw Problem.notFound }
        let wanted = Set(request.form.all("collection"))
        let chosen = holdings.filter { wanted.contains($0.collection.id) }
        // A collection that the reader can't read, or where it does not stand, is no answer to the question.
        guard let reason, chosen.count == wanted.count, !chosen.isEmpty else {
            return try await question(.withdrawal, by: person, wanted: wanted, wasSent: true)
        }
        guard chosen.allSatisfy({ person.mayWithdraw($0).isAllowed }) else { throw Problem.forbidden }
        var all = Dictionary(
            uniqueKeysWithValues: chosen.map { ($0.collection.id, person.withdrawing([id], from: $0.collection)) })
        if request.form["with"] == "all" {
            for companion in try await companions(of: id, by: person).going {
                all[companion.collection]?.ids.append(companion.id)
            }
        }
        _ = try await desk.ledger.withdraw([id], from: all, reason: reason, by: person.hand)
        return .redirect(to: Address.object(id).href(with: [("done", "withdrawn")]))
    }

    /// The question before an object's bodies are destroyed.
    func erasureForm() async throws -> Answer {
        let person = try writer()
        return try await question(.erasure, by: person)
    }

    func erase() async throws -> Answer {
        let person = try writer()
        let id = try request.value(.id)
        let collections = try await standingCollections(of: id)
        guard !collections.isEmpty else { throw Problem.notFound }
        guard collections.contains(where: { person.may(.erase, in: $0).isAllowed }) else { throw Problem.forbidden }
        guard let reason, request.form["confirm"] == id else {
            return try await question(.erasure, by: person, wasSent: true)
        }
        let removal = try await desk.erase(id, reason: reason, by: person.hand)
        return .redirect(
            to: Address.drafts.href(with: [("done", "erased"), ("backups", String(removal.backups.count))]))
    }

    /// What was published with an object, and its translations: what may be withdrawn with it, and what stays because another report names it.
    private func companions(of id: String, by person: Person) async throws -> (going: [Companion], staying: [Companion])
    {
        var named: Set<String> = []
        var open: Set<String> = []
        for holding in try await reader.holdings(of: id)
        where person.mayWithdraw(holding).isAllowed {
            open.insert(holding.collection.id)
            named.formUnion(try await content(of: holding, id: id)?.texts("object_refs") ?? [])
        }
        var found = try await reader.companions(of: id, among: named.sorted(), in: open)
        for translation in try await reader.translations(of: id) {
            for holding in try await reader.holdings(of: translation)
            where open.contains(holding.collection.id) && person.mayWithdraw(holding).isAllowed {
                found.append(.translation(translation, in: holding.collection.id))
            }
        }
        return (found.filter { !$0.isNamedElsewhere }, found.filter(\.isNamedElsewhere))
    }

    /// What was written as reason; nil where that is nothing, or more than a record holds.
    var reason: String? {
        let text = (request.form["reason"] ?? "").split(whereSeparator: \.isNewline).joined(separator: " ")
        return text.allSatisfy(\.isWhitespace) || text.utf8.count > 2_000 ? nil : text
    }

    /// Every readable collection that holds any version of it, withdrawn ones too.
    private func standingCollections(of id: String) async throws -> [LogCollection] {
        var seen: Set<String> = []
        return (try await reader.standing(of: id)?.placements ?? []).map(\.collection)
            .filter { seen.insert($0.id).inserted }
    }

    private func question(
        _ kind: RemovalModel.Kind, by person: Person, wanted: Set<String>? = nil, wasSent: Bool = false
    ) async throws -> Answer {
        let id = try request.value(.id)
        guard let standing = try await reader.standing(of: id) else { throw Problem.notFound }
        var places: [RemovalModel.Place] = []
        if kind == .withdrawal {
            for holding in try await reader.holdings(of: id) {
                let whyNot = WhyNot(person.mayWithdraw(holding))
                places.append(
                    .init(
                        name: CollectionName(holding.collection), readers: try await readers(of: holding.collection),
                        whyNot: whyNot, isChosen: wanted?.contains(holding.collection.id) ?? (whyNot == nil)))
            }
            guard places.contains(where: { $0.whyNot == nil }) else { throw Problem.forbidden }
        } else {
            for collection in try await standingCollections(of: id) {
                places.append(
                    .init(
                        name: CollectionName(collection), readers: try await readers(of: collection),
                        whyNot: WhyNot(person.may(.erase, in: collection)), isChosen: true))
            }
            guard places.contains(where: { $0.whyNot == nil }) else { throw Problem.forbidden }
        }
        let name = try await objectNames([id])[id]
        let companions = kind == .withdrawal ? try await companions(of: id, by: person) : ([], [])
        var seen: Set<String> = []
        let model = RemovalModel(
            kind: kind, object: name ?? ObjectName(id: standing.id, type: String(id.prefix { $0 != "-" }), title: id),
            reason: request.form["reason"] ?? "", lacksReason: wasSent && reason == nil,
            lacksPlace: wasSent && kind == .withdrawal && (wanted ?? []).isEmpty,
            isUnconfirmed: wasSent && kind == .erasure && request.form["confirm"] != id, places: places,
            companions: companions.0.filter { seen.insert($0.id).inserted }.map {
                ObjectName(id: $0.id, type: $0.type, name: $0.name)
            }, staying: Set(companions.1.map(\.id)).count, takesCompanions: !wasSent || request.form["with"] == "all")
        let context = context
        return .page(model.page(in: context), in: context, status: wasSent ? 422 : 200)
    }
}
