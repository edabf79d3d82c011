import STIX
import Web

@testable import Desk

extension CollectionName {
    static let mockPublic = CollectionName(id: "7c1f0a52-93b8-4f0e-8a7c-2f1d6be45c01", title: "Adversary techniques")
    static let mockAdvisories = CollectionName(
        id: "0e5a7c34-1b2d-4c9f-b1f7-6a9d5e2c8b02", title: "Advisories and indicators")
    static let mockDesk = CollectionName(id: "b8d2f6e1-5a47-4d3c-9e60-3c8a1f7d4b03", title: "Desk")
}

extension CollectionSummary {
    static let mockPublic = CollectionSummary(
        name: .mockPublic,
        description: "What is known of how adversaries work, kept with its versions since 2024.",
        readers: .everyone, ceiling: .clear, objects: 4_354, lastChange: "2026-11-22T09:14:07.120411Z")
    static let mockAdvisories = CollectionSummary(
        name: .mockAdvisories,
        description: "Warnings of CIRT Valdoria to the public, and the indicators that go with them.",
        readers: .everyone, ceiling: .clear, objects: 312, lastChange: "2026-11-21T16:40:00.000001Z")
    static let mockDesk = CollectionSummary(
        name: .mockDesk, description: "Work of the desk that is not public.",
        readers: .organisation("CIRT Valdoria"), ceiling: .amberStrict, objects: 0, lastChange: nil)
}

extension ObjectName {
    static let mockTechnique = ObjectName(
        id: "attack-pattern--3f1c7a90-6f0b-4b8e-9d55-0a2e6c1b7f10", type: "attack-pattern",
        title: "Forged Update Prompt", externalID: "V1042")
    static let mockSubtechnique = ObjectName(
        id: "attack-pattern--8a4e2b61-7c3d-4f95-a1d8-5b9c0e3f2a11", type: "attack-pattern",
        title: "Update Prompt in a Browser Tab", externalID: "V1042.001")
    static let mockGroup = ObjectName(
        id: "intrusion-set--c2d9e8f7-1a3b-4c5d-8e6f-7a8b9c0d1e12", type: "intrusion-set", title: "Gilded Heron",
        externalID: "VG017")
    static let mockSecondGroup = ObjectName(
        id: "intrusion-set--d3eaf908-2b4c-4d6e-9f70-8b9cad1e2f13", type: "intrusion-set", title: "طائر الرمال",
        externalID: "VG023")
    static let mockMalware = ObjectName(
        id: "malware--5e6f7a8b-9c0d-4e1f-8a2b-3c4d5e6f7a14", type: "malware", title: "PaperLantern",
        externalID: "VS108")
    static let mockMitigation = ObjectName(
        id: "course-of-action--6f7a8b9c-0d1e-4f2a-9b3c-4d5e6f7a8b15", type: "course-of-action",
        title: "Install updates from the store only", externalID: "VM011")
    static let mockAuthor = ObjectName(
        id: "identity--7a8b9c0d-1e2f-4a3b-8c4d-5e6f7a8b9c16", type: "identity", title: "CIRT Valdoria")
    static let mockIndicator = ObjectName(
        id: "indicator--8b9c0d1e-2f3a-4b4c-9d5e-6f7a8b9c0d17", type: "indicator",
        title: "Command server of PaperLantern")
    static let mockDomain = ObjectName(
        id: "domain-name--9c0d1e2f-3a4b-5c5d-8e6f-7a8b9c0d1e18", type: "domain-name", title: "updates.lantern.example")
    static let mockRelationship = "relationship--0d1e2f3a-4b5c-4d6e-9f7a-8b9c0d1e2f19"
}

extension LogHead {
    static let mock = LogHead(
        collection: .mockPublic,
        origin: "concord/\(Gateway.mock.id)/\(CollectionName.mockPublic.id)/1", size: 6_702,
        root: "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=", signed: "2026-11-22T09:14:08.000000Z",
        key: "concord.valdoria.example+9d1f4c2a+AZFUn3rQm4dUH8ZcWcU1GJp4Kd8yZ0xVb1oQm2cYt7fS")
    static let mockAdvisories = LogHead(
        collection: .mockAdvisories,
        origin: "concord/\(Gateway.mock.id)/\(CollectionName.mockAdvisories.id)/1", size: 118,
        root: "2kQz0mVn5sT1hQyQ0o9y7Fz3lXk8cJp2aB4dE6fG8hI=", signed: "2026-11-21T16:40:01.000000Z",
        key: "concord.valdoria.example+9d1f4c2a+AZFUn3rQm4dUH8ZcWcU1GJp4Kd8yZ0xVb1oQm2cYt7fS")
}

extension ListedObject {
    static let mockRows = [
        ListedObject(
            name: .mockTechnique,
            line: "Adversaries may show a forged prompt to update an app, so that the person installs malware by "
                + "themselves. The prompt imitates the **store** of the device.(Citation: Lantern 2026)",
            changed: "2026-11-22T09:14:07.120Z", collection: .mockPublic),
        ListedObject(
            name: .mockMalware,
            line: "[PaperLantern](https://kb.valdoria.example/VS108) is spyware for phones that poses as a system "
                + "update. It reads messages, contacts and the microphone.",
            changed: "2026-11-20T11:02:00.000Z", collection: .mockPublic),
        ListedObject(
            name: .mockSecondGroup,
            line: "مجموعة تستهدف قطاع الاتصالات برسائل تنتحل صفة المشغّل.", changed: "2026-11-19T08:00:00.000Z",
            collection: .mockPublic),
        ListedObject(
            name: .mockIndicator, line: "Server to which PaperLantern reports every six hours.",
            changed: "2026-11-18T17:25:00.000Z", isRevoked: true, collection: .mockAdvisories),
        ListedObject(
            name: .mockDomain, line: nil, changed: "2026-11-18T17:24:58.000Z", collection: .mockAdvisories),
        ListedObject(
            name: .mockMitigation, line: "Allow installation from the store of the device only, and say so to people.",
            changed: "2026-11-12T10:00:00.000Z", collection: .mockPublic),
    ]
}

extension TypeCount {
    static let mock = [
        TypeCount(type: "relationship", count: 3_094), TypeCount(type: "attack-pattern", count: 549),
        TypeCount(type: "malware", count: 267), TypeCount(type: "course-of-action", count: 165),
        TypeCount(type: "x-mitre-data-component", count: 89), TypeCount(type: "intrusion-set", count: 53),
        TypeCount(type: "x-mitre-tactic", count: 52), TypeCount(type: "indicator", count: 41),
        TypeCount(type: "x-valdoria-drill", count: 14), TypeCount(type: "campaign", count: 13),
        TypeCount(type: "identity", count: 4),
    ]
}
