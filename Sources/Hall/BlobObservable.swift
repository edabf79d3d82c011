import Ledger
package import STIX
package import Storage

/// The `file` that names one which is brought here (STIX 2.1 §6.7).
///
/// No `artifact`: that has its bytes within it, or an address from which anybody has them (§6.1).
package struct BlobObservable: Sendable {
    package let id: String
    package let bytes: [UInt8]

    /// - Parameters:
    ///   - name: nil for what has none, such as what came from a pipe: the hash says what it is.
    ///   - mediaType: a claim of whoever brings it.
    ///   - marking: how it may be shared.
    package init(_ hash: BlobHash, size: Int, name: String?, mediaType: String?, marking: TLP) throws {
        var members: [JSON.Member] = [
            .text("type", "file"), .text("spec_version", "2.1"),
            .list("object_marking_refs", [marking.markingID]),
            .init(name: "hashes", value: .object([.text("SHA-256", "\(hash)")])),
        ]
        if let mediaType { members.append(.text("mime_type", mediaType)) }
        if let name { members.append(.text("name", name)) }
        if let size = JSON.Number(Double(size)) { members.append(.init(name: "size", value: .number(size))) }
        guard let id = SCOIdentifier.deterministicID(of: .object(members)) else {
            throw LedgerError(.notPlaced, "a file with a hash has an identifier")
        }
        self.id = id
        members.insert(.text("id", id), at: 2)
        bytes = try JSON.object(members).canonical()
    }
}
