import Hall
import Web

extension Sequence<PathTemplate> {
    /// Whether a link leads to one of these routes, or to what another room answers.
    package func answer(_ path: some StringProtocol) -> Bool {
        let others: [Address.Kind] = [
            .home, .icon, .stylesheet, .search, .signIn, .account, .seeAs, .object, .collection, .log, .checkpoint,
            .people,
            .lists,
        ]
        return (others.map(\.template) + self).contains { $0.match(String(path)) != nil }
    }
}
