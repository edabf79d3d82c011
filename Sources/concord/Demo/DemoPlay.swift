import Desk
import Directory
import Hall
import Kinds
import Ledger
import STIX

/// Plays the story of the demonstration through the same verbs that people use.
struct DemoPlay {
    let ledger: GatewayLedger
    private let directory: DirectoryDomain
    private let desk: DeskDomain
    private let surroundings: Surroundings

    /// A person of the story, with the secret of their one-time link.
    struct Invited {
        let name: String
        let role: String
        let secret: String
    }

    /// Makes the gateway.
    init(making directory: DataDirectory, address: String, surroundings: Surroundings = .system) async throws {
        ledger = try await Compose.create(
            directory, name: "CSIRT Valdoria",
            sentence: "The national computer security incident response team of Valdoria, an invented country.",
            isDemo: true, surroundings: surroundings)
        let compose = Compose(ledger: ledger, address: address)
        (self.directory, desk) = (compose.directory, compose.desk)
        self.surroundings = surroundings
    }

    /// What happened; returns who may come in.
    func play() async throws -> [Invited] {
        let invited = try await meet()
        // What was written down long ago comes first: what came last is the campaign.
        try await speak([DemoStory.known])
        try await shelve()
        try await speak(DemoStory.chapters)
        try await mistake()
        try await write()
        return invited
    }

    /// The organisations, whom they answer for, their group and their people.
    private func meet() async throws -> [Invited] {
        for (name, constituency) in [
            (
                "Meridian Bank",
                ConstituencyForm(
                    networks: "203.0.113.0/26", domains: "meridian-bank.example", sectors: ["financial-services"])
            ),
            (
                "Harbour Net",
                ConstituencyForm(
                    networks: "192.0.2.0/24\n2001:db8:100::/40", systems: "64500", domains: "harbour-net.example",
                    sectors: ["telecommunications"])
            ),
            ("CSIRT Norlund", ConstituencyForm(domains: "norlund.example", sectors: ["government"])),
            (
                "Secretariat of the Amber Coast",
                ConstituencyForm(domains: "amber-coast.example", sectors: ["government"])
            ),
        ] {
            let organisation = try await directory.addOrganisation(name, by: .machine)
            try await directory.state(constituency, of: organisation.id, by: .machine)
        }
        try await directory.state(
            ConstituencyForm(
                networks: "198.51.100.0/24\n192.0.2.0/24\n203.0.113.0/24",
                domains: "valdoria.example\nmeridian-bank.example\nlogin-meridian-bank.example",
                sectors: ["government", "financial-services"]),
            of: ledger.gateway.id, by: .machine)
        let group = try await directory.addGroup("Banks of Valdoria", hidesMembers: false, by: .machine)
        for member in ["Meridian Bank", ledger.gateway.name] {
            try await directory.add(
                member, to: group.id, having: try await directory.reach(ofGroup: group.id), by: .machine)
        }
        try await ledger.createCollection(
            alias: "partners", title: "Partners", description: "What all who have an account here share.",
            audience: .signedIn)
        try await ledger.createCollection(
            alias: "finance", title: "Banks", description: "What the banks of Valdoria tell each other.",
            audience: .group(group.id))
        var invited: [Invited] = []
        let people: [(String, Role, String)] = [
            ("Ada Verne", .administrator, ledger.gateway.name), ("Noor Haddad", .analyst, ledger.gateway.name),
            ("Tomas Brandt", .member, "Meridian Bank"), ("Lin Okoro", .member, "Harbour Net"),
            ("Yara Lind", .reader, "CSIRT Norlund"), ("Ines Marlo", .member, "Secretariat of the Amber Coast"),
        ]
        for (name, role, organisation) in people {
            let invitation = try await directory.invite(name, role: role, organisation: organisation, by: .machine)
            invited.append(
                Invited(name: name, role: "\(role.rawValue) of \(organisation)", secret: invitation.secret.text))
        }
        return invited
    }

    /// What each of them said, to whom.
    private func speak(_ chapters: [DemoStory.Chapter]) async throws {
        let text = try await text()
        for chapter in chapters {
            let organisation = try await directory.organisation(chapter.source)
            try await say(text.bytes(of: chapter), in: chapter.collection, as: .organisation(organisation.id))
        }
    }

    /// What was wrong, and what a feed does wrong.
    private func mistake() async throws {
        let text = try await text()
        _ = try await ledger.withdraw(
            text.identifier(DemoStory.withdrawn.name), from: "public", reason: DemoStory.withdrawn.reason, by: .machine)
        try await say(text.bytes(of: DemoStory.feed), in: "public", as: Source(named: DemoStory.feed.source))
        try await say(Array(DemoStory.brokenFeed.utf8), in: "public", as: Source(named: DemoStory.feed.source))
    }

    /// What they have written down, and what they say of it.
    private func shelve() async throws {
        let kinds = KindShelf(ledger)
        for kind in DemoLibrary.kinds { try await kinds.show(kind, of: KindShelf.core.name, true) }
        var shelf = DemoShelf(text: try await text())
        let reader = Reader.machine(of: ledger)
        guard let place = try await reader.collection("public") else { return }
        for chapter in try shelf.chapters() {
            let organisation = try await directory.organisation(Self.speakers[chapter.speaker] ?? ledger.gateway.name)
            let before = try await Introductions(ledger, reader: reader).missing(chapter.companions, in: place)
            try await ledger.say([
                PlannedPlacement(before + chapter.objects, into: place, by: .organisation(organisation.id))
            ])
        }
    }

    /// Who speaks in the story, by the names that they have there; all others are the gateway's own organisation.
    private static let speakers = [
        "bank": "Meridian Bank", "harbour": "Harbour Net", "secretariat": "Secretariat of the Amber Coast",
    ]

    private func text() async throws -> DemoText {
        var known = ["csirt": ledger.gateway.identity]
        for (name, organisation) in Self.speakers {
            let found = try await directory.organisation(organisation)
            known[name] = found.identity ?? "identity--\(found.id)"
        }
        return try DemoText(
            ([DemoStory.known] + DemoStory.chapters + [DemoStory.feed]).map(\.objects) + DemoLibrary.chapters,
            now: surroundings.now(), known: known)
    }

    /// What one of the desk is writing.
    private func write() async throws {
        let account = try await directory.account("Noor Haddad")
        guard let author = try await directory.person(account: account.id),
            let place = try await Reader.machine(of: ledger).collection("public")
        else { return }
        var content = DraftContent(.advisory)
        content.title = DemoStory.draft.title
        content.text = DemoStory.draft.text
        content.values = DemoStory.draft.values
        try await desk.keepDraft(content, for: place.id, by: author)
    }

    private func say(_ bytes: [UInt8], in collection: String, as source: Source) async throws {
        _ = try await ledger.admit(MemorySource(bytes), into: collection, source: source)
    }
}
