import STIX
import Testing

@testable import Ledger

/// What stands against a placement, as commands and programs say it.
@Suite struct ConcernTests {
    private static let subject = PlacementConcern.Subject(id: "malware--1", type: "malware", name: "M")
    private static let target = PlacementConcern.Subject(id: "tool--2", type: "tool", name: "T")

    @Test(arguments: [
        (PlacementConcern.mayNot(.isMirror), "whoever says it may not do so there"),
        (.unclean(subject, "/name: is too long"), "/name: is too long"),
        (.unmarked(subject), "malware--1 carries no TLP marking"),
        (
            .unknownMarking(subject, marking: "marking-definition--3"),
            "its marking marking-definition--3 is not known to whoever reads the collection"
        ),
        (.aboveCeiling(subject, .amberStrict), "TLP:AMBER+STRICT is above the ceiling of the collection"),
        (
            .partsAboveCeiling(subject, .red, canBeRedacted: true),
            "a part of it is TLP:RED, above the ceiling of the collection"
        ),
        (.emptyEnvelope(subject), "nothing that malware--1 speaks of could be read there"),
        (.held(subject, .foreignLine, "another began it"), "another began it"),
        (.hiddenFromAudience(subject, target: target), "it names tool--2, which the audience can't read"),
    ]) func `each has its sentence, and one alone can be confirmed`(_ concern: PlacementConcern, _ sentence: String) {
        #expect(concern.sentence == sentence)
        let isConfirmable = if case .hiddenFromAudience = concern { true } else { false }
        #expect((concern.confirmedBy != nil) == isConfirmable)
    }
}
