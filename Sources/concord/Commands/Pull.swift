import ArgumentParser
import Exchange
import Ledger
import Storage

struct PullCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pull",
        abstract: "Ask sources now for what is new.",
        discussion: """
            Without a name, every source that is neither paused nor stopped. It goes on where the last visit ended; what is here \
            already is not added again, so a pull that was interrupted is simply run again.

            Examples:
              concord pull
              concord pull "Harbour ISAC"
            """)
    @OptionGroup var data: DataOption
    @OptionGroup var output: OutputOption
    @Argument(help: "Names of sources; all unless stated.") var names: [String] = []

    struct Answer: Encodable {
        let source: String
        let read: Int
        let placed: Int
        let known: Int
        let quarantined: Int
        let problem: String?
    }

    func run() async throws {
        let ledger = try await data.ledger(cache: .bulk)
        let sources = PolledSources(ledger)
        var chosen: [PolledSource] = []
        if names.isEmpty {
            chosen = try await sources.all().filter { $0.next != nil }
        } else {
            for name in names { chosen.append(try await sources.named(name)) }
        }
        let run = PollRun(ledger)
        var worst: ExchangeError?
        for source in chosen {
            let name = source.settings.name
            let progress = ProgressLine("asking \(name)")
            let outcome = try await run.visit(source.settings.id) {
                progress.update($0.read, of: nil, "objects, \($0.placed) placed")
            }
            progress.end()
            switch outcome {
            case .busy:
                worst = worst ?? ExchangeError(.busy, "another process asks \(name) at this moment")
                try tell(name, PollCount(), "another process asks it at this moment")
            case .done(let count): try tell(name, count, nil, state: try await sources.named(source.settings.id).state)
            case .failed(let error, let count):
                worst = worst ?? error
                try tell(name, count, error.sentence)
            }
        }
        if worst != nil { throw ExitCode(1) }
    }

    /// - Parameter state: how far the source is known now, in the words of its kind.
    private func tell(_ name: String, _ count: PollCount, _ problem: String?, state: String? = nil) throws {
        let held = count.quarantined > 0 ? ", \(count.quarantined) into quarantine" : ""
        let line: Printed =
            "\(name): \(count.read) objects: \(count.placed) placed, \(count.known) known already\(held)"
        try output.say(
            Answer(
                source: name, read: count.read, placed: count.placed, known: count.known,
                quarantined: count.quarantined,
                problem: problem),
            line + (problem.map { "\n  PROBLEM  \($0)" } ?? state.map { "\n  \($0)" } ?? "" as Printed))
    }
}
