import Crypto
import STIX
import Storage

/// What the laws say of an object that wants to stand in a collection (laws 3 and 4).
enum PlacementVerdict {
    /// It stands from now on, as this version.
    case place
    /// It stands instead of what its source sent under this version before.
    case replace
    /// The same content is there, or was and has been withdrawn.
    case known(Line.Content)
    case quarantine(Quarantine.Code, String)
}

extension Line {
    /// Five minutes, for clocks that differ.
    static let tolerance: Int64 = 300_000_000
    /// Contents of one unversioned object that stand side by side: each that arrives is compared with all of them.
    static let mostUnversioned = 64

    /// What the laws say of a version that wants to stand in the line.
    ///
    /// A changed `created` or author is no reason to hold what the line's own source says: publishers do correct both. It is a
    /// finding (``changes(in:by:)``), and the version stands.
    ///
    /// - Parameters:
    ///   - corrections: what other content of the line's own source under one version means.
    ///   - known: what stands, or stood, under its version; nil where that must be asked.
    ///   - sha256: of its bytes.
    func judge(
        _ candidate: Candidate, object: Int, collection: Int, source: Int, corrections: Corrections = .hold,
        known: [Content]? = nil,
        sha256: [UInt8], forms: inout CanonicalForms, in session: Session
    ) throws -> PlacementVerdict {
        guard let version = candidate.version?.microseconds else {
            return try judgeUnversioned(
                candidate, object: object, collection: collection, source: source, sha256: sha256, forms: &forms,
                in: session)
        }
        // Most of what arrives again is what stands: no further look-up then.
        if let current, current.version == version, current.sha256 == sha256 {
            return .known(Content(sha256: sha256, source: current.saidBy))
        }

        var same = known ?? []
        if known == nil {
            try session.statement(
                "SELECT sha256, body, source, ended FROM entry WHERE collection = ?2 AND object = ?1 AND version = ?3"
            ).each([object.sql, collection.sql, version.sql]) {
                same.append(try Content($0))
                return true
            }
        }
        if let found = same.first(where: { $0.sha256 == sha256 }) { return .known(found) }
        for content in same where try forms.equal(candidate.object.bytes, content.body, of: collection, in: session) {
            return .known(content)
        }
        // What the desk has withdrawn since, no correction brings back.
        let isOwn = self.source == source && same.allSatisfy { $0.source == source }
        let replaces = corrections == .replace && isOwn && same.contains { $0.stands }
        if !same.isEmpty, !replaces {
            return .quarantine(
                .conflictingVersion,
                "another content stands under the version \(Timestamp(clamping: version)); the first stays")
        }
        if self.source != source {
            return .quarantine(.foreignLine, "another source began the versions of this object in this collection")
        }
        if try created == nil && isUnversioned(object: object, collection: collection, in: session) {
            return .quarantine(.createdChanged, "it has a version, and what stands of this object has none")
        }
        let verdict = try judgeRevocation(
            candidate.object.revoked, version, object: object, collection: collection, in: session)
        if replaces, case .place = verdict { return .replace }
        return verdict
    }

    /// What stands, or stood, under one version.
    struct Content: Hashable {
        let sha256: [UInt8]
        let source: Int
        var body = 0
        var stands = true
    }

    /// Objects without a version stand side by side where they differ (law 3), but not in a line that has versions: dated
    /// when it arrives, one would pass for the newest of them.
    ///
    /// Anybody may say what an identifier itself says: that of an observable is derived from its value (STIX 2.1 §2.9). Under
    /// any other only the line's own source goes on.
    private func judgeUnversioned(
        _ candidate: Candidate, object: Int, collection: Int, source: Int, sha256: [UInt8], forms: inout CanonicalForms,
        in session: Session
    ) throws -> PlacementVerdict {
        // Most of what arrives again is what stands.
        if let current, current.sha256 == sha256 { return .known(Content(sha256: sha256, source: current.saidBy)) }
        let isForeign = self.source != source
        let foreign = PlacementVerdict.quarantine(
            .foreignLine, "another source began the versions of this object in this collection")
        guard try isUnversioned(object: object, collection: collection, in: session) else {
            return isForeign
                ? foreign
                : .quarantine(.createdChanged, "it has neither `modified` nor `created`, and the earlier versions have")
        }
        // What somebody took back is nobody's any more, and others may say it for themselves.
        let placed = try session.rows(
            """
            SELECT e.sha256, e.source, e.body, e.ended, CASE WHEN w.source = e.source THEN 1 ELSE 0 END FROM entry e
            LEFT JOIN entry w ON \(SQL.isEntry("w", namedBy: "e", "ended"))
            WHERE e.object = \(object) AND e.collection = \(collection)
            ORDER BY CASE WHEN e.ended IS NULL THEN 0 ELSE 1 END, e.position
            """
        ) {
            (
                content: Content(
                    sha256: try $0.get(0), source: try $0.get(1), body: try $0.get(2),
                    stands: try $0.get(3, as: Int?.self) == nil),
                isTakenBack: try $0.get(4, as: Int.self) == 1
            )
        }
        let mattering = placed.filter { !$0.isTakenBack || $0.content.source == source }.map(\.content)
        if let found = mattering.first(where: { $0.sha256 == sha256 }) { return .known(found) }
        for content in mattering
        where try forms.equal(candidate.object.bytes, content.body, of: collection, in: session) {
            return .known(content)
        }
        if isForeign, try !candidate.object.isNamedByItsValue { return foreign }
        guard placed.count < Self.mostUnversioned else {
            return .quarantine(
                .conflictingVersion, "\(placed.count) contents of this object stand side by side already")
        }
        return .place
    }

    /// Whether the line's entries are dated by their arrival, for want of a version.
    private func isUnversioned(object: Int, collection: Int, in session: Session) throws -> Bool {
        try session.value(
            "SELECT CASE WHEN version = added THEN 1 ELSE 0 END FROM entry WHERE object = \(object) AND collection = \(collection) LIMIT 1"
        ) ?? true
    }

    /// Nothing follows a revocation but the same revocation stated again (law 4); publishers do re-issue revoked objects.
    private func judgeRevocation(_ revokes: Bool, _ version: Int64, object: Int, collection: Int, in session: Session)
        throws -> PlacementVerdict
    {
        if !revokes {
            guard let revokedFrom, version > revokedFrom else { return .place }
            return .quarantine(
                .afterRevocation, "the object was revoked at \(Timestamp(clamping: revokedFrom)); nothing follows that")
        }
        if let current, current.version > version, revokedFrom.map({ current.version < $0 }) ?? true {
            return .quarantine(
                .revokesThePast,
                "it revokes the object at \(Timestamp(clamping: version)), but a later version stands unrevoked")
        }
        return .place
    }
}

extension STIXObject {
    /// Whether its identifier is the one that the standard derives from its value, so that it can mean nothing else.
    fileprivate var isNamedByItsValue: Bool {
        get throws { try SCOIdentifier.deterministicID(of: JSON.parse(bytes)) == id }
    }
}

/// What bodies say once re-serialised (law 1), kept for the length of a transaction: hostile input must not have the same
/// large body read again and again.
struct CanonicalForms {
    private var stored: [Int: SHA256.Digest] = [:]
    private var last: (bytes: [UInt8], form: SHA256.Digest)?

    /// Whether these bytes say the same as a stored body.
    mutating func equal(_ bytes: [UInt8], _ body: Int, of collection: Int, in session: Session) throws -> Bool {
        if last?.bytes != bytes { last = (bytes, try Self.form(of: bytes)) }
        if stored[body] == nil {
            let other: [UInt8]? = try session.value(
                "SELECT bytes FROM body WHERE collection = \(collection) AND number = \(body)")
            guard let other else { return false }
            stored[body] = try Self.form(of: other)
        }
        return stored[body] == last?.form
    }

    private static func form(of bytes: [UInt8]) throws -> SHA256.Digest {
        SHA256.hash(data: try JSON.parse(bytes).canonical())
    }
}
