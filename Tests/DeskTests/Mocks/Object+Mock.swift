import STIX
import Web

@testable import Desk

extension RelationGroup {
    static let mock = [
        RelationGroup(
            direction: .incoming, verb: "uses", otherType: "intrusion-set",
            rows: [
                RelationRow(
                    relationship: ObjectName.mockRelationship, other: .readable(.mockGroup),
                    description: "[Gilded Heron](https://kb.valdoria.example/VG017) showed forged prompts of two "
                        + "banking apps to customers in Valdoria.(Citation: Lantern 2026)"),
                RelationRow(
                    relationship: "relationship--1e2f3a4b-5c6d-4e7f-8a8b-9c0d1e2f3a21",
                    other: .readable(.mockSecondGroup)),
            ], total: 2),
        RelationGroup(
            direction: .incoming, verb: "uses", otherType: "malware",
            rows: [
                RelationRow(
                    relationship: "relationship--2f3a4b5c-6d7e-4f8a-9b9c-0d1e2f3a4b22", other: .readable(.mockMalware),
                    description: "PaperLantern is installed by the person, who believes it to be an update."),
                RelationRow(
                    relationship: "relationship--3a4b5c6d-7e8f-4a9b-8cad-1e2f3a4b5c23",
                    other: .unknown("malware--ffffffff-0000-4000-8000-00000000abcd")),
            ], total: 31),
        RelationGroup(
            direction: .incoming, verb: "mitigates", otherType: "course-of-action",
            rows: [
                RelationRow(
                    relationship: "relationship--4b5c6d7e-8f9a-4bac-9dbe-2f3a4b5c6d24",
                    other: .readable(.mockMitigation),
                    description: "Where only the store may install, the forged prompt leads nowhere.")
            ], total: 1),
        RelationGroup(
            direction: .incoming, verb: "subtechnique-of", otherType: "attack-pattern",
            rows: [
                RelationRow(
                    relationship: "relationship--5c6d7e8f-9aab-4cbd-8ecf-3a4b5c6d7e25",
                    other: .readable(.mockSubtechnique))
            ], total: 1),
        RelationGroup(
            direction: .outgoing, verb: "x-imitates", otherType: "x-valdoria-drill",
            rows: [
                RelationRow(
                    relationship: "relationship--6d7e8f9a-abbc-4dce-9fd0-4b5c6d7e8f26",
                    other: .readable(
                        ObjectName(
                            id: "x-valdoria-drill--7e8f9aab-bccd-4edf-80e1-5c6d7e8f9a27", type: "x-valdoria-drill",
                            title: "Winter drill 2025")))
            ], total: 2),
    ]
}

extension Place {
    static let mock = Place(
        collection: .mockPublic, readers: .everyone, ceiling: .clear, entry: 4_217,
        added: "2026-11-22T09:14:07.120411Z",
        proof: LogProof(
            leafHash: "W0p3mC5QdU6m2v1uQyT7o8b9cXeZ4fGhIjKlMnOpQrs=", head: .mock,
            path: hashes(13)))

    /// As `mock`, in the other collection, from which the object was withdrawn.
    static let mockWithdrawn = Place(
        collection: .mockAdvisories, readers: .everyone, ceiling: .clear, entry: 41,
        added: "2026-11-18T17:25:03.000001Z",
        withdrawal: Withdrawal(
            entry: 117, added: "2026-11-21T12:00:00.000002Z", reason: "The server was cleaned on 20 November."),
        proof: LogProof(leafHash: hashes(8)[7], head: .mockAdvisories, path: hashes(7)))

    /// So many invented hashes in base64.
    private static func hashes(_ count: Int) -> [String] {
        let digits = Array("W0p3mC5QdU6m2v1uQyT7o8b9cXeZ4fGhIjKlMnOpQrs")
        return (0..<count).map { String(digits[$0...] + digits[..<$0]) + "=" }
    }
}

extension ObjectModel {
    private static func technique(modified: String, _ description: String, platforms: [String], extra: Bool) -> JSON {
        var members = [
            JSON.Member(name: "type", value: .string("attack-pattern")),
            JSON.Member(name: "spec_version", value: .string("2.1")),
            JSON.Member(name: "id", value: .string(ObjectName.mockTechnique.id)),
            JSON.Member(name: "created_by_ref", value: .string(ObjectName.mockAuthor.id)),
            JSON.Member(name: "created", value: .string("2025-03-04T08:00:00.000Z")),
            JSON.Member(name: "modified", value: .string(modified)),
            JSON.Member(name: "name", value: .string("Forged Update Prompt")),
            JSON.Member(name: "description", value: .string(description)),
            JSON.Member(name: "aliases", value: .mock(["Fake update", "Mise à jour factice", "تحديث مزيّف"])),
            JSON.Member(
                name: "kill_chain_phases",
                value: .array([
                    .mock(["kill_chain_name": .string("valdoria-mobile"), "phase_name": .string("initial-access")]),
                    .mock(["kill_chain_name": .string("valdoria-mobile"), "phase_name": .string("execution")]),
                ])),
            JSON.Member(name: "x_mitre_platforms", value: .mock(platforms)),
            JSON.Member(name: "x_mitre_version", value: .string(extra ? "1.2" : "1.1")),
            JSON.Member(
                name: "object_marking_refs",
                value: .mock(["marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487"])),
            JSON.Member(name: "external_references", value: .array(extra ? references : Array(references.prefix(1)))),
        ]
        if extra { members.append(JSON.Member(name: "confidence", value: .mock(85))) }
        if !extra { members.append(JSON.Member(name: "x_mitre_deprecated", value: .bool(false))) }
        return .object(members)
    }

    private static let references: [JSON] = [
        .mock([
            "source_name": .string("valdoria-kb"), "external_id": .string("V1042"),
            "url": .string("https://kb.valdoria.example/techniques/V1042"),
        ]),
        .mock([
            "source_name": .string("Lantern 2026"),
            "description": .string("CIRT Valdoria. (2026, October 3). Paper lanterns: updates that were none."),
            "url": .string("https://www.valdoria.example/reports/2026/paper-lanterns"),
        ]),
        .mock([
            "source_name": .string("Operator notice"), "description": .string("Notice to subscribers, on paper."),
        ]),
    ]

    private static let newText = """
        Adversaries may show a forged prompt to update an app or the device, so that a person installs malware by \
        themselves. The prompt imitates the **store** of the device and often comes from a page that was compromised.\
        (Citation: Lantern 2026)

        Typical signs:

        - The prompt asks to allow *unknown sources* before it goes on.
        - The package is served from a host such as `updates.lantern.example`, not from the store.
            - Its certificate is younger than a week.
        - The version offered is higher than the one that [the maker names](https://www.maker.example/releases).

        On Android, the call `PackageInstaller.Session.commit` follows within seconds.(Citation: Operator notice)
        """

    private static let oldText = """
        Adversaries may show a forged prompt to update an app or the device, so that a person installs malware by \
        themselves. The prompt imitates the store of the device.
        """

    /// A technique with everything that an object page can show.
    static let mock = ObjectModel(
        id: ObjectName.mockTechnique.id, type: "attack-pattern", version: "2026-11-20T07:30:00.000Z",
        json: technique(
            modified: "2026-11-20T07:30:00.000Z", newText, platforms: ["Android", "iOS", "Windows"], extra: true),
        byteCount: 2_417, bodyHash: "8f14e45fceea167a5a36dedd4bea2543f6e1b9a4c3d2e1f0a9b8c7d6e5f4a3b2",
        marking: Marking(
            tlp: .clear, isOwn: true,
            statements: ["© 2026 CIRT Valdoria. May be copied with this notice."]),
        places: [
            .mock,
            Place(
                collection: .mockAdvisories, readers: .everyone, ceiling: .clear, entry: 12,
                added: "2026-11-20T08:00:00.000001Z", proof: nil),
        ],
        relations: RelationGroup.mock,
        versions: [
            VersionRow(
                version: "2026-11-20T07:30:00.000Z", added: "2026-11-22T09:14:07.120411Z",
                json: technique(
                    modified: "2026-11-20T07:30:00.000Z", newText, platforms: ["Android", "iOS", "Windows"], extra: true
                )),
            VersionRow(
                version: "2025-09-01T10:00:00.000Z", added: "2025-09-01T10:05:00.000001Z",
                json: technique(
                    modified: "2025-09-01T10:00:00.000Z", oldText, platforms: ["Android", "Symbian"], extra: false)),
            VersionRow(
                version: "2025-03-04T08:00:00.000Z", added: "2025-03-04T08:01:00.000001Z",
                json: technique(
                    modified: "2025-03-04T08:00:00.000Z", oldText, platforms: ["Android", "Symbian"], extra: false)),
        ],
        findings: [
            Finding(
                severity: .warning, code: .unknownProperty, pointer: "/x_mitre_platforms/2", offset: 911,
                sentence: "The value is not in the vocabulary of the standard.")
        ],
        names: [ObjectName.mockAuthor.id: .mockAuthor])

    /// The statement that a group uses a technique.
    static let mockRelationship = ObjectModel(
        id: ObjectName.mockRelationship, type: "relationship", version: "2026-11-20T07:30:00.000Z",
        json: .mock([
            "type": .string("relationship"), "spec_version": .string("2.1"), "id": .string(ObjectName.mockRelationship),
            "created": .string("2026-11-20T07:30:00.000Z"), "modified": .string("2026-11-20T07:30:00.000Z"),
            "created_by_ref": .string(ObjectName.mockAuthor.id), "relationship_type": .string("uses"),
            "source_ref": .string(ObjectName.mockGroup.id), "target_ref": .string(ObjectName.mockTechnique.id),
            "description": .string("Gilded Heron showed forged prompts of two banking apps to customers in Valdoria."),
        ]),
        byteCount: 702, bodyHash: "1f14e45fceea167a5a36dedd4bea2543f6e1b9a4c3d2e1f0a9b8c7d6e5f4a3b2",
        marking: Marking(tlp: .clear, isOwn: false), places: [.mock],
        names: [
            ObjectName.mockAuthor.id: .mockAuthor, ObjectName.mockGroup.id: .mockGroup,
            ObjectName.mockTechnique.id: .mockTechnique,
        ])

    /// An indicator that was revoked, withdrawn, and is shown in an old version.
    static let mockIndicator = ObjectModel(
        id: ObjectName.mockIndicator.id, type: "indicator", version: "2026-11-18T17:25:00.000Z",
        json: .mock([
            "type": .string("indicator"), "spec_version": .string("2.1"), "id": .string(ObjectName.mockIndicator.id),
            "created": .string("2026-11-18T17:25:00.000Z"), "modified": .string("2026-11-18T17:25:00.000Z"),
            "name": .string("Command server of PaperLantern"), "indicator_types": .mock(["malicious-activity"]),
            "pattern": .string(
                "[domain-name:value = 'updates.lantern.example'] OR [ipv4-addr:value ISSUBSET '198.51.100.0/26']"),
            "pattern_type": .string("stix"), "valid_from": .string("2026-11-18T17:00:00.000Z"),
            "valid_until": .string("2027-02-18T17:00:00.000Z"), "confidence": .mock(70), "revoked": .bool(true),
            "labels": .mock(["phone", "spyware"]),
        ]),
        byteCount: 655, bodyHash: "2f14e45fceea167a5a36dedd4bea2543f6e1b9a4c3d2e1f0a9b8c7d6e5f4a3b2",
        marking: Marking(tlp: .clear, isOwn: true), places: [.mockWithdrawn],
        relations: [
            RelationGroup(
                direction: .outgoing, verb: "indicates", otherType: "malware",
                rows: [RelationRow(relationship: ObjectName.mockRelationship, other: .readable(.mockMalware))], total: 1
            )
        ],
        versions: [
            VersionRow(version: "2026-11-20T07:30:00.000Z", added: "2026-11-20T07:31:00.000001Z", json: nil),
            VersionRow(version: "2026-11-18T17:25:00.000Z", added: "2026-11-18T17:25:03.000001Z", json: nil),
        ])

    /// A file: an observable, whose title is code.
    static let mockObservable = ObjectModel(
        id: "file--9c0d1e2f-3a4b-5c5d-8e6f-7a8b9c0d1e18", type: "file", version: "2026-11-18T17:24:58.000000Z",
        json: .mock([
            "type": .string("file"), "spec_version": .string("2.1"),
            "id": .string("file--9c0d1e2f-3a4b-5c5d-8e6f-7a8b9c0d1e18"), "name": .string("update\u{202E}kpa.exe"),
            "size": .mock(48_213),
            "hashes": .mock([
                "SHA-256": .string("ab14e45fceea167a5a36dedd4bea2543f6e1b9a4c3d2e1f0a9b8c7d6e5f4a3b2"),
                "MD5": .string("d41d8cd98f00b204e9800998ecf8427e"),
            ]),
        ]),
        byteCount: 301, bodyHash: "3f14e45fceea167a5a36dedd4bea2543f6e1b9a4c3d2e1f0a9b8c7d6e5f4a3b2",
        marking: Marking(tlp: .clear, isOwn: false), places: [.mock], fileSize: 48_213)
}
