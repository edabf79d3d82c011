import Hall
import Ledger
import Web

extension Visit<DirectoryDomain> {
    func signInForm() async throws -> Answer {
        // The browser of somebody who is signed in has followed an old link.
        if person != nil { return .redirect(to: next(request.query["next"])) }
        return answer(
            SignInModel(next: next(request.query["next"]), failed: request.query["failed"] != nil).page)
    }

    func signIn() async throws -> Answer {
        let name = try request.form.required("name")
        let key = try request.form.required("key").filter { !$0.isWhitespace }
        let next = next(request.form["next"])
        let session = try await directory.signIn(
            name: name, key: Secret(text: key), remote: request.credentials.remote,
            replacing: request.credentials.session)
        guard let session else {
            // Whoever has the key comes in, whatever others did from the same address.
            try directory.failures.count(request.credentials.party)
            return .redirect(to: Address.signIn.href(with: [("failed", "1"), ("next", next)]))
        }
        return .redirect(to: next, headers: [SessionCookie(gateway: gateway).setting(session)])
    }

    func signOut() async throws -> Answer {
        if let session = request.credentials.session { try await directory.signOut(Secret(text: session)) }
        return .redirect(to: Address.home.href, headers: SessionCookie(gateway: gateway).clearing)
    }
}
