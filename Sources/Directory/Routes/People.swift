import Hall
import Ledger
import Web

extension Visit<DirectoryDomain> {
    private static let pageSize = 60

    func people() async throws -> Answer {
        _ = try administrator()
        let accounts = try await directory.accounts()
        let pages = max(1, (accounts.count + Self.pageSize - 1) / Self.pageSize)
        let page = min(pages, max(1, request.query["page"].flatMap { Int($0) } ?? 1))
        let model = PeopleModel(
            rows: accounts.dropFirst((page - 1) * Self.pageSize).prefix(Self.pageSize).map { .init($0) },
            total: accounts.count, page: page, pages: pages,
            organisations: try await directory.organisations().map { .init(id: $0.id, name: $0.name) }, notice: notice)
        return answer(model.page)
    }

    func invite() async throws -> Answer {
        let administrator = try administrator()
        guard let role = Role(rawValue: try request.form.required("role")) else {
            throw Problem.badRequest(parameter: "role")
        }
        let (name, organisation) = (try request.form.required("name"), try request.form.required("organisation"))
        return try await invited(.people) {
            try await directory.invite(name, role: role, organisation: organisation, by: .person(administrator))
        }
    }

    func person() async throws -> Answer {
        let administrator = try administrator()
        let account = try await found { try await directory.account(request.value(.uuid)) }
        let isDesk = account.organisation == directory.desk
        let model = PersonModel(
            row: .init(account), organisationID: account.organisation, made: Moment(account.made),
            roles: Role.allCases.filter { isDesk || !$0.isDesk }, isOwn: account.id == administrator.account,
            notice: notice)
        return answer(model.page)
    }

    func changeRole() async throws -> Answer {
        let administrator = try administrator()
        let account = try await found { try await directory.account(request.value(.uuid)) }
        guard let role = Role(rawValue: try request.form.required("role")) else {
            throw Problem.badRequest(parameter: "role")
        }
        return try await does(.person(account.id)) {
            try await directory.changeRole(of: account.id, to: role, by: .person(administrator))
        }
    }

    func changeState() async throws -> Answer {
        let administrator = try administrator()
        let account = try await found { try await directory.account(request.value(.uuid)) }
        let state = try request.form.required("state")
        return try await does(.person(account.id)) {
            switch state {
            case "disable": try await directory.disable(account.id, by: .person(administrator))
            case "enable": try await directory.enable(account.id, by: .person(administrator))
            default: throw Problem.badRequest(parameter: "state")
            }
        }
    }

    func inviteAgain() async throws -> Answer {
        let administrator = try administrator()
        let account = try await found { try await directory.account(request.value(.uuid)) }
        return try await invited(.person(account.id)) {
            try await directory.inviteAgain(account.id, by: .person(administrator))
        }
    }

    private func invited(_ back: Address, _ body: () async throws -> Invitation) async throws -> Answer {
        do {
            let invitation = try await body()
            let model = InvitedModel(
                name: invitation.account.name,
                link: gateway.full(.invitation(invitation.secret.text)),
                expires: Moment(invitation.expires), reach: invitation.reach)
            return once(back, model.page)
        } catch let error as DirectoryError {
            return .redirect(to: back.href(with: [Notice.failed(error.code).query]))
        }
    }
}
