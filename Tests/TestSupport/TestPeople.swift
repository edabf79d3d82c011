import Hall
package import Ledger
package import Web

/// Whom a test lets in: each question answered by a closure, nobody where it has none.
package struct TestPeople: People {
    package var whoAsks: @Sendable (WebRequest) -> Person?
    package var account: @Sendable (String) -> Person?
    package var all: @Sendable () -> [Person]
    package var headcounts: @Sendable (Audience) -> Headcount
    package var names: @Sendable (Audience) -> String?
    package var ours: Constituency
    package var stated: [(organisation: String, constituency: Constituency)]

    package init(
        whoAsks: @escaping @Sendable (WebRequest) -> Person? = { _ in nil },
        account: @escaping @Sendable (String) -> Person? = { _ in nil },
        all: @escaping @Sendable () -> [Person] = { [] },
        headcounts: @escaping @Sendable (Audience) -> Headcount = { _ in .hidden },
        names: @escaping @Sendable (Audience) -> String? = { _ in nil }, constituency: Constituency = Constituency(),
        constituencies: [(organisation: String, constituency: Constituency)] = []
    ) {
        self.whoAsks = whoAsks
        self.account = account
        self.all = all
        self.headcounts = headcounts
        self.names = names
        ours = constituency
        stated = constituencies
    }

    package func person(for request: WebRequest) -> Person? { whoAsks(request) }
    package func person(account: String) -> Person? { self.account(account) }
    package func whoMay(_ act: Act) -> [Person] { all().filter { $0.may(act) } }
    package func owner(ofAccount id: String) -> (name: String, organisation: String)? {
        account(id).map { ($0.name, $0.organisation.id) }
    }
    package func visitor(_ person: Person, for request: WebRequest) -> Visitor {
        Visitor(person, formToken: "t")
    }
    package func headcount(_ audience: Audience, for person: Person) -> Headcount { headcounts(audience) }
    package func name(of audience: Audience) -> String? { names(audience) }
    package func constituency(of organisation: String) -> Constituency { ours }
    package func constituencies() -> [(organisation: String, constituency: Constituency)] { stated }
}
