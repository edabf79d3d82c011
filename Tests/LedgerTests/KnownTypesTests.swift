import STIX
import Testing

@testable import Ledger

/// An incident with its event, impact and task: placed, counted, linked, found and kept apart like what the standard defines.
@Suite struct KnownTypesTests {
    private static let incident = Make.id("incident", 1)
    private static let event = Make.id("event", 1)
    private static let impact = Make.id("impact", 1)
    private static let task = Make.id("task", 1)

    private static func declared(_ known: KnownExtension, _ more: String = "") -> String {
        #""extensions":{"\#(known.definition.id)":{"extension_type":"new-sdo"}\#(more)}"#
    }

    /// The four of them, marked; all clean.
    private static func story(_ marking: TLP) -> [String] {
        let core = #"{"\#(KnownExtension.incidentCore.definition.id)":{"extension_type":"property-extension","#
        let said =
            #""determination":"confirmed","investigation_status":"open","scores":[{"name":"Kestrel","value":3}],"#
        let refs = #""event_refs":["\#(event)"],"impact_refs":["\#(impact)"],"task_refs":["\#(task)"]}}"#
        let change = #"[{"state_change_type":"caused","result_ref":"\#(impact)"}]"#
        let details = #","availability-ext":{"availability_impact":90}"#
        return [
            Make.written("incident", 1, marking, #""name":"Land register","extensions":\#(core)\#(said)\#(refs),"#),
            Make.written(
                "event", 1, marking,
                #""name":"Backup wiped","status":"occurred","event_types":["destruction"],"#
                    + #""changed_objects":\#(change),\#(declared(.event)),"#),
            Make.written(
                "impact", 1, marking,
                #""impact_category":"availability","description":"No deeds were issued.","#
                    + declared(.impact, details) + ","),
            Make.written(
                "task", 1, marking,
                #""name":"Restore from tape","outcome":"pending","task_types":["recovery"],"# + declared(.task)
                    + ","),
        ]
    }

    @Test func `they are clean, counted by type, linked and found`() async throws {
        let gateway = try await TestGateway()
        let report = try await gateway.admit(Self.story(.clear), into: "public")
        #expect(report.placed == 4 && report.withFindings == 0)
        let reader = gateway.everyone
        let counts = try await reader.typeCounts()
        #expect(Set(counts.map(\.type)) == ["incident", "event", "impact", "task"])
        #expect(try await reader.list(type: "task", limit: 5).map(\.name) == ["Restore from tape"])
        #expect(try await reader.list(type: "impact", limit: 5).map(\.name) == ["No deeds were issued."])

        let standing = try #require(try await reader.standing(of: Self.incident))
        let relations = try await reader.relations(of: standing, limit: 20).relations
        #expect(relations.map(\.otherID).sorted() == [Self.event, Self.impact, Self.task].sorted())
        #expect(relations.allSatisfy { $0.direction == .outgoing && $0.other?.type != nil })
        #expect(relations.contains { $0.verb.hasSuffix("/impact_refs") })
        let impact = try #require(try await reader.standing(of: Self.impact))
        let incoming = try await reader.relations(of: impact, limit: 20).relations
        #expect(Set(incoming.map(\.viaType)) == ["incident", "event"])

        for (text, id) in [
            ("tape", Self.task), ("wiped", Self.event), ("destruction", Self.event), ("deeds", Self.impact),
            ("kestrel", Self.incident),
        ] {
            #expect(try await reader.search(text, limit: 5).listings.map(\.id) == [id], "\(text)")
        }
    }

    @Test func `what an extension refers to is asked about like any other reference`() async throws {
        let gateway = try await TestGateway()
        try await gateway.place([Self.story(.amberStrict)[2]], into: "desk", by: gateway.person())
        let story = Self.story(.clear)
        let check = try await gateway.check([story[0], story[1], story[3]], into: "public", by: gateway.person())
        let hidden = PlacementConcern.hiddenFromAudience(
            .init(id: Self.incident, type: "incident", name: "Land register"),
            target: .init(id: Self.impact, type: "impact", name: "No deeds were issued."))
        #expect(check.concerns.contains(hidden))
        #expect(check.concerns.count == 2, "the event changed it too")
        #expect(!check.allows(confirmed: []))
        try await gateway.place(
            [story[0], story[1], story[3]], into: "public", by: gateway.person(), confirmed: [Self.impact])
        let standing = try #require(try await gateway.everyone.standing(of: Self.incident))
        let relations = try await gateway.everyone.relations(of: standing, limit: 20).relations
        #expect(relations.first { $0.otherID == Self.impact }?.other == nil)
    }

    @Test func `what is written here must be clean in its extensions too`() async throws {
        let gateway = try await TestGateway()
        let wrong = Make.written("task", 1, .clear, #""outcome":"done","# + Self.declared(.task) + ",")
        let check = try await gateway.check([wrong], into: "public", by: gateway.person())
        #expect(check.refusals.count == 1)
        #expect("\(check.refusals)".contains("/outcome"))
        // From elsewhere it stands, and says what is wrong with it.
        let report = try await gateway.admit([wrong], into: "public")
        #expect(report.placed == 1 && report.withFindings == 1)
        let standing = try #require(try await gateway.everyone.standing(of: Self.task))
        #expect(standing.placements.first?.findings.map(\.code) == [.notInEnumeration])
    }

    @Test func `definitions stand once, however often they are said`() async throws {
        let gateway = try await TestGateway()
        let definitions = KnownExtension.all.map { String(decoding: $0.definition.object, as: UTF8.self) }
        let first = try await gateway.admit(definitions, into: "public")
        #expect(first.placed == KnownExtension.all.count && first.withFindings == 0)
        let second = try await gateway.admit(definitions, into: "public")
        #expect(second.placed == 0 && second.known == KnownExtension.all.count)
    }
}
