package import Ledger
package import Storage
package import Web
package import Work

/// What people do here, of one kind, as a value: its pages and protocols, and what it declares beside them.
///
/// The composition holds a list of domains and joins what they declare. A domain knows the floors below it and no other domain.
package protocol Domain: Sendable {
    /// What people and the manual call it.
    static var name: String { get }
    /// Its tables; they are applied in the order of their names.
    static var migrations: [Migration] { get }
    /// What it keeps of the objects that stand, and can make again from them.
    static var projections: [any Projection.Type] { get }
    /// The main ways that the head of every page offers.
    static var menu: [MenuEntry] { get }
    /// How the types of objects that it knows are called.
    static var types: [NamedType] { get }
    /// What it notes when a log grows, such as ``Work/Followed``.
    static var listeners: [any GrowthListener.Type] { get }
    /// What it tells people of, and how that is called.
    static var notices: [NamedNotice] { get }
    /// How its kinds of work are called.
    static var works: [NamedWork] { get }
    /// How it reaches what every domain shares.
    var door: Door { get }
    /// Every address it answers, and how; each action or page stands in a file of its own.
    var endpoints: [Endpoint] { get }
    /// Who does its rows of work.
    var handlers: [any WorkHandler] { get }
    /// Its figures, as far as this person may know.
    func metrics(_ question: MetricsQuestion) async throws -> [MetricFamily]
    /// Whether its pages are for people alone: a program with a token is then nobody.
    static var isForPeople: Bool { get }
}

extension Domain {
    package static var isForPeople: Bool { false }
    package static var migrations: [Migration] { [] }
    package static var projections: [any Projection.Type] { [] }
    package static var menu: [MenuEntry] { [] }
    package static var types: [NamedType] { [] }
    package static var listeners: [any GrowthListener.Type] { [] }
    package static var notices: [NamedNotice] { [] }
    package static var works: [NamedWork] { [] }
    package var handlers: [any WorkHandler] { [] }
    package func metrics(_ question: MetricsQuestion) async throws -> [MetricFamily] { [] }

    /// An endpoint that reads.
    package func get(
        _ kind: Address.Kind, of interface: Interface? = nil, _ says: String,
        _ answer: @escaping @Sendable (Visit<Self>) async throws -> Answer
    ) -> Endpoint {
        endpoint(kind, .get, of: interface, says: says, answer)
    }

    /// An endpoint that changes something, or takes much.
    ///
    /// - Parameters:
    ///   - longestOpenForm: what somebody may send who is not signed in, in bytes.
    ///   - longestFile: how long a form that brings a file may be, of somebody who is signed in; nil where none is taken.
    package func post(
        _ kind: Address.Kind, of interface: Interface? = nil, longestOpenForm: Int = WebForm.short,
        longestFile: Int? = nil, _ says: String,
        _ answer: @escaping @Sendable (Visit<Self>) async throws -> Answer
    ) -> Endpoint {
        endpoint(
            kind, .post, of: interface, longestOpenForm: longestOpenForm, longestFile: longestFile, says: says, answer)
    }

    /// An endpoint of a protocol that takes away.
    package func delete(
        _ kind: Address.Kind, of interface: Interface, _ says: String,
        _ answer: @escaping @Sendable (Visit<Self>) async throws -> Answer
    ) -> Endpoint {
        endpoint(kind, .delete, of: interface, says: says, answer)
    }

    private func endpoint(
        _ kind: Address.Kind, _ method: Endpoint.Method, of interface: Interface?,
        longestOpenForm: Int = WebForm.short, longestFile: Int? = nil, says: String,
        _ answer: @escaping @Sendable (Visit<Self>) async throws -> Answer
    ) -> Endpoint {
        Endpoint(
            kind, method: method, of: interface, longestOpenForm: longestOpenForm, longestFile: longestFile, says: says
        ) { request in
            try await answer(Visit(request, to: self))
        }
    }
}
