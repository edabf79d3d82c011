/// Who says something here: in whose name it stands, whose hand it was, and what they read.
package enum Speaker: Sendable, Hashable {
    /// Somebody with an account, in the name of their organisation, as far as their role may.
    case person(Person)
    /// An organisation here, by its UUID, and the administrator by whose hand; nil for a command or a row of work.
    case organisation(String, by: Person? = nil)
    /// This program itself: what it ships with.
    case program

    /// Under which source it stands (law 4).
    package var source: Source {
        switch self {
        case .person(let person): person.source
        case .organisation(let id, _): .organisation(id)
        case .program: .program
        }
    }

    /// Whose hand it was; nil for a command or a program.
    var person: Person? {
        switch self {
        case .person(let person): person
        case .organisation(_, let person): person
        case .program: nil
        }
    }

    /// What they read: what others may not read of it is not named to them unconfirmed (law 9).
    var viewer: Viewer { person?.viewer ?? .operatorOfTheMachine }

    /// Whether they may do this there: whoever runs the machine may, but for a log that another gateway signs.
    func may(_ act: Act, in collection: LogCollection, reviewed: Bool) -> Decision {
        if let person { return person.may(act, in: collection, reviewed: reviewed) }
        return collection.kind == .own ? .allowed(.ofAudience(collection.audience)) : .refused(.isMirror)
    }
}
