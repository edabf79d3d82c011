package import STIX
import Storage

/// What an author saw of what a party says, before they began to change it: where others changed it meanwhile, nothing is placed.
package struct SeenVersion: Sendable {
    let id: String
    let source: Source
    let version: Timestamp?
    let viewer: Viewer

    /// - Parameters:
    ///   - id: of the object.
    ///   - source: whose word it is; what others say under the identifier doesn't matter.
    ///   - version: the newest that was shown; nil where there was none.
    ///   - viewer: to whom: what they can't read is no change.
    package init(of id: String, by source: Source, version: Timestamp?, to viewer: Viewer) {
        (self.id, self.source, self.version, self.viewer) = (id, source, version, viewer)
    }

    /// - Throws: `changedMeanwhile`.
    func check(in session: Session) throws {
        let readable = try session.collections().filter(viewer.reads).map(\.number)
        let newest: Int64? =
            try session.value(
                """
                SELECT max(l.version) FROM object o CROSS JOIN line l JOIN source s ON s.number = l.source
                WHERE l.collection = o.collection AND l.object = o.number AND \(SQL.isObject(id)) AND s.name = \(source)
                AND o.collection IN (\(list: readable)) AND l.position IS NOT NULL
                """, as: Int64?.self) ?? nil
        guard newest != version?.microseconds else { return }
        throw LedgerError(
            .changedMeanwhile, "somebody has changed \(id) since it was read: look at what it says now, and change that"
        )
    }
}
