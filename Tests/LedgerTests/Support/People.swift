import Testing
import STIX

@testable import Ledger

extension TestGateway {
    /// Somebody of the gateway's own organisation, who is of these audiences too.
    func person(_ role: Role = .analyst, of audiences: Set<Audience> = [], organisation: String? = nil) -> Person {
        let id = organisation ?? ledger.gateway.id
        return Person(
            account: "a", name: "A", role: role,
            organisation: .init(id: id, name: "O", identity: nil, isDesk: organisation == nil),
            viewer: Viewer(of: audiences.union([.signedIn, .organisation(id)])))
    }

    func check(_ objects: [String], into collection: String, by person: Person) async throws -> PlacementCheck {
        let plan = PlannedPlacement(objects.map(\.bytes), into: try self.collection(collection), by: person)
        return try #require(await ledger.check([plan]).first)
    }

    func place(_ objects: [String], into collection: String, by person: Person, confirmed: Set<String> = [])
        async throws
    {
        let plan = PlannedPlacement(objects.map(\.bytes), into: try self.collection(collection), by: person)
        try await ledger.say([plan], confirmed: confirmed)
    }
}

extension GatewayLedger {
    /// What a party here once wrote, as clean or not as it is: admitted under its source, whatever the laws say of it.
    @discardableResult
    func admit(_ objects: [[UInt8]], into collection: String, as source: Source) async throws -> AdmissionReport {
        try await admit(
            MemorySource(Array(objects.joined(separator: [UInt8(ascii: "\n")]))), into: collection, source: source)
    }
}

extension Make {
    /// A clean object, as it is written here; `members` are further members with a comma behind.
    static func written(_ type: String, _ number: Int, _ marking: TLP?, version: Int = 0, _ members: String) -> String {
        var text = #"{"type":"\#(type)","spec_version":"2.1","id":"\#(id(type, number))","#
        text += #""created":"\#(time(0))","modified":"\#(time(version))","#
        if let marking { text += #""object_marking_refs":["\#(marking.markingID)"],"# }
        text += members
        return String(text.dropLast()) + "}"
    }

    static func weakness(_ number: Int, _ marking: TLP? = .clear, version: Int = 0, _ more: String = "") -> String {
        written("vulnerability", number, marking, version: version, #""name":"CVE-2026-\#(1_000 + number)",\#(more)"#)
    }

    static func advisory(
        _ number: Int, _ marking: TLP? = .clear, on refs: [String], version: Int = 0, _ more: String = ""
    )
        -> String
    {
        let list = refs.map { "\"\($0)\"" }.joined(separator: ",")
        return written(
            "report", number, marking, version: version,
            #""name":"Advisory","published":"\#(time(0))","object_refs":[\#(list)],\#(more)"#)
    }

    static func uses(_ number: Int, _ marking: TLP, _ source: String, _ target: String) -> String {
        written(
            "relationship", number, marking,
            #""relationship_type":"related-to","source_ref":"\#(source)","target_ref":"\#(target)","#)
    }
}
