import Crypto

extension ObjectReader {
    /// What came of reading an object.
    enum Result {
        /// It was read; it ends here.
        case object(STIXObject, end: Int)
        /// It cannot be accepted.
        case refused(Refusal, id: String?)
        /// It has no end in these bytes.
        case incomplete
    }

    /// Reads the object that begins the bytes; it need not fill them, except where they are those of an array.
    static func read(
        _ bytes: UnsafeBufferPointer<UInt8>, of owned: [UInt8]? = nil, offset: Int, limits: ScanLimits,
        stopsAtObjects: Bool, scratch: inout Scratch
    ) -> Result {
        withUnsafeTemporaryAllocation(of: Step.self, capacity: limits.depth + 1) { path in
            path.initialize(repeating: Step())
            var reader = ObjectReader(
                bytes, offset: offset, limits: limits, path: path, stopsAtObjects: stopsAtObjects)
            swap(&reader.scratch, &scratch)
            let result: Result
            do throws(Refusal) {
                try reader.read()
                result = .object(try reader.object(owned), end: reader.cursor.position)
            } catch {
                result = error.isTruncation ? .incomplete : .refused(error, id: reader.readableID())
            }
            swap(&reader.scratch, &scratch)
            return result
        }
    }

    /// Makes the object of what was read.
    private mutating func object(_ owned: [UInt8]?) throws(Refusal) -> STIXObject {
        let identity = try identify()
        checkProperties(identity)
        let name = gatherText(identity.row)
        let marking = markingDefinition(identity)
        if cursor.oddCharacter >= 0 {
            note(
                .noncharacter, at: cursor.oddCharacter, level: 0,
                "A string has NUL or a Unicode noncharacter, which some systems cannot keep.", section: "RFC 7493")
        }
        let exact = UnsafeBufferPointer(rebasing: cursor.bytes[..<cursor.position])
        return STIXObject(
            offset: offset, bytes: owned ?? Array(exact), sha256: exact.sha256, id: identity.id, type: identity.type,
            created: identity.created, modified: identity.modified, createdByRef: createdBy,
            revoked: member(.revoked)?.kind == .true, markingRefs: markingRefs,
            hasGranularMarkings: member(.granularMarkings) != nil, granularMarkingRefs: granularMarkingRefs,
            references: references, relationshipType: relationshipType(), name: name, markingDefinition: marking,
            searchable: searchable, findings: findings)
    }

    private func relationshipType() -> String? {
        guard let member = member(.relationshipType), member.kind == .string else { return nil }
        return cursor.decoded(member.value)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// SHA-256 of the bytes.
    var sha256: SHA256.Digest {
        var hash = SHA256()
        hash.update(bufferPointer: UnsafeRawBufferPointer(self))
        return hash.finalize()
    }
}
