/// What `Database` asks of the engine behind it: SQLite in a file, or PostgreSQL.
///
/// Whatever waits for a disk or another machine runs on threads of the engine's own, never on one where everybody's tasks run.
protocol Engine: AnyObject, Sendable {
    /// Gives `work` a connection, or says why there is none; all that it reads until it returns is of one moment.
    func read(_ work: @escaping @Sendable (Result<Connection, any Error>) -> Void)

    /// Reads at one moment on the thread that asks, which waits.
    func readNow<Result>(_ body: (Session) throws -> Result) throws -> Result

    /// Runs `work` when its turn has come to write, with nobody else writing until it returns, or says why there is no turn.
    func asWriter(_ work: @escaping @Sendable (Result<any WritingEngine, any Error>) -> Void)

    /// Takes away the levels of an index that hold nothing.
    func trim(_ index: TextIndex, in writer: any WritingEngine) throws

    /// Writes a whole copy into one compact file, which has its name only later.
    func copyDraft(for target: String) async throws -> CopyDraft

    /// Gives a draft its name, when nobody writes.
    func place(_ draft: CopyDraft) async throws

    /// Moves everything written so far to where it stays, so that what was overwritten is nowhere.
    ///
    /// - Parameter isServing: others want to read and write meanwhile.
    func settle(isServing: Bool) async throws

    /// What the engine finds wrong with its own data, a sentence for each.
    func integrityProblems(in session: Session) throws -> [String]

    /// Ends all that goes on.
    func close() async throws
}

/// An engine while its only writer writes.
protocol WritingEngine: Sendable {
    /// Runs `body` in one transaction, and `committed` when that is durable.
    func transact<Result>(
        _ body: (Session) throws -> Result, then committed: (Result, Session) throws -> Void
    ) throws -> Result
}
