import Directory
import Hall
import Kinds
import Ledger
import STIX
import Storage
import TestSupport
import Testing
import Web
import Work

@testable import Desk
@testable import concord

/// One thing that happens in a world; both worlds or only one of them take it.
enum Step: Sendable {
    case organisation(String, domain: String, network: String)
    case group(String, hidesMembers: Bool)
    case joins(organisation: String, group: String)
    case leaves(organisation: String, group: String)
    case account(String, Role, organisation: String)
    case disabled(account: String)
    /// Somebody wants to be told of all that they read.
    case watches(account: String)
    /// Whoever must know something is told.
    case tells
    /// The links of what everybody reads are followed, and what else a day brings is done.
    case followsLinks
    /// Somebody says that the first of two records is different from the second.
    case dismisses([Int], session: String)
    /// Somebody asks to publish in a collection that waits five days for silence, and somebody else objects.
    case submits(collection: String, session: String, objector: String)
    /// Somebody asks for access to the first of two records by way of the second; others of an organisation decide.
    case asksAccess(String, of: [Int], owner: String)
    /// `audience` as an operator names it.
    case collection(String, audience: String, defaultMarking: TLP?)
    case says([String], collection: String, source: String)
    /// People are shown a kind of the core pack.
    case shows(kind: String)
    case withdraws(String, collection: String)
    case decides(collection: String, QuarantineDecision)
    case undoesLastImport(collection: String)
    case erases(String)
    /// A file with the number of its content, and of the object that names it; nobody names it where that is nil.
    case brings(file: Int, object: Int?, collection: String)

    /// Does it; what is refused is refused, and the refusal is the outcome.
    func happen(in world: World) async -> String {
        do {
            return try await happening(in: world)
        } catch {
            return "\(error)"
        }
    }

    private func happening(in world: World) async throws -> String {
        let (ledger, directory) = (world.ledger, world.compose.directory)
        switch self {
        case .organisation(let name, let domain, let network):
            let made = try await directory.addOrganisation(name, by: .machine)
            try await directory.state(
                ConstituencyForm(networks: network, domains: domain, sectors: ["energy"]), of: made.id, by: .machine)
            return made.id
        case .group(let name, let hides):
            return try await directory.addGroup(name, hidesMembers: hides, by: .machine).id
        case .joins(let organisation, let group):
            try await directory.add(
                organisation, to: group, having: try await directory.reach(ofGroup: group), by: .machine)
            return "joined"
        case .leaves(let organisation, let group):
            try await directory.remove(organisation, from: group, by: .machine)
            return "left"
        case .account(let name, let role, let organisation):
            let invitation = try await directory.invite(name, role: role, organisation: organisation, by: .machine)
            let answer = try await world.ask(
                "/invitations/\(invitation.secret.text)", session: nil, form: [])
            let cookie = answer.headers.first { $0.name == "Set-Cookie" && $0.value.contains("session=") }
            return cookie.map { String($0.value.drop { $0 != "=" }.dropFirst().prefix { $0 != ";" }) } ?? ""
        case .disabled(let account):
            try await directory.disable(account, by: .machine)
            return "disabled"
        case .watches(let name):
            let person = try await directory.person(account: directory.account(name).id)
            let read = Set(
                try await Reader(ledger, for: person?.viewer ?? .everyone).collections().map(\.id))
            try await NoticeTable(ledger).watch(read, of: read, by: person?.account ?? "")
            return "watches"
        case .tells:
            try await Self.work("notice", in: world)
            return "told"
        case .followsLinks:
            try await Self.work("link-check", in: world)
            try await Self.work("blob-tidy", in: world)
            return "followed"
        case .dismisses(let pair, let session):
            let path = "/objects/\(Things.id(pair[0]))"
            let page = String(decoding: try await world.ask(path, session: session).body, as: UTF8.self)
            let grounds = page.matches(
                of: /name="with" value="([^"]*)"><input type="hidden" name="grounds" value="([^"]*)"/
            )
            .first { $0.1 == Things.id(pair[1]) }.map { String($0.2) }
            return try await
                "\(world.ask("\(path)/overlaps", session: session, form: [("with", Things.id(pair[1])), ("grounds", grounds ?? ""), ("reason", "one is for schools")]).status)"
        case .submits(let collection, let session, let objector):
            let place = try await ledger.setReview(.silence(days: 5), of: collection).id
            func location(_ answer: Answer) -> String {
                answer.headers.first { $0.name == "Location" }.map { String($0.value.prefix { $0 != "?" }) } ?? ""
            }
            let draft = location(
                try await world.ask(
                    "/drafts/new", session: session,
                    form: [
                        ("kind", "advisory"), ("title", "Waits for silence"), ("text", "x"), ("collection", place),
                    ]))
            let page = String(decoding: try await world.ask(draft, session: session).body, as: UTF8.self)
            let stamp = page.firstMatch(of: /name="stamp" value="([0-9]+)"/).map { String($0.1) } ?? ""
            let review = location(
                try await world.ask("\(draft)/publish", session: session, form: [("stamp", stamp)]))
            let objects = try await world.ask(
                review, session: objector, form: [("do", "object"), ("words", "Not so.")])
            return "\(review) \(objects.status)"
        case .asksAccess(let name, let records, let owner):
            let (asker, decider) = (
                try await directory.person(account: directory.account(name).id),
                try await directory.person(account: directory.account(owner).id)
            )
            guard let asker, let decider, let day = FullDate("2026-03-01") else { return "nobody" }
            let asked = AccessRequest(
                id: ledger.surroundings.uuid(), announcement: Things.id(records[1]), version: "",
                held: Things.id(records[0]), owner: decider.organisation.id, account: asker.account, name: name,
                organisation: asker.organisation.id, reason: "why not", lastDay: day, sponsor: nil,
                asked: ledger.surroundings.now())
            try await GivenAccess(door: world.compose.door).enter(asked, toBeVouched: false)
            return "/access/\(asked.id)"
        case .collection(let alias, let audience, let marking):
            return try await ledger.createCollection(
                alias: alias, title: "Collection \(alias)",
                audience: directory.audience(named: audience, by: .machine), defaultMarking: marking
            ).id
        case .says(let objects, let collection, let source):
            let source =
                if source.hasPrefix("organisation:") {
                    Source.organisation(String(source.dropFirst("organisation:".count)))
                } else {
                    try Source(named: source)
                }
            let report = try await ledger.admit(
                MemorySource(Array(objects.joined(separator: "\n").utf8)), into: collection, source: source)
            return "\(report.placed) \(report.known) \(report.quarantined.map(\.key.rawValue).sorted())"
        case .shows(let kind):
            try await KindShelf(ledger).show(kind, of: KindShelf.core.name, true)
            return "shown"
        case .withdraws(let id, let collection):
            return "\(try await ledger.withdraw(id, from: collection, reason: "no longer").entries)"
        case .decides(let collection, let decision):
            let place = try await Reader.machine(of: ledger).collection(collection).map { [$0] } ?? []
            guard let first = try await ledger.quarantined(in: place, limit: 1).first else { return "nothing" }
            try await ledger.decide(decision, on: first.number, reason: "decided")
            return first.id
        case .undoesLastImport(let collection):
            let place = try await Reader.machine(of: ledger).collection(collection).map { [$0] } ?? []
            guard let last = try await ledger.imports(into: place, limit: 1).first else { return "nothing" }
            return "\(try await ledger.undoImport(last.number, reason: "rubbish"))"
        case .brings(let file, let object, let collection):
            let draft = try await ledger.draftBlob(for: collection)
            try await draft.write(Things.content(file))
            let (source, deposit) = (
                try Source(named: "file"), Deposit(try await draft.finish(), mediaType: "text/plain")
            )
            try await ledger.bring([deposit], into: collection, as: source)
            guard let object else { return "brought" }
            let report = try await ledger.admit(
                MemorySource(Array(Things.file(file, named: object).utf8)), into: collection, source: source)
            return "\(report.placed) \(report.known) \(report.quarantined.map(\.key.rawValue).sorted())"
        case .erases(let id):
            return "\(try await ledger.erase(id, reason: "asked for").entries)"
        }
    }
}

extension Step {
    private static func work(_ kind: String, in world: World) async throws {
        let handlers = world.compose.handlers.filter { $0.kind == kind }.map(OneByOne.init)
        let worker = try Worker(world.ledger, handlers: handlers, pause: .milliseconds(5))
        await worker.run(until: .idle) { Issue.record("\($0)") }
    }
}

/// Does one row at a time, so that both worlds do the same rows in the same order.
private struct OneByOne: WorkHandler {
    let handler: any WorkHandler
    var kind: String { handler.kind }
    var atOnce: Int { 1 }
    func begin() async throws { try await handler.begin() }
    func known(in collections: [LogCollection]) async throws -> KnownRows { try await handler.known(in: collections) }
    func perform(_ row: WorkRow) async throws -> WorkOutcome { try await handler.perform(row) }
}
