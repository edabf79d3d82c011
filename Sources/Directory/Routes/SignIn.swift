import Ledger
import Web

extension Visit {
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
        let subjects = limits(for: name)
        if let seconds = directory.limits.attempt(subjects, at: directory.surroundings.now()) {
            throw Problem.tooMany(seconds: seconds)
        }
        let session = try await directory.signIn(
            name: name, key: Secret(text: key), remote: request.credentials.remote,
            replacing: request.credentials.session)
        guard let session else {
            return .redirect(to: Address.signIn.href(with: [("failed", "1"), ("next", next)]))
        }
        for subject in subjects { directory.limits.succeed(subject) }
        return .redirect(to: next, headers: [SessionCookie(gateway: directory.gateway).setting(session)])
    }

    func signOut() async throws -> Answer {
        if let session = request.credentials.session { try await directory.signOut(Secret(text: session)) }
        return .redirect(to: Address.home.href, headers: SessionCookie(gateway: directory.gateway).clearing)
    }

    /// Under what an attempt to come in is counted.
    private func limits(for name: String) -> [AttemptLimits.Subject] {
        [.name(FoldedName.fold(String(name.prefix(200)))), .remote(of: request.credentials.remote)]
    }
}
