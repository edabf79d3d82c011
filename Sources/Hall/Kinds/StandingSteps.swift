package import Kinds
package import Ledger
package import STIX

/// What of an object's steps a reader knows, and whose word each is.
package struct StandingSteps: Sendable {
    private let life: Life
    private let thing: String
    /// Who says the object.
    private let author: Authorship?
    /// Identifiers of those whom it addresses.
    private let addressees: [String]
    private let gateway: GatewayLedger.Gateway

    /// - Parameters:
    ///   - thing: the identifier of the object.
    ///   - values: what was filled in, which names the addressees.
    package init(
        of life: Life, on thing: String, _ values: JSON, by author: Authorship?, at gateway: GatewayLedger.Gateway
    ) {
        self.life = life
        self.thing = thing
        self.author = author
        self.gateway = gateway
        addressees =
            life.addressee.map { name in
                values[name]?.array?.compactMap(\.string) ?? [values[name]?.string].compactMap(\.self)
            } ?? []
    }

    /// The step that an object says; nil for one of another thing, or that was revoked.
    package func step(_ id: String, _ json: JSON, by said: Authorship?) -> TakenStep? {
        guard json["object_ref"]?.string == thing, json["revoked"]?.bool != true else { return nil }
        return TakenStep(
            id: id, step: json["step"]?.string ?? "", from: json["from_state"]?.string ?? "",
            seen: Set((json["seen_refs"]?.array ?? []).compactMap(\.string)), roles: roles(of: said))
    }

    /// Why a step does not count, whatever else was taken; nil where whoever took it might.
    package func whyNot(_ step: TakenStep) -> LifeState.Why? {
        guard let known = life.step(step.step) else { return .unknownStep }
        return step.roles.isDisjoint(with: known.who) ? .notAllowed : nil
    }

    /// What whoever really said a step is to the thing: its author by the source of both, others as parties that are known here.
    private func roles(of said: Authorship?) -> Set<Life.Who> {
        guard let said, said.isTrue, let party = said.claimed else { return [] }
        var roles: Set<Life.Who> = []
        if author?.isTrue == true, author?.claimed == party, author?.source == said.source { roles.insert(.author) }
        if said.isConfirmed, addressees.contains(party) { roles.insert(.addressee) }
        if party == gateway.identity, said.source == .organisation(gateway.id) { roles.insert(.desk) }
        return roles
    }

    /// What somebody who is signed in is to the thing.
    package func roles(of person: Person) -> Set<Life.Who> {
        var roles: Set<Life.Who> = []
        if author?.isTrue == true, author?.source == person.source, author?.claimed == person.organisation.author {
            roles.insert(.author)
        }
        if addressees.contains(person.organisation.author) { roles.insert(.addressee) }
        if person.organisation.isDesk { roles.insert(.desk) }
        return roles
    }
}
