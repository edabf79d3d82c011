import Foundation
import Kinds
import STIX

/// The repository, for files beside the tests.
let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

func initiative() throws -> Kind {
    let file = repository.appending(path: "Tests/KindsTests/Fixtures/initiative.yaml")
    return try Kind(yaml: Array(Data(contentsOf: file)), of: "valdoria.example")
}

/// A kind with these members after the ones that each must have.
func kind(
    fields: String = "  - {field: name, type: text, label: {en: Name}}", title: String = "\"{name}\"",
    _ more: String = ""
)
    throws(KindFault) -> Kind
{
    try Kind(yaml: Array(text(fields: fields, title: title, more).utf8), of: "test")
}

func text(
    fields: String = "  - {field: name, type: text, label: {en: Name}}", title: String = "\"{name}\"",
    _ more: String = ""
)
    -> String
{
    """
    kind: thing
    noun: record
    released: 2026-11-30
    words: {one: {en: Thing}, many: {en: Things}, says: {en: A thing.}}
    title: \(title)
    fields:
    \(fields)
    \(more)
    """
}

func values(_ text: String) throws -> JSON { try JSON.parse(Array(text.utf8)) }

/// Numbers that follow from a seed (SplitMix64).
struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
