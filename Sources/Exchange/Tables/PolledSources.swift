package import Ledger
package import Outside
package import STIX
import Storage
import Work

/// The table of the servers that objects come from.
package struct PolledSources: LedgerTable {
    package let ledger: GatewayLedger

    package init(_ ledger: GatewayLedger) { self.ledger = ledger }

    /// The rows of work that sources are: each visit is one, by the source's id.
    static let work = "source"

    private var now: Int64 { ledger.surroundings.now().microseconds }

    /// So many seconds from now.
    func later(_ seconds: Int64) -> Timestamp { Timestamp(clamping: now + seconds * 1_000_000) }

    /// Every source, by name.
    package func all() async throws -> [PolledSource] {
        try await read { session in
            try session.rows(
                "SELECT \(PolledSource.columns) FROM \(PolledSource.tables) ORDER BY s.name", PolledSource.init)
        }
    }

    /// The source with this name or id.
    ///
    /// - Throws: `unknownSource`.
    package func named(_ name: String) async throws -> PolledSource {
        let all = try await all()
        guard let found = all.first(where: { $0.settings.name == name || $0.settings.id == name }) else {
            let known =
                all.isEmpty ? "there is none yet" : "there are: " + all.map(\.settings.name).joined(separator: ", ")
            throw ExchangeError(.unknownSource, "there is no source \(ExchangeError.excerpt(name)); \(known)")
        }
        return found
    }

    /// Whether a source may have this name and be asked so often.
    ///
    /// - Throws: `nameTaken` or `badSource`.
    func check(_ name: String, interval: Int) async throws {
        try SourceSettings.check(name: name)
        guard SourceSettings.intervals.contains(interval) else {
            throw ExchangeError(.badSource, "a source is asked at most once a minute and at least once a week")
        }
        try await read { try $0.checkIsFree(name) }
    }

    /// A server to ask from now on.
    ///
    /// - Parameters:
    ///   - reach: whether it may stand on this machine or in an inner network.
    ///   - collection: alias or id of the collection its objects go to.
    ///   - defaultMarking: nil for the collection's ceiling.
    ///   - corrections: what other content under a version means that it has sent before.
    /// - Throws: `nameTaken`, or `badSource` where it could never place anything.
    package func add(
        _ name: String, kind: SourceSettings.Kind, address: String, credentials: PeerCredentials = .none,
        reach: Reach = .internet, authority: String? = nil, into collection: String, defaultMarking: TLP? = nil,
        reliability: SourceSettings.Reliability = .cannotBeJudged, corrections: Corrections = .hold,
        interval: Int = 900
    ) async throws -> PolledSource {
        try await check(name, interval: interval)
        do {
            let place = try PeerAddress(address)
            try place.check(credentials)
            try place.check(reach)
        } catch let error as OutsideError {
            throw ExchangeError(error)
        }
        guard let target = try await Reader.machine(of: ledger).collection(collection) else {
            throw ExchangeError(.badSource, "there is no collection \(ExchangeError.excerpt(collection)) here")
        }
        guard kind == .mirror || target.kind == .own else {
            throw ExchangeError(.badSource, "\(target.alias) mirrors another gateway's log; nothing else goes into it")
        }
        guard defaultMarking.map({ $0 <= target.ceiling }) ?? true else {
            throw ExchangeError(
                .badSource,
                "\(defaultMarking?.label ?? "") is above \(target.ceiling.label), the ceiling of \(target.alias): nothing without a TLP could be placed"
            )
        }
        let (id, now) = (ledger.surroundings.uuid(), now)
        try await write { session in
            try session.checkIsFree(name)
            try session.run(
                """
                INSERT INTO polled_source (id, name, kind, address, credentials, authority, collection, default_marking,
                    reliability, seconds, created, paused, failures, failed, placed, lasted, corrections,
                    inner_network)
                VALUES (\(id), \(name), \(kind), \(address), \(credentials.stored), \(authority.sql), \(target.id),
                    \(defaultMarking.sql), \(reliability), \(interval), \(now), 0, 0, 0, 0, 0, \(corrections),
                    \(reach == .anywhere ? 1 : 0))
                """)
            try session.ask(Self.work, for: id, at: Timestamp(clamping: now), now: Timestamp(clamping: now))
        }
        return try await named(id)
    }

    /// No more is asked of it; what it brought stays.
    package func remove(_ name: String) async throws {
        let id = try await named(name).settings.id
        try await write { session in
            try session.run("DELETE FROM polled_source WHERE id = \(id)")
            try session.drop(Self.work, for: id)
        }
    }

    package func pause(_ name: String) async throws {
        let id = try await named(name).settings.id
        try await write { session in
            try session.run("UPDATE polled_source SET paused = 1 WHERE id = \(id)")
            try session.drop(Self.work, for: id)
        }
    }

    /// Somebody has looked: it is asked again, at once.
    ///
    /// - Parameter reach: `anywhere` where it may stand on this machine or in an inner network from now on.
    package func resume(_ name: String, reach: Reach = .internet) async throws {
        let (id, now) = (try await named(name).settings.id, Timestamp(clamping: now))
        try await write { session in
            try session.run("UPDATE polled_source SET paused = 0 WHERE id = \(id)")
            if reach == .anywhere { try session.run("UPDATE polled_source SET inner_network = 1 WHERE id = \(id)") }
            try session.ask(Self.work, for: id, at: now, now: now)
            try session.putOff(Self.work, for: id, until: now, now: now)
        }
    }
}

/// What a visit writes down.
extension PolledSources {
    func keep(_ cursor: String, of id: String) async throws {
        try await write {
            try $0.run("UPDATE polled_source SET cursor = \(cursor) WHERE id = \(id)")
        }
    }

    func say(_ sentence: String, of id: String) async throws {
        try await write {
            try $0.run("UPDATE polled_source SET state = \(sentence) WHERE id = \(id)")
        }
    }

    func succeeded(_ id: String, placed: Int, due: Timestamp, lasted: Int) async throws {
        let now = now
        try await write { session in
            try session.run(
                """
                UPDATE polled_source SET tried = \(now), succeeded = \(now), failing_since = NULL, failures = 0,
                    problem = NULL, problem_code = NULL, placed = placed + \(placed), lasted = \(lasted)
                WHERE id = \(id)
                """)
            try session.putOff(Self.work, for: id, until: due, now: Timestamp(clamping: now))
        }
    }

    func failed(_ id: String, _ error: ExchangeError, placed: Int, due: Timestamp, lasted: Int) async throws {
        let now = now
        try await write { session in
            try session.run(
                """
                UPDATE polled_source SET tried = \(now), failing_since = coalesce(failing_since, \(now)),
                    failures = failures + 1, failed = failed + 1, problem = \(error.sentence),
                    problem_code = \(error.code.rawValue), placed = placed + \(placed), lasted = \(lasted)
                WHERE id = \(id)
                """)
            try session.putOff(
                Self.work, for: id, until: due, because: error.sentence, now: Timestamp(clamping: now))
            if !error.isPassing {
                try session.stop(Self.work, for: id, because: error.sentence, now: Timestamp(clamping: now))
            }
        }
    }
}

extension Session {
    /// - Throws: `nameTaken` where a source has this name.
    fileprivate func checkIsFree(_ name: String) throws {
        let taken = try value("SELECT 1 FROM polled_source WHERE name = \(name)", as: Int.self)
        guard taken == nil else { throw ExchangeError(.nameTaken, "there is a source \(name) already") }
    }
}
