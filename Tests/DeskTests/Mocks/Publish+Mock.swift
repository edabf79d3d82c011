import STIX
import Web

@testable import Desk

extension DraftFormModel.Target {
    static let mock = [
        DraftFormModel.Target(name: .mockAdvisories, ceiling: .clear, readers: .everyone),
        DraftFormModel.Target(
            name: CollectionName(id: "1d2e3f4a-5b6c-4d7e-8f90-a1b2c3d4e504", title: "Banks"), ceiling: .amber,
            readers: .group("مجموعة المصارف")),
        DraftFormModel.Target(name: .mockDesk, ceiling: .amberStrict, readers: .organisation("CIRT Valdoria")),
    ]
}

extension DraftContent {
    static var mockAdvisory: DraftContent {
        var content = DraftContent(.advisory)
        content.title = "Forged update prompts on phones"
        content.text = """
            Attackers show a **forged prompt** that exploits CVE-2026-1234.

            - Install updates from the store only.
            - Block the addresses below.
            """
        content.tags = ["rsit:fraud=\"phishing\"", "PAP:GREEN"]
        content.labels = "phones, spyware"
        content.reportTypes = ["vulnerability", "malware"]
        content.values = "updates[.]lantern[.]example\nnot a value"
        content.references = "Lantern 2026 https://www.valdoria.example/reports/2026/paper-lanterns"
        content.about = ObjectName.mockMalware.id
        content.published = "yesterday"
        return content
    }
}

extension DraftFormModel {
    static let mock = DraftFormModel(
        draft: nil, content: DraftContent(.advisory), mistakes: [:], targets: Target.mock, collection: "",
        corrects: nil, about: [])
    static let mockMistakes = DraftFormModel(
        draft: "2c3d4e5f-6a7b-4c8d-9e0f-a1b2c3d4e505", content: .mockAdvisory,
        mistakes: [.values: .noValue("not a value"), .published: .noTime, .collection: .missing],
        targets: Target.mock, collection: "", corrects: nil, about: [.mockMalware])
    static let mockSighting: DraftFormModel = {
        var content = DraftContent(.sighting)
        content.about = ObjectName.mockIndicator.id
        return DraftFormModel(
            draft: nil, content: content, mistakes: [:], targets: Target.mock, collection: Target.mock[1].name.id,
            corrects: nil, about: [.mockIndicator])
    }()
    static let mockOpinion: DraftFormModel = {
        var content = DraftContent(.opinion)
        content.about = ObjectName.mockMalware.id
        content.text = "We saw it before."
        return DraftFormModel(
            draft: nil, content: content, mistakes: [.opinion: .missing], targets: Target.mock,
            collection: Target.mock[0].name.id, corrects: nil, about: [.mockMalware])
    }()
    static let mockCorrection: DraftFormModel = {
        var content = DraftContent(.indicators)
        content.title = ObjectName.mockIndicator.title
        content.values = "[domain-name:value = 'updates.lantern.example']"
        content.marking = "clear"
        return DraftFormModel(
            draft: "2c3d4e5f-6a7b-4c8d-9e0f-a1b2c3d4e505", content: content, mistakes: [:], targets: [],
            collection: CollectionName.mockAdvisories.id, corrects: .mockIndicator, about: [])
    }()
}

extension PreviewModel {
    private static let main: JSON = .mock([
        "type": .string("report"), "name": .string("Forged update prompts on phones"),
        "description": .string(DraftContent.mockAdvisory.text), "published": .string("2026-11-22T09:00:00.000Z"),
        "labels": .mock(["rsit:fraud=\"phishing\"", "PAP:GREEN", "phones"]),
        "object_refs": .mock([ObjectName.mockMalware.id, ObjectName.mockIndicator.id]),
    ])

    static let mock = PreviewModel(
        draft: "2c3d4e5f-6a7b-4c8d-9e0f-a1b2c3d4e505", stamp: "1795338000000000", kind: .advisory, author: "Amina K.",
        objects: [
            Part(type: "identity", title: "CIRT Valdoria", marking: .clear),
            Part(type: "vulnerability", title: "CVE-2026-1234", marking: .clear),
            Part(type: "report", title: "Forged update prompts on phones", marking: .clear),
        ], main: main, corrects: nil,
        places: [
            Destination(
                name: .mockAdvisories, ceiling: .clear, readers: .everyone, headcount: .everyone,
                concerns: [
                    .namesHidden(
                        ObjectName(
                            id: "report--8b9c0d1e-2f3a-4b4c-9d5e-6f7a8b9c0d17", type: "report",
                            title: "Forged update prompts on phones"), hidden: .mockIndicator)
                ])
        ], withheld: [],
        names: [ObjectName.mockMalware.id: .mockMalware, ObjectName.mockIndicator.id: .mockIndicator],
        hasChanged: false)

    /// A correction that goes to one place, and stays away from three.
    static let mockCorrection = PreviewModel(
        draft: "2c3d4e5f-6a7b-4c8d-9e0f-a1b2c3d4e505", stamp: "1795338000000000", kind: .advisory, author: "Amina K.",
        objects: [Part(type: "report", title: "Forged update prompts on phones", marking: .amber)], main: main,
        corrects: ObjectName(
            id: "report--8b9c0d1e-2f3a-4b4c-9d5e-6f7a8b9c0d17", type: "report", title: "Forged update prompts"),
        places: [
            Destination(
                name: DraftFormModel.Target.mock[1].name, ceiling: .amber, readers: .group("مجموعة المصارف"),
                headcount: .people(41, organisations: 9), concerns: [])
        ],
        withheld: [
            Withheld(
                name: .mockAdvisories, reason: .concern(.aboveCeiling(.mockIndicator, .amber, ceiling: .clear))),
            Withheld(name: .mockPublic, reason: .whyNot(.mirror)),
            Withheld(name: .mockDesk, reason: .whyNot(.otherVersion)),
        ], names: [:], hasChanged: true)

    static let mockRefused = PreviewModel(
        draft: "2c3d4e5f-6a7b-4c8d-9e0f-a1b2c3d4e505", stamp: "1795338000000000", kind: .advisory, author: "Amina K.",
        objects: [Part(type: "report", title: "Forged update prompts on phones", marking: .amber)], main: main,
        corrects: nil,
        places: [
            Destination(
                name: .mockAdvisories, ceiling: .clear, readers: .everyone, headcount: .everyone,
                concerns: [
                    .emptyEnvelope(.mockMalware), .aboveCeiling(.mockIndicator, .amber, ceiling: .clear),
                    .partsAboveCeiling(.mockMalware, .red, ceiling: .clear, canBeRedacted: false),
                    .unmarked(.mockMalware), .unclean(.mockMalware, "/name: The property must be there."),
                    .unknownMarking(.mockMalware, "marking-definition--8b9c0d1e-2f3a-4b4c-9d5e-6f7a8b9c0d17"),
                    .held(.mockMalware, "the object was revoked"), .mayNot(.role),
                ])
        ], withheld: [], names: [:], hasChanged: false)
}

extension PreviewModel {
    /// A draft with values that are likely to be harmless.
    static let mockSpared: PreviewModel = {
        var model = mock
        model.spared = [
            SparedValue(text: "bank.example", why: .theirs(part: "bank.example", organisation: "مصرف فالدوريا")),
            SparedValue(text: "198.51.100.7", why: .ours(part: "198.51.100.0/24"), isKept: true),
            SparedValue(text: "203.0.113.9", why: .somebodys),
            SparedValue(text: "10.0.0.4", why: .specialUse(.privateUse)),
            SparedValue(text: "8.8.8.8", why: .knownGood(["Public <resolvers>", "Popular sites"])),
        ]
        return model
    }()
    /// A draft of nothing else, which somebody wished to publish.
    static let mockSparedOnly: PreviewModel = {
        var model = mock
        model.spared = SpecialUse.allCases.map { SparedValue(text: $0.rawValue, why: .specialUse($0)) }
        (model.needsSpared, model.lacksKept) = (true, true)
        return model
    }()
}

extension DraftListModel {
    static let mock = DraftListModel(
        rows: [
            Row(
                id: "2c3d4e5f-6a7b-4c8d-9e0f-a1b2c3d4e505", kind: .advisory, title: "Forged update prompts on phones",
                author: "Amina K.", changed: "2026-11-22T09:14:07.120Z", isCorrection: false),
            Row(
                id: "3c3d4e5f-6a7b-4c8d-9e0f-a1b2c3d4e506", kind: .indicators, title: "198.51.100.7", author: "سامي",
                changed: "2026-11-21T10:00:00.000Z", isCorrection: true),
        ], done: .discarded)
    static let mockErased = DraftListModel(rows: [], done: .erased(backups: 2))
}

extension RemovalModel {
    static let mockWithdrawal = RemovalModel(
        kind: .withdrawal, object: .mockIndicator, reason: "", lacksReason: true, lacksPlace: true,
        isUnconfirmed: false,
        places: [
            Place(name: .mockAdvisories, readers: .everyone, whyNot: nil, isChosen: true),
            Place(name: .mockPublic, readers: .everyone, whyNot: .mirror, isChosen: false),
        ])
    static let mockErasure = RemovalModel(
        kind: .erasure, object: .mockDomain, reason: "Art. 17", lacksReason: false, lacksPlace: false,
        isUnconfirmed: true,
        places: [Place(name: .mockAdvisories, readers: .everyone, whyNot: nil, isChosen: true)])
}

extension RemovalModel {
    /// An advisory with what was published with it.
    static let mockTogether: RemovalModel = {
        var model = mockWithdrawal
        model.companions = [.mockIndicator, .mockDomain]
        model.staying = 3
        return model
    }()
}

extension SharingModel {
    static let mock = SharingModel(
        object: .mockMalware, marking: .clear, targets: DraftFormModel.Target.mock,
        chosen: PreviewModel.Destination(
            name: DraftFormModel.Target.mock[0].name, ceiling: .clear, readers: .everyone, headcount: .everyone,
            concerns: [.partsAboveCeiling(.mockMalware, .amber, ceiling: .clear, canBeRedacted: true)]),
        redacted: .mock(["type": .string("malware"), "name": .string("PaperLantern")]))
}

extension ObjectModel {
    /// An advisory with all that stands around it.
    static let mockReport = ObjectModel(
        id: "report--8b9c0d1e-2f3a-4b4c-9d5e-6f7a8b9c0d17", type: "report", version: "2026-11-20T07:30:00.000Z",
        json: .mock([
            "type": .string("report"), "spec_version": .string("2.1"),
            "id": .string("report--8b9c0d1e-2f3a-4b4c-9d5e-6f7a8b9c0d17"),
            "created": .string("2026-11-20T07:30:00.000Z"), "modified": .string("2026-11-20T07:30:00.000Z"),
            "name": .string("Forged update prompts on phones"), "description": .string(DraftContent.mockAdvisory.text),
            "published": .string("2026-11-20T07:30:00.000Z"),
            "object_refs": .mock([
                ObjectName.mockMalware.id, ObjectName.mockIndicator.id, ObjectName.mockSecondGroup.id,
            ]),
        ]),
        byteCount: 702, bodyHash: "1f14e45fceea167a5a36dedd4bea2543f6e1b9a4c3d2e1f0a9b8c7d6e5f4a3b2",
        marking: Marking(tlp: .clear, isOwn: true), places: [.mock],
        names: [ObjectName.mockMalware.id: .mockMalware, ObjectName.mockIndicator.id: .mockIndicator],
        around: ObjectAround(
            standings: [
                StandingPlace(
                    collection: .mockPublic, readers: .everyone, marking: .clear, version: "2026-11-20T07:30:00.000Z",
                    isMirror: false, differs: false),
                StandingPlace(
                    collection: DraftFormModel.Target.mock[1].name, readers: .group("مجموعة المصارف"), marking: .amber,
                    version: "2026-11-21T07:30:00.000Z", isMirror: true, differs: true),
            ],
            sightings: Sightings(
                rows: [
                    .init(
                        id: "sighting--8b9c0d1e-2f3a-4b4c-9d5e-6f7a8b9c0d20", seenBy: .mockAuthor, count: 3,
                        first: "2026-11-18T00:00:00.000Z", last: "2026-11-21T00:00:00.000Z", marking: .amber),
                    .init(
                        id: "sighting--8b9c0d1e-2f3a-4b4c-9d5e-6f7a8b9c0d21", seenBy: nil, count: nil, first: nil,
                        last: "2026-11-21T00:00:00.000Z", marking: .clear),
                ], total: 12),
            discussion: Discussion(
                rows: [
                    .init(
                        id: "note--8b9c0d1e-2f3a-4b4c-9d5e-6f7a8b9c0d22", author: .mockAuthor, opinion: nil,
                        title: "Second wave", text: "The prompt now names *another* bank.",
                        said: "2026-11-21T08:00:00.000Z", marking: .clear),
                    .init(
                        id: "opinion--8b9c0d1e-2f3a-4b4c-9d5e-6f7a8b9c0d23", author: nil, opinion: .disagree,
                        title: nil, text: "لا نرى ذلك في شبكتنا.", said: "2026-11-22T08:00:00.000Z", marking: .amber),
                ], total: 2, mayAdd: [.note, .opinion, .sighting]),
            actions: [.text, .mail, .correct, .share, .withdraw, .erase, .noCorrection(.otherSource)],
            done: .published))
}
