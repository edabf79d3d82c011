package import Ledger
package import Web

extension Visitor {
    /// - Parameter token: what the forms of this session carry.
    package init(_ person: Person, seeingAs: SeenAs? = nil, formToken token: String) {
        self.init(
            name: person.name, organisation: person.organisation.name,
            acts: Set(Act.allCases.filter { person.may($0) }.map(\.rawValue)), seeingAs: seeingAs, formToken: token)
    }

    /// Whether there is any place where they may do this: then pages offer it, and each place is asked for itself.
    package func may(_ act: Act) -> Bool { acts.contains(act.rawValue) }
}

extension MenuEntry.Offer {
    /// Whoever may do this somewhere.
    package static func whoMay(_ act: Act) -> Self { .whoMay(act.rawValue) }
}
