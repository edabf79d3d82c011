import Hall
import Ledger
import STIX
import Web

extension Visit<DirectoryDomain> {
    func organisations() async throws -> Answer {
        _ = try administrator()
        let rows = try await directory.organisations().map { row(of: $0) }
        return answer(OrganisationsModel(rows: rows, notice: notice).page)
    }

    func addOrganisation() async throws -> Answer {
        let administrator = try administrator()
        let name = try request.form.required("name")
        return try await does(.organisations) {
            _ = try await directory.addOrganisation(name, by: .person(administrator))
        }
    }

    func organisation() async throws -> Answer {
        let administrator = try administrator()
        let organisation = try await found { try await directory.organisation(request.value(.uuid)) }
        let model = try await model(
            of: organisation, for: administrator,
            constituency: ConstituencyForm(try await directory.constituency(of: organisation.id)),
            card: try await directory.card(of: organisation, for: .person(administrator)), notice: notice, mistake: nil)
        return answer(model.page)
    }

    func stateConstituency() async throws -> Answer {
        let administrator = try administrator()
        let organisation = try await found { try await directory.organisation(request.value(.uuid)) }
        let form = ConstituencyForm(
            networks: try request.form.required("networks"), systems: try request.form.required("asns"),
            domains: try request.form.required("domains"), sectors: request.form.all("sector"))
        return try await saved(organisation, for: administrator, constituency: form) {
            try await directory.state(form, of: organisation.id, by: .person(administrator))
        }
    }

    func publishCard() async throws -> Answer {
        let administrator = try administrator()
        let organisation = try await found { try await directory.organisation(request.value(.uuid)) }
        func words(_ name: String) throws -> [String] {
            try request.form.required(name).split { $0.isWhitespace || $0 == "," }.map(String.init)
        }
        func text(_ name: String) throws -> String {
            try request.form.required(name).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        let keys = try request.form.required("keys").split(separator: "\n").map {
            $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        let card = ContactCard(
            languages: try words("languages"), timeZone: try text("time-zone"), hours: try text("hours"),
            email: try text("email"), phone: try text("phone"), keys: keys.filter { !$0.isEmpty })
        let collection = try request.form.required("collection")
        // The version that the form was filled in on; none before the first card.
        let edited = StandingCard(card, version: Timestamp(try request.form.required("version")))
        return try await saved(organisation, for: administrator, card: card) {
            try await directory.publish(edited, of: organisation.id, into: collection, by: .person(administrator))
        }
    }

    /// Does what the form asks for; where it was not understood, the form comes back as it was filled in.
    private func saved(
        _ organisation: Organisation, for administrator: Person, constituency: ConstituencyForm? = nil,
        card: ContactCard? = nil, _ body: () async throws -> Void
    ) async throws -> Answer {
        do {
            try await body()
            return .redirect(to: Address.organisation(organisation.id).href(with: [Notice.done.query]))
        } catch let error as DirectoryError {
            let stated = try await directory.constituency(of: organisation.id)
            let standing = try await directory.card(of: organisation, for: .person(administrator))
            let isOld = error.code == .changedMeanwhile
            // Who has seen what stands now may publish over it.
            var model = try await model(
                of: organisation, for: administrator, constituency: constituency ?? ConstituencyForm(stated),
                card: StandingCard(card ?? standing.card, version: standing.version), notice: .failed(error.code),
                mistake: error.what)
            model.changed = isOld ? standing.card : nil
            return once(here: Address.organisation(organisation.id).href, status: isOld ? 409 : 200, model.page)
        }
    }

    private func row(of organisation: Organisation) -> OrganisationsModel.Row {
        .init(
            id: organisation.id, name: organisation.name, people: organisation.people,
            isDesk: organisation.id == directory.desk, identity: organisation.identity)
    }

    private func model(
        of organisation: Organisation, for administrator: Person, constituency: ConstituencyForm, card: StandingCard,
        notice: Notice?, mistake: String?
    ) async throws -> OrganisationModel {
        OrganisationModel(
            row: row(of: organisation),
            people: try await directory.accounts().filter { $0.organisation == organisation.id }.map { .init($0) },
            constituency: constituency, card: card,
            collections: try await choices(of: administrator) { administrator.may(.publish, in: $0).isAllowed },
            notice: notice, mistake: mistake)
    }
}
