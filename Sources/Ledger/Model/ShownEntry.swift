import STIX

/// An entry that placed an object, as its version line shows it.
struct ShownEntry {
    /// That of its position in its collection (``Numbering``).
    let number: Int
    let position: Int
    let version: Int64
    let marking: TLP
    let added: Int64
    let source: Int
    let sha256: [UInt8]
}
