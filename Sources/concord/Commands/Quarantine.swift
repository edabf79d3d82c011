import ArgumentParser
import Foundation
import Ledger
import STIX

struct QuarantineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quarantine",
        abstract: "What did not get in, why, and what to do about it.",
        subcommands: [List.self, Accept.self, Dismiss.self], defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "What waits for a decision, newest first.",
            discussion: """
                Examples:
                  concord quarantine list
                  concord quarantine list public --limit 10 --json
                """)
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption
        @Argument(help: "The collection, by alias or id; all of them unless stated.")
        var collection: String?
        @Option(help: "At most so many, newest first.")
        var limit = 100

        struct Row: Encodable {
            let number: Int
            let collection: String
            let arrived: String
            let source: String
            let id: String?
            let code: String
            let sentence: String
            let bytes: Int?
        }

        func run() async throws {
            let ledger = try await data.ledger()
            let all = try await Reader.machine(of: ledger).collections()
            let chosen = all.filter { collection == nil || $0.alias == collection || $0.id == collection }
            if let collection, chosen.isEmpty {
                throw LedgerError(.unknownCollection, "there is no collection \(collection)")
            }
            for kept in try await ledger.quarantined(in: chosen, limit: limit) {
                let row = Row(
                    number: kept.number, collection: kept.collection, arrived: kept.arrived.description,
                    source: kept.source, id: kept.objectID, code: kept.code.rawValue, sentence: kept.sentence,
                    bytes: kept.byteCount)
                try output.say(
                    row,
                    """
                    \(row.number)\t\(row.collection)\t\(row.arrived)\t\(row.source)\t\(row.id ?? "no id")\t\
                    \(row.code): \(row.sentence)
                    """)
            }
        }
    }

    struct Accept: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Place it although the law held it; the decision is kept.",
            discussion: """
                What another content's version held takes that version's place. What is above the ceiling, or has no \
                identity, nobody can let in.

                Example:
                  concord quarantine accept 12 --reason "the publisher confirmed the correction"
                """)
        @OptionGroup var decision: DecisionOptions
        func run() async throws { try await decision.carryOut(.accept, said: "is placed") }
    }

    struct Dismiss: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Leave it out; the decision is kept, and the same content is not asked about again.",
            discussion: """
                Example:
                  concord quarantine dismiss 12 --reason "a copy that another program rewrote"
                """)
        @OptionGroup var decision: DecisionOptions
        func run() async throws { try await decision.carryOut(.dismiss, said: "stays out") }
    }
}

/// One decision about one object in quarantine.
struct DecisionOptions: ParsableArguments {
    @OptionGroup var data: DataOption
    @OptionGroup var output: OutputOption
    @Argument(help: "Its number in `concord quarantine list`.")
    var number: Int
    @Option(help: "Why; it is kept with the decision.")
    var reason: String

    struct Answer: Encodable {
        let number: Int
        let decision: QuarantineDecision
        let reason: String
    }

    func carryOut(_ decision: QuarantineDecision, said: String) async throws {
        try await data.ledger().decide(decision, on: number, reason: reason)
        try output.say(Answer(number: number, decision: decision, reason: reason), "\(number) \(said): \(reason)")
    }
}
