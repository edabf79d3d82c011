/// One of the main ways, as the head of every page offers it; its domain declares it.
package struct MenuEntry: Sendable {
    /// To whom it is offered.
    package enum Offer: Sendable, Hashable {
        case everyone, signedIn
        /// Who is signed in and looks as nobody else.
        case themselves
        /// Whoever may do this somewhere: the name of an act.
        case whoMay(String)
    }

    /// Where it stands among the others: the lowest first.
    let rank: Int
    let href: String
    let offer: Offer
    let word: @Sendable (Language) -> String
    /// How much there waits for somebody.
    let count: @Sendable (Visitor) -> Int

    /// - Parameters:
    ///   - section: the part of the page that it leads to, by its id.
    ///   - count: how much waits there for whoever is signed in; it stands behind the word.
    package init(
        _ rank: Int, _ address: Address, section: String? = nil, to offer: Offer,
        count: @escaping @Sendable (Visitor) -> Int = { _ in 0 }, word: @escaping @Sendable (Language) -> String
    ) {
        self.count = count
        self.rank = rank
        href = address.href + (section.map { "#" + $0 } ?? "")
        self.offer = offer
        self.word = word
    }

    func isOffered(to visitor: Visitor?) -> Bool {
        switch offer {
        case .everyone: true
        case .signedIn: visitor != nil
        case .themselves: visitor.map { $0.seeingAs == nil } ?? false
        case .whoMay(let act): visitor?.acts.contains(act) ?? false
        }
    }
}
