import Hall
import Ledger
import Web

extension Visit<DirectoryDomain> {
    func invitation() async throws -> Answer {
        let text = try request.value(.secret)
        let account = try await directory.invited(by: Secret(text: text))
        let invited = account.map {
            InvitationModel.Invited(name: $0.name, role: $0.role, organisation: $0.organisationName)
        }
        return invitationPage(InvitationModel(address: .invitation(text), invited: invited))
    }

    func acceptInvitation() async throws -> Answer {
        let text = try request.value(.secret)
        let welcome = try await directory.accept(
            Secret(text: text), remote: request.credentials.remote, replacing: request.credentials.session)
        guard let welcome else {
            try directory.failures.count(request.credentials.party)
            return invitationPage(InvitationModel(address: .invitation(text), invited: nil))
        }
        // The key is in no address and no cookie, so it is shown by the answer itself; going back shows nothing.
        let context = PageContext(
            gateway: gateway, language: request.language, here: Address.account.href,
            formToken: FormToken.of(session: welcome.session.text))
        let model = NewKeyModel(name: welcome.account.name, key: welcome.key.text, isFirst: true)
        var answer = Answer.page(model.page(in: context), in: context).once
        answer.headers.append(SessionCookie(gateway: gateway).setting(welcome.session))
        return answer
    }

    private func invitationPage(_ model: InvitationModel) -> Answer {
        // No header with a way to sign in: its link would carry the secret on.
        once(here: request.path, status: model.invited == nil ? 404 : 200, model.page)
    }
}
