import CPostgreSQL

/// Statements that were sent and whose outcome nobody has looked at.
///
/// Whoever writes thousands of rows would wait for the server after each of them. Within the writer's transaction a statement that answers
/// nothing is sent on without waiting; what became of it is known before anything else is asked, and before the transaction is
/// committed. So an error comes later than its cause, and never after the commit.
struct PostgreSQLPipeline {
    /// Whether statements may be sent on: within the transaction of the writer.
    var isOpen = false
    fileprivate var texts: [String] = []
    fileprivate(set) var isOn = false
    /// What failed while nobody could be told.
    fileprivate(set) var failure: (any Error)?
    /// Statements that wait, at most; libpq reads answers while it sends, so neither side waits for the other.
    fileprivate static let most = 256
}

extension PostgreSQLConnection {
    /// Sends a statement whose answer says nothing.
    func send(prepared name: String, _ values: [Value], of text: String) throws {
        guard pipeline.isOpen else {
            _ = try run(prepared: name, values, of: text)
            return
        }
        if let failure = pipeline.failure { throw failure }
        try addAppended()
        if !pipeline.isOn {
            guard library.enterPipelineMode(pointer) == 1 else { throw lost() }
            pipeline.isOn = true
        }
        let isSent = PostgreSQLParameters(values).withPointers { pointers, lengths, formats in
            library.sendQueryPrepared(pointer, name, Int32(values.count), pointers, lengths, formats, 1) == 1
        }
        guard isSent else { throw lost() }
        pipeline.texts.append(text)
        if pipeline.texts.count >= PostgreSQLPipeline.most { try finish() }
    }

    /// Sends what waits, and looks at what became of all that was sent.
    func finish() throws {
        if pipeline.failure == nil { try addAppended() }
        finishForLater()
        if let failure = pipeline.failure {
            // Whoever is told need not be told again: the transaction is lost anyhow.
            pipeline.failure = nil
            throw failure
        }
    }

    /// The same, with an error kept until somebody can be told.
    func finishForLater() {
        guard pipeline.isOn else { return }
        do { try readAll() } catch { pipeline.failure = pipeline.failure ?? error }
        pipeline.texts = []
        pipeline.isOn = false
    }

    private func readAll() throws {
        guard library.pipelineSync(pointer) == 1 else { throw lost() }
        var failure: (any Error)?
        var index = 0
        reading: while isAlive {
            guard let result = library.getResult(pointer) else {
                // The end of what one statement answers.
                index += 1
                continue
            }
            let status = library.resultStatus(result)
            switch status {
            // PGRES_PIPELINE_SYNC: there is nothing more.
            case 10:
                library.clear(result)
                break reading
            // PGRES_PIPELINE_ABORTED: one before it failed.
            case 11: library.clear(result)
            default:
                let text = pipeline.texts.indices.contains(index) ? pipeline.texts[index] : ""
                do { _ = try checked(result, of: text) } catch { failure = failure ?? error }
            }
        }
        guard isAlive, library.exitPipelineMode(pointer) == 1 else { throw failure ?? lost() }
        if let failure { throw failure }
    }

    private func lost() -> PostgreSQLError {
        PostgreSQLError(state: PostgreSQLError.connectionFailure, message: errorMessage)
    }
}
