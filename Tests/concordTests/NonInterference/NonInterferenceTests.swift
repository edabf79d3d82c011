import Directory
import Foundation
import Hall
import Ledger
import Outside
import Storage
import Testing
import Web

@testable import concord

/// Two gateways that differ only in what somebody may not see answer that somebody byte for byte alike (DESIGN §7, law 9).
///
/// `CONCORD_EXPERIMENTS` names how many histories each looker gets; the suite makes a few, `script/non-interference` many.
@Suite("Non-interference: what somebody may not see changes nothing that they see") struct NonInterferenceTests {
    static let experiments = ProcessInfo.processInfo.environment["CONCORD_EXPERIMENTS"].flatMap { Int($0) } ?? 8
    /// Pages compared in one experiment; the forty of the suite make at least twelve thousand.
    private static let mostPages = 560

    @Test(arguments: Looker.allCases, 0..<experiments)
    func `answers are alike`(_ looker: Looker, _ seed: Int) async throws {
        var experiment = try await Experiment(seed: UInt64(seed), looker: looker)
        // A looker who is not known would prove what a stranger sees.
        #expect(try await experiment.isKnown == (looker.account != nil))
        let compared = try await experiment.comparePages(most: Self.mostPages)
        #expect(compared >= 300, "too few answers compared: \(compared)")
        try await experiment.compareForms()
        // One moment a page; another where it was noted that a session is used.
        #expect(experiment.mostSnapshots <= 2, "\(experiment.mostSnapshots)")
        // Who is told of what they read has something on that page, which would say of what else they are told.
        if let account = looker.account { #expect(try await experiment.notices(of: account) > 0) }
        // Without a difference to hide the experiment would prove nothing.
        #expect(experiment.hiddenEntries > 0)
    }
}

/// Two worlds that are told the same history, but that one is told more.
struct Experiment {
    let looker: Looker
    private let plain: World
    private let fuller: World
    private let session: String?
    /// What a program of the looker shows.
    private var token: String?
    private var paths: [String] = []
    private var step: Int
    /// Entries that only the fuller world holds.
    private(set) var hiddenEntries = 0

    var mostSnapshots: Int { plain.mostSnapshots }

    /// Whether the looker is signed in, as pages see it.
    var isKnown: Bool {
        get async throws { try await plain.ask("/account", session: session).status == 200 }
    }

    /// How many notices the looker's page has, seen or not.
    func notices(of account: String) async throws -> Int {
        let id = try await plain.compose.directory.account(account).id
        return try await NoticeTable(plain.ledger).count(id)
    }

    init(seed: UInt64, looker: Looker) async throws {
        self.looker = looker
        let visitor = LinkVisitor { $0.contains("gone") ? .missing : .answers }
        (plain, fuller) = (try await World(followingLinks: visitor), try await World(followingLinks: visitor))
        var number = 0
        var (session, member, analyst) = (String?.none, "", "")
        var collections: Set<String> = []
        for step in Plan.cast {
            number += 1
            let outcome = await Self.happen(step, number, in: plain)
            let other = await Self.happen(step, number, in: fuller)
            try #require(outcome == other)
            if case .account(let name, _, _) = step, name == looker.account { session = outcome }
            if case .account("Al", _, _) = step { member = outcome }
            if case .account("Ana", _, _) = step { analyst = outcome }
        }
        if let account = looker.account {
            number += 1
            token = try await Self.token(for: account, number, in: plain)
            try #require(try await Self.token(for: account, number, in: fuller) == token)
        }
        var calendars: [String] = []
        if session != nil {
            number += 1
            for world in [plain, fuller] {
                calendars.append(try await Self.privateCalendar(of: session, number, in: world))
            }
            try #require(Set(calendars).count == 1)
        }
        for event in Plan(seed: seed, looker: looker).events {
            number += 1
            if event.isHidden {
                _ = await Self.happen(event.step, number, in: fuller, isHidden: true)
            } else {
                // Whoever says something is answered alike, too.
                let outcome = await Self.happen(event.step, number, in: plain)
                let other = await Self.happen(event.step, number, in: fuller)
                #expect(outcome == other, "\(looker) seed \(seed): \(event.step)")
            }
        }
        // Those who read a group are told which records of it are different; nobody else.
        number += 1
        let isTold = looker.reads.contains("g")
        for world in isTold ? [plain, fuller] : [fuller] {
            _ = await Self.happen(.dismisses(Things.alike, session: member), number, in: world, isHidden: !isTold)
        }
        // What waits for a review in a group is known to that group; what waits in an organisation, to its people.
        for place in ["g", "org-a"] {
            number += 1
            let isTold = looker.reads.contains(place)
            for world in isTold ? [plain, fuller] : [fuller] {
                let outcome = await Self.happen(
                    .submits(collection: place, session: member, objector: analyst), number, in: world,
                    isHidden: !isTold)
                #expect(
                    outcome.hasPrefix("/reviews/") && outcome.hasSuffix(place == "g" ? " 303" : " 404"), "\(outcome)")
            }
        }
        // Who asks for access to what Alpha may pass on is known to Alpha's people and to whoever asks.
        number += 1
        let isParty = [.member, .analyst].contains(looker)
        var request = ""
        for world in isParty ? [plain, fuller] : [fuller] {
            request = await Self.happen(
                .asksAccess("Ana", of: Things.alike, owner: "Al"), number, in: world, isHidden: !isParty)
            #expect(request.hasPrefix("/access/"), "\(request)")
        }
        // Links are dead on the second day.
        for day in 0..<2 {
            number += 1 + day * 8_640
            for world in [plain, fuller] { _ = await Self.happen(.followsLinks, number, in: world) }
        }
        // So much later that nothing is gathered any more.
        number += 10
        for world in [plain, fuller] { _ = await Self.happen(.tells, number, in: world) }
        self.session = session
        step = number + 1
        for world in [plain, fuller] {
            for collection in try await Reader.machine(of: world.ledger).collections() {
                collections.insert(collection.id)
                hiddenEntries += (world === fuller ? 1 : -1) * collection.size
            }
        }
        paths = Self.questions(collections.sorted()) + calendars.prefix(1) + [request]
    }

    private static func happen(_ step: Step, _ number: Int, in world: World, isHidden: Bool = false) async -> String {
        world.turn(to: number, isHidden: isHidden)
        return await step.happen(in: world)
    }

    private static func token(for account: String, _ number: Int, in world: World) async throws -> String {
        world.turn(to: number, isHidden: false)
        return try await world.compose.directory.makeToken("feed", for: account, scope: .write, by: .machine).secret
            .text
    }

    /// The address at which a calendar program of the looker asks.
    private static func privateCalendar(of session: String?, _ number: Int, in world: World) async throws -> String {
        world.turn(to: number, isHidden: false)
        let page = String(
            decoding: try await world.ask("/calendars", session: session, form: []).body, as: UTF8.self)
        return String(try #require(page.firstMatch(of: /\/calendars\/[0-9A-Za-z_-]{43}\.ics/)).output)
    }

    /// Every address that the looker might try, whether or not it names something; answers lead to more.
    private static func questions(_ collections: [String]) -> [String] {
        var paths = [
            "/", "/about", "/types", "/search", "/search?q=nothing", "/quarantine", "/decisions", "/imports", "/drafts",
            "/reviews", "/access",
            "/people",
            "/notices", "/notices/ways", "/organisations", "/groups", "/audit", "/account", "/check", "/known-good",
            "/searches", "/see-as", "/learn", "/calendar", "/calendar?month=2026-02", "/calendar.ics", "/kinds",
            "/links",
        ]
        let list = "/learn/\(Things.kind)"
        for form in ["", ".json", ".csv", ".atom", ".ics", "/booklet"] {
            paths += ["", "?f.countries=TN", "?f.work_areas=legal", "?q=heron", "?f.partner_refs=\(Things.id(6))"].map {
                list + form + $0
            }
        }
        for number in 0..<Things.all {
            let id = Things.id(number)
            paths += ["/objects/\(id)", "/objects/\(id).json", "/objects/\(id)/relations", "/search?q=\(id)"]
            paths += (0..<2).map { "/objects/\(id)/versions/2025-06-01T00:00:0\($0).000Z" }
        }
        paths += ["/taxii2/", "/taxii2/gateway/", "/taxii2/gateway/collections/"]
        for collection in collections {
            let taxii = "/taxii2/gateway/collections/\(collection)/"
            paths += ["", "manifest/", "objects/"].map { taxii + $0 }
            paths += ["all", "first", "2025-06-01T00:00:01.000Z"].map {
                "\(taxii)objects/?match[version]=\($0)&limit=3"
            }
            paths += [
                "\(taxii)objects/?match[type]=indicator,note", "\(taxii)manifest/?added_after=2026-01-01T00:03:00Z",
            ]
            for number in [0, Things.seen - 1, Things.seen, Things.all - 1] {
                let object = "\(taxii)objects/\(Things.id(number))/"
                paths += [object, object + "versions/", "\(taxii)objects/?match[id]=\(Things.id(number))"]
            }
        }
        for text in Things.words + Things.values {
            paths += ["/search?q=\(text)", "/search.atom?q=\(text)", "/search?q=\(text)&type=indicator"]
        }
        paths += Things.alike.map { "/objects/\(Things.id($0))" }
        for number in 0..<Things.files {
            let id = Things.fileID(number)
            paths += ["/objects/\(id)", "/objects/\(id)/file", "/objects/\(id).json"]
        }
        for collection in collections {
            let log = "/logs/\(collection)"
            paths += (0..<Things.files).map { "\(log)/blob/\(BlobHash(of: Things.content($0)))" } + ["\(log)/blobs"]
            paths += [
                "/collections/\(collection)", "/collections/\(collection)/export",
                "/collections/\(collection)/types/indicator", log, "\(log)/checkpoint", "\(log)/tile/0/000.p/5",
                "\(log)/tile/entries/000.p/5", "\(log)/tile/records/000.p/5",
            ]
        }
        return paths
    }

    /// Asks both worlds for every address and for those that the answers lead to; returns how many answers were compared.
    mutating func comparePages(most: Int) async throws -> Int {
        var seen = Set(paths)
        var compared = 0
        var next = 0
        while next < paths.count, compared < most {
            let path = paths[next]
            next += 1
            guard let answer = try await compare(path, form: nil) else { continue }
            compared += 1
            guard answer.contentType.hasPrefix("text/html") else { continue }
            let page = String(decoding: answer.body, as: UTF8.self)
            for match in page.matches(of: /href="(\/[^"#]*)/) {
                let link = String(match.output.1).replacing("&amp;", with: "&")
                // The choice of language leads back here, and a stylesheet is the same for all.
                guard !link.contains("lang="), !link.hasPrefix("/style"), seen.insert(link).inserted else { continue }
                paths.append(link)
            }
        }
        return compared
    }

    /// Tries every form on objects that are seen, hidden and absent.
    mutating func compareForms() async throws {
        let fields: [(name: String, value: String)] = [
            ("reason", "because"), ("decision", "dismiss"), ("text", Things.values.joined(separator: "\n")),
            ("q", Things.words[0]), ("name", "a name"), ("title", "a title"), ("content", "a remark"),
            ("go", "preview"), ("state", "proposed"), ("step", "begin"), ("with", Things.id(Things.alike[1])),
            ("opinion", "agree"), ("count", "1"), ("version", "2025-06-01T00:00:01.000Z"),
        ]
        let uuid = "00000000-0000-4000-8000-000000000001"
        for endpoint in plain.endpoints where endpoint.method == .post && endpoint.kind != .signOut {
            let template = endpoint.path.description
            for number in [0, 3, Things.alike[0], Things.seen - 1, Things.seen, Things.all - 1] {
                let path = template.replacing("{id}", with: Things.id(number)).replacing("{uuid}", with: uuid)
                    .replacing("{collection}", with: uuid).replacing("{name}", with: "g").replacing(
                        "{number}", with: "1"
                    ).replacing("{type}", with: Things.kind)
                _ = try await compare(path, form: fields)
                guard template.contains("{id}") else { break }
            }
        }
        // What the forms did is seen alike.
        for path in ["/", "/notices", "/drafts", "/objects/\(Things.id(0))", "/account"] {
            _ = try await compare(path, form: nil)
        }
    }

    private mutating func compare(_ path: String, form: [(name: String, value: String)]?) async throws -> Answer? {
        step += 1
        plain.turn(to: step, isHidden: false)
        let one = try await plain.ask(path, session: session, token: token, form: form)
        fuller.turn(to: step, isHidden: false)
        let other = try await fuller.ask(path, session: session, token: token, form: form)
        guard one != other else { return one }
        let (left, right) = (String(decoding: one.body, as: UTF8.self), String(decoding: other.body, as: UTF8.self))
        let place = zip(left, right).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? 0
        func around(_ text: String) -> String { String(text.dropFirst(max(0, place - 120)).prefix(300)) }
        Issue.record(
            """
            \(looker) can tell two worlds apart by \(form == nil ? "GET" : "POST") \(path): \(one.status) and \(other.status)
            \(one.headers == other.headers ? "" : "headers: \(one.headers) and \(other.headers)")
            …\(around(left))…
            …\(around(right))…
            """)
        return nil
    }
}
