import Testing

@testable import Desk

/// How the property that refers to something is read.
struct RelationGroupTests {
    @Test(
        arguments: [
            ("uses", "uses"), ("object_refs", "object_refs"),
            ("changed_objects/result_ref", "changed_objects/result_ref"),
            ("extensions/extension-definition--ef765651-680c-498d-9894-99799f2fa126/impact_refs", "impact_refs"),
            ("extensions/extension-definition--x/events/event_ref", "events/event_ref"),
            ("extensions/a", "extensions/a"),
            ("", ""),
        ])
    func `a property of an extension is read without the identifier of the extension`(_ verb: String, _ shown: String) {
        let group = RelationGroup(direction: .outgoing, verb: verb, otherType: "impact", rows: [], total: 1)
        #expect(group.shownVerb == shown)
    }
}
