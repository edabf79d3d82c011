import Crypto
import Foundation
import STIX
import Testing

/// The folder with public data that the project does not contain; see `CONCORD_REAL_DATA` in the developers' notes.
private let realData = ProcessInfo.processInfo.environment["CONCORD_REAL_DATA"]

/// ATT&CK as published by MITRE, scanned whole.
@Suite(.enabled(if: realData != nil, "CONCORD_REAL_DATA names no folder with real data"))
struct RealDataTests {
    static let files = ["ics-attack-12.1", "ics-attack-17.1", "mobile-attack-12.1", "mobile-attack-17.1"]

    func bytes(_ file: String) throws -> [UInt8] {
        let folder = URL(fileURLWithPath: try #require(realData))
        return [UInt8](try Data(contentsOf: folder.appending(path: "attack/\(file).json")))
    }

    @Test func `ATT&CK is read completely`() throws {
        var ids: Set<String> = []
        var versions: Set<String> = []
        var count = 0
        var findings: [String: [Finding.Code]] = [:]
        var warnings: [Finding.Code] = []
        for file in Self.files {
            let scan = Scan(try bytes(file), chunk: { 65_536 })
            #expect(scan.error == nil)
            #expect(scan.refused.isEmpty)
            count += scan.objects.count
            for object in scan.objects {
                ids.insert(object.id)
                versions.insert("\(object.id) \((object.modified ?? object.created)?.description ?? "")")
                let errors = object.findings.filter { $0.severity == .error }
                if !errors.isEmpty { findings[object.id] = errors.map(\.code) }
                warnings += object.findings.filter { $0.severity == .warning }.map(\.code)
            }
        }
        #expect(count == 6709)
        #expect(ids.count == 4354)
        #expect(versions.count == 6691)
        #expect(findings["relationship--f825f5ea-3815-431f-b005-4c01b8b2fed9"] == [.modifiedBeforeCreated])
        // Three assets have empty lists of sectors, as related_asset_sectors deep inside.
        #expect(
            findings["x-mitre-asset--69d1b1ef-e918-4cfd-9a98-29debd04cb32"] == [.emptyList, .emptyList, .emptyList])
        #expect(findings["x-mitre-asset--75f810ad-b678-4c57-b93b-fdc79bba0c04"] == [.emptyList])
        #expect(findings["x-mitre-asset--986c455b-0f43-42b6-8360-33ac48bd9990"] == [.emptyList])
        #expect(findings.count == 4)
        // ATT&CK's own relationships, such as subtechnique-of, between types of the standard.
        #expect(warnings.count == 239)
        #expect(Set(warnings) == [.unusualRelationship])
    }

    @Test(arguments: files) func `the tree reader sees the same objects`(_ file: String) throws {
        let bytes = try bytes(file)
        let scan = Scan(bytes)
        let tree = try JSON.parse(bytes, limits: ScanLimits(objectBytes: 1 << 28, values: 10_000_000))
        let objects = try #require(tree["objects"]?.array)
        #expect(scan.ids == objects.compactMap { $0["id"]?.string })
        for (object, node) in zip(scan.objects, objects) {
            #expect(object.bytes == Array(bytes[object.offset..<(object.offset + object.bytes.count)]))
            #expect(object.sha256 == SHA256.hash(data: object.bytes))
            #expect(object.name == (node["name"] ?? node["relationship_type"] ?? node["definition_type"])?.string)
            #expect(object.createdByRef == node["created_by_ref"]?.string)
            #expect(object.revoked == (node["revoked"]?.bool ?? false))
            #expect(object.modified == node["modified"]?.string.flatMap(Timestamp.init))
            #expect(object.markingRefs == node["object_marking_refs"]?.array?.compactMap(\.string) ?? [])
            let description = node["description"]?.string ?? ""
            #expect(description.isEmpty || object.searchable.contains(SearchableText(kind: .prose, text: description)))
        }
    }
}
