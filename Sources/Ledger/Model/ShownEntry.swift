import STIX

/// An entry that placed an object, as its version line shows it.
struct ShownEntry {
    /// In the order of arrival, among the entries of all logs.
    let number: Int
    let position: Int
    let version: Int64
    let marking: TLP
    let added: Int64
    let source: Int
    let sha256: [UInt8]
}
