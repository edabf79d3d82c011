import Ledger
package import STIX
package import Storage

/// The observable that names a file which is brought here (STIX 2.1 §6.1 and §6.7).
package struct BlobObservable: Sendable {
    package let id: String
    package let bytes: [UInt8]

    /// - Parameters:
    ///   - name: of a `file`; an `artifact` is made where there is none.
    ///   - mediaType: a claim of whoever brings it.
    ///   - marking: how it may be shared.
    package init(_ hash: BlobHash, size: Int, name: String?, mediaType: String?, marking: TLP) throws {
        var members: [JSON.Member] = [
            .init(name: "type", value: .string(name == nil ? "artifact" : "file")),
            .init(name: "spec_version", value: .string("2.1")),
            .init(name: "object_marking_refs", value: .array([.string(marking.markingID)])),
            .init(
                name: "hashes", value: .object([.init(name: "SHA-256", value: .string("\(hash)"))])),
        ]
        if let mediaType { members.append(.init(name: "mime_type", value: .string(mediaType))) }
        if let name {
            members.append(.init(name: "name", value: .string(name)))
            if let size = JSON.Number(Double(size)) { members.append(.init(name: "size", value: .number(size))) }
        }
        guard let id = SCOIdentifier.deterministicID(of: .object(members)) else {
            throw LedgerError(.notPlaced, "a file with a hash has an identifier")
        }
        self.id = id
        members.insert(.init(name: "id", value: .string(id)), at: 2)
        bytes = try JSON.object(members).canonical()
    }
}
