import Hall
import Ledger
import Web

extension Visit<DirectoryDomain> {
    func account() async throws -> Answer {
        let person = try signedIn()
        let session = Secret(text: request.credentials.session ?? "")
        let collections = try await choices(of: person)
        let titles = Dictionary(uniqueKeysWithValues: collections.map { ($0.id, $0.title) })
        let tokens = try await directory.tokens(of: person.account)
        let model = AccountModel(
            name: person.name, organisation: person.organisation.name, role: person.role,
            groups: try await groups(of: person),
            keys: try await directory.methods(of: person).map {
                .init(id: $0.id, made: Moment($0.made), used: $0.used.map { Moment($0) })
            },
            devices: try await directory.sessions(of: person, asking: session).map {
                .init(id: $0.id, made: Moment($0.made), seen: Moment($0.seen), remote: $0.remote, isThis: $0.isThis)
            },
            programs: tokens.map { token in
                .init(
                    id: token.id, name: token.name, scope: token.scope,
                    collections: token.collections.map { ids in ids.sorted().compactMap { titles[$0] } },
                    expires: Moment(token.expires), used: token.used.map { Moment($0) })
            },
            collections: collections, isOperator: person.role.isDesk, notice: notice)
        return answer(model.page)
    }

    func makeKey() async throws -> Answer {
        let person = try themselves()
        do {
            let key = try await directory.makeKey(for: person)
            return once(.account, NewKeyModel(name: person.name, key: key.text, isFirst: false).page)
        } catch let error as DirectoryError {
            return .redirect(to: Address.account.href(with: [Notice.failed(error.code).query]))
        }
    }

    func revokeKey() async throws -> Answer {
        let (person, id) = (try themselves(), try request.value(.uuid))
        return try await found { try await does(.account) { try await directory.revokeKey(id, of: person) } }
    }

    func endSession() async throws -> Answer {
        let (person, id) = (try themselves(), try request.value(.uuid))
        return try await does(.account) { try await directory.endSession(id, of: person) }
    }

    func signOutEverywhere() async throws -> Answer {
        try await directory.signOutEverywhere(themselves())
        return .redirect(to: Address.home.href, headers: SessionCookie(gateway: gateway).clearing)
    }

    func makeToken() async throws -> Answer {
        let person = try themselves()
        let collections = request.form.all("collection")
        guard let scope = Token.Scope(rawValue: try request.form.required("scope")) else {
            throw Problem.badRequest(parameter: "scope")
        }
        let name = try request.form.required("name")
        do {
            let made = try await directory.makeToken(
                name, for: person.account, scope: scope, collections: collections.isEmpty ? nil : collections,
                by: .person(person))
            return once(.account, NewTokenModel(name: made.token.name, token: made.secret.text).page)
        } catch let error as DirectoryError {
            return .redirect(to: Address.account.href(with: [Notice.failed(error.code).query]))
        }
    }

    func revokeToken() async throws -> Answer {
        let (person, id) = (try themselves(), try request.value(.uuid))
        return try await does(.account) { try await directory.revokeToken(id, by: .person(person)) }
    }

    /// Who asks, where they change something: nobody does so through the eyes of others.
    private func themselves() throws -> Person {
        let person = try signedIn()
        guard person.seeingAs == nil else { throw Problem.forbidden }
        return person
    }

    private func groups(of person: Person) async throws -> [AccountModel.Choice] {
        try await directory.groups().filter { person.viewer.isOf(.group($0.id)) }.map {
            AccountModel.Choice(id: $0.id, title: $0.name)
        }
    }
}
