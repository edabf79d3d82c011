import Ledger
import STIX
import Web

@testable import Directory

/// Every page of the directory from its mock, for the snapshots of tests.
enum DirectoryGallery {
    typealias Maker = @Sendable (PageContext) -> Page

    static let pages: [(name: String, make: Maker)] = [
        ("sign-in", { SignInModel(next: "/types", failed: false).page(in: $0) }),
        ("sign-in-failed", { SignInModel(next: "/", failed: true).page(in: $0) }),
        ("invitation", { InvitationModel.mock.page(in: $0) }),
        ("invitation-gone", { InvitationModel(address: InvitationModel.mock.address, invited: nil).page(in: $0) }),
        ("new-key", { NewKeyModel(name: "ليلى منصور", key: Mock.secret, isFirst: true).page(in: $0) }),
        ("account", { AccountModel.mock.page(in: $0) }),
        ("new-token", { NewTokenModel(name: "Feed reader", token: "concord_" + Mock.secret).page(in: $0) }),
        ("people", { PeopleModel.mock.page(in: $0) }),
        ("person", { PersonModel.mock.page(in: $0) }),
        ("invited", { InvitedModel.mock.page(in: $0) }),
        ("organisations", { OrganisationsModel.mock.page(in: $0) }),
        ("organisation", { OrganisationModel.mock.page(in: $0) }),
        ("organisation-mistake", { OrganisationModel.mockMistake.page(in: $0) }),
        ("organisation-changed", { OrganisationModel.mockChanged.page(in: $0) }),
        ("groups", { GroupsModel.mock.page(in: $0) }),
        ("group", { GroupModel.mock.page(in: $0) }),
        ("group-adding", { GroupModel.mockAdding.page(in: $0) }),
        ("group-hidden", { GroupModel.mockHidden.page(in: $0) }),
        ("audit", { AuditModel.mock.page(in: $0) }),
        ("see-as", { SeeAsModel.mock.page(in: $0) }),
    ]

    /// The pages that the public sees; all others are seen by an administrator.
    static let open: Set<String> = ["sign-in", "sign-in-failed", "invitation", "invitation-gone", "new-key"]

    static func context(_ name: String, _ language: Language) -> PageContext {
        let visitor = Visitor(
            name: "Amina Haddad", organisation: "CIRT Valdoria", acts: Set(Act.allCases.map(\.rawValue)),
            seeingAs: name == "group-hidden" ? .named("Quiet Table") : nil,
            formToken: "0123456789abcdef0123456789abcdef")
        return PageContext(
            gateway: .mock, language: language, visitor: open.contains(name) ? nil : visitor, here: "/account")
    }
}

enum Mock {
    static let secret = "mock0secret0mock0secret0mock0secret0mock000"
    static func uuid(_ number: Int) -> String { "00000000-0000-4000-8000-0000000000\(number + 10)" }
}

extension InvitationModel {
    static let mock = InvitationModel(
        address: .invitation(Mock.secret),
        invited: .init(name: "ليلى منصور", role: .analyst, organisation: "CIRT Valdoria"))
}

extension AccountModel {
    static let mock = AccountModel(
        name: "Amina Haddad", organisation: "CIRT Valdoria", role: .administrator,
        groups: [.init(id: Mock.uuid(1), title: "Bank Group")],
        keys: [
            .init(id: Mock.uuid(2), made: "2026-11-01T08:00:00.000Z", used: "2026-11-22T06:30:00.000Z"),
            .init(id: Mock.uuid(3), made: "2026-11-20T08:00:00.000Z", used: nil),
        ],
        devices: [
            .init(
                id: Mock.uuid(4), made: "2026-11-20T08:00:00.000Z", seen: "2026-11-22T06:30:00.000Z",
                remote: "192.0.2.7",
                isThis: true),
            .init(
                id: Mock.uuid(5), made: "2026-11-18T08:00:00.000Z", seen: "2026-11-21T17:02:00.000Z",
                remote: "2001:db8::7", isThis: false),
        ],
        programs: [
            .init(
                id: Mock.uuid(6), name: "Feed reader", scope: .read, collections: ["Public"],
                expires: "2027-11-20T08:00:00.000Z", used: "2026-11-22T06:00:00.000Z"),
            .init(
                id: Mock.uuid(7), name: "Sensor <north>", scope: .write, collections: nil,
                expires: "2027-02-01T08:00:00.000Z", used: nil),
        ],
        collections: [.init(id: Mock.uuid(8), title: "Public"), .init(id: Mock.uuid(9), title: "Desk")],
        isOperator: true, notice: .done)
}

extension PeopleModel.Row {
    static let mocks: [PeopleModel.Row] = [
        .init(
            id: Mock.uuid(20), name: "Amina Haddad", organisation: "CIRT Valdoria", role: .administrator,
            standing: .active,
            seen: "2026-11-22T06:30:00.000Z"),
        .init(
            id: Mock.uuid(21), name: "ليلى منصور", organisation: "CIRT Valdoria", role: .analyst, standing: .invited,
            seen: nil),
        .init(
            id: Mock.uuid(22), name: "Ravi \"The Bank\" Menon", organisation: "Harbour Bank", role: .member,
            standing: .disabled, seen: nil),
        .init(
            id: Mock.uuid(23), name: "Sofia Lind", organisation: "Hill Bank", role: .reader, standing: .notInvited,
            seen: nil),
    ]
}

extension PeopleModel {
    static let mock = PeopleModel(
        rows: PeopleModel.Row.mocks, total: 64, page: 1, pages: 2,
        organisations: [
            .init(id: Mock.uuid(30), name: "CIRT Valdoria"), .init(id: Mock.uuid(31), name: "Harbour Bank"),
        ],
        notice: .failed(.nameTaken))
}

extension PersonModel {
    static let mock = PersonModel(
        row: PeopleModel.Row.mocks[1], organisationID: Mock.uuid(30), made: "2026-11-20T08:00:00.000Z",
        roles: Role.allCases, isOwn: false, notice: .failed(.lastAdministrator))
}

extension InvitedModel {
    static let mock = InvitedModel(
        name: "ليلى منصور", link: "https://concord.valdoria.example/invitations/" + Mock.secret,
        expires: "2026-11-29T08:00:00.000Z", reach: Reach(collections: ["Public", "Desk"], entries: 6_820))
}

extension OrganisationsModel {
    static let mock = OrganisationsModel(
        rows: [
            .init(id: Mock.uuid(30), name: "CIRT Valdoria", people: 3, isDesk: true, identity: nil),
            .init(id: Mock.uuid(31), name: "Harbour Bank", people: 1, isDesk: false, identity: nil),
        ], notice: nil)
}

extension OrganisationModel {
    static let mock = OrganisationModel(
        row: .init(
            id: Mock.uuid(31), name: "Harbour Bank", people: 1, isDesk: false,
            identity: "identity--7a8b9c0d-1e2f-4a3b-8c4d-5e6f7a8b9c16"),
        people: [PeopleModel.Row.mocks[2]],
        constituency: ConstituencyForm(
            networks: "198.51.100.0/24\n2001:db8::/32", systems: "AS64500", domains: "bank.example",
            sectors: ["financial-services"]),
        card: StandingCard(
            ContactCard(
                languages: ["ar", "fr"], timeZone: "Africa/Tunis", hours: "Sun–Thu 8–16", email: "cert@bank.example",
                phone: "+999 70 000 000", keys: ["openpgp4fpr:0000"]), version: Timestamp("2026-01-01T00:00:00.000Z")),
        collections: [.init(id: Mock.uuid(8), title: "Public")], notice: nil, mistake: nil)

    static let mockMistake = OrganisationModel(
        row: OrganisationsModel.mock.rows[1], people: [],
        constituency: ConstituencyForm(networks: "198.51.100.9/24 </textarea>"),
        card: StandingCard(ContactCard(), version: nil),
        collections: [],
        notice: .failed(.badConstituency), mistake: "198.51.100.9/24 </textarea>")
}

extension OrganisationModel {
    /// Two people had the form open, and the other one was first.
    static let mockChanged = {
        var model = OrganisationModel(
            row: mock.row, people: [], constituency: mock.constituency, card: mock.card, collections: mock.collections,
            notice: .failed(.changedMeanwhile), mistake: nil)
        model.changed = ContactCard(languages: ["ar"], hours: "Sun–Thu 9–17", email: "<cert>@bank.example")
        return model
    }()
}

extension GroupsModel {
    static let mock = GroupsModel(
        rows: [
            .init(id: Mock.uuid(1), name: "Bank Group", members: 2, hidesMembers: false),
            .init(id: Mock.uuid(2), name: "Quiet Table", members: 7, hidesMembers: true),
        ], notice: nil)
}

extension GroupModel {
    static let mock = GroupModel(
        id: Mock.uuid(1), name: "Bank Group", hidesMembers: false,
        members: [
            .init(organisation: Mock.uuid(31), name: "Harbour Bank", people: 1),
            .init(organisation: Mock.uuid(32), name: "Hill Bank", people: 4),
        ], isRunning: true, others: [.init(id: Mock.uuid(33), name: "Lake Bank")], candidate: nil, notice: nil,
        mandate: "Agree on one way to warn *customers*.", ends: .init(clamping: 1_798_675_200_000_000),
        collections: [(id: Mock.uuid(5), title: "Banks")])

    static let mockAdding = GroupModel(
        id: Mock.uuid(1), name: "Bank Group", hidesMembers: false, members: mock.members, isRunning: true,
        others: mock.others,
        candidate: .init(
            id: Mock.uuid(33), name: "Lake Bank", people: 3,
            reach: Reach(collections: ["Banks", "Banks: indicators"], entries: 1_204)), notice: nil)

    static let mockHidden = GroupModel(
        id: Mock.uuid(2), name: "Quiet Table", hidesMembers: true, members: nil, isRunning: false, others: [],
        candidate: nil, notice: nil, mandate: "Nobody knows.", ends: .init(clamping: 1_795_996_800_000_000),
        hasEnded: true)
}

extension AuditModel {
    static let mock = AuditModel(
        entries: AuditEntry.Act.allCases.enumerated().map { index, act in
            AuditEntry(
                number: 100 - index, made: .init(clamping: 1_795_000_000_000_000 - Int64(index) * 60_000_000),
                account: index % 3 == 0 ? nil : Mock.uuid(20), who: index % 3 == 0 ? "root" : "Amina Haddad", act: act,
                subject: index % 2 == 0 ? "ليلى منصور" : "Harbour Bank",
                detail: act == .roleChanged ? "member → reader" : "")
        }, older: 79)
}

extension SeeAsModel {
    static let mock = SeeAsModel(
        sights: [
            .init(audience: "everyone", kind: .everyone), .init(audience: "signed-in", kind: .signedIn),
            .init(audience: "group:\(Mock.uuid(1))", kind: .group("Bank Group")),
            .init(audience: "organisation:\(Mock.uuid(31))", kind: .organisation("Harbour Bank")),
        ])
}
