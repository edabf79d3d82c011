import Hall
import Ledger
import Web

extension Visit<DirectoryDomain> {
    func seeAsChoice() async throws -> Answer {
        let person = try await operatorThemselves()
        var sights: [SeeAsModel.Sight] = []
        for audience in try await directory.sights(of: person) {
            let name = try await directory.name(of: audience) ?? ""
            let kind: SeeAsModel.Kind? =
                switch audience {
                case .everyone: .everyone
                case .signedIn: .signedIn
                case .group: .group(name)
                case .organisation: .organisation(name)
                case .persons: nil
                }
            if let kind { sights.append(.init(audience: audience.description, kind: kind)) }
        }
        return answer(SeeAsModel(sights: sights).page)
    }

    /// An empty choice is oneself again.
    func seeAs() async throws -> Answer {
        let person = try await operatorThemselves()
        let wanted = try request.form.required("audience")
        let (cookie, next) = (SessionCookie(gateway: gateway), next(request.form["next"]))
        guard !wanted.isEmpty else { return .redirect(to: next, headers: [cookie.seeingAs(nil)]) }
        guard let audience = Audience(wanted) else { throw Problem.badRequest(parameter: "audience") }
        do {
            try await directory.see(as: audience, person)
        } catch let error as DirectoryError where error.code == .notAllowed {
            throw Problem.notFound
        }
        return .redirect(to: next, headers: [cookie.seeingAs(audience.description)])
    }

    private func operatorThemselves() async throws -> Person {
        guard let person = try await directory.themselves(request) else { throw Problem.signInNeeded }
        guard person.role.isDesk else { throw Problem.notFound }
        return person
    }
}
