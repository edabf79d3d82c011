import Storage

/// Some of what waits in quarantine: all of one kind, from one source, of one import; everything where nothing is named.
package struct QuarantineChoice: Sendable, Hashable {
    package var code: Quarantine.Code?
    /// The name of a source, as it is listed.
    package var source: String?
    /// The number of an import.
    package var importing: Int?
    /// The number of the last one that somebody has seen: what arrives later is not decided upon unseen.
    package var last: Int?

    package init(
        code: Quarantine.Code? = nil, source: String? = nil, importing: Int? = nil, last: Int? = nil
    ) {
        (self.code, self.source, self.importing, self.last) = (code, source, importing, last)
    }

    /// Of rows of the table `quarantine` called `q`.
    var condition: SQL {
        """
        q.decided IS NULL AND q.number <= \(last ?? Int.max)
        AND q.code = coalesce(\((code?.rawValue).sql), q.code)
        AND q.source IN (SELECT number FROM source WHERE name = coalesce(\(source.sql), name))
        AND coalesce(q.import, 0) = coalesce(\(importing.sql), q.import, 0)
        """
    }
}
