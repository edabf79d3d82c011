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
                  concord quarantine list public --code conflicting-version --limit 10 --json
                  concord quarantine list --source "Harbour ISAC" --all
                """)
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption
        @Argument(help: "The collection, by alias or id; all of them unless stated.")
        var collection: String?
        @OptionGroup var choice: ChoiceOptions
        @Option(help: "At most so many, newest first.")
        var limit = 100
        @Flag(help: "Everything, however much it is.")
        var all = false

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

        func validate() throws {
            guard limit > 0 else { throw ValidationError("--limit is 1 or more.") }
        }

        func run() async throws {
            let ledger = try await data.ledger()
            let chosen = try await ledger.collections(named: collection)
            var (after, left) = (String?.none, all ? Int.max : limit)
            while left > 0 {
                let page = try await ledger.quarantined(
                    in: chosen, matching: choice.choice, after: after, limit: min(left, 1_000))
                for kept in page { try say(kept) }
                guard page.count == min(left, 1_000) else { return }
                after = page.last?.id
                left -= page.count
            }
            let rest = try await ledger.quarantined(in: chosen, matching: choice.choice, after: after, limit: 1)
            if !rest.isEmpty, !output.json { print("… and more; --all shows everything") }
        }

        private func say(_ kept: Quarantine.Kept) throws {
            let row = Row(
                number: kept.number, collection: kept.collection, arrived: kept.arrived.description,
                source: kept.source.description, id: kept.objectID, code: kept.code.rawValue,
                sentence: kept.sentence, bytes: kept.byteCount)
            try output.say(
                row,
                """
                \(row.number)\t\(row.collection)\t\(row.arrived)\t\(row.source)\t\(row.id ?? "no id")\t\
                \(row.code): \(row.sentence)
                """)
        }
    }

    struct Accept: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Place it although the law held it; the decision is kept.",
            discussion: """
                What another content's version held takes that version's place. What is above the ceiling, has no identity, or \
                speaks under another organisation's identifier, nobody can let in.

                With --all the decision is about everything that waits, or what --in, --code, --source and --import choose of it. \
                It says first what would happen; --yes does it.

                Examples:
                  concord quarantine accept 12 --reason "the publisher confirmed the correction"
                  concord quarantine accept --all --code conflicting-version --source "Harbour ISAC" --reason "they correct themselves"
                """)
        @OptionGroup var decision: DecisionOptions
        func run() async throws { try await decision.carryOut(.accept, said: "is placed") }
    }

    struct Dismiss: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Leave it out; the decision is kept, and the same content is not asked about again.",
            discussion: """
                Examples:
                  concord quarantine dismiss 12 --reason "a copy that another program rewrote"
                  concord quarantine dismiss --all --import 7 --reason "test data" --yes
                """)
        @OptionGroup var decision: DecisionOptions
        func run() async throws { try await decision.carryOut(.dismiss, said: "stays out") }
    }
}

/// What of the quarantine is meant.
struct ChoiceOptions: ParsableArguments {
    @Option(help: "Only what was held for this reason, such as conflicting-version.")
    var code: Quarantine.Code?
    @Option(help: "Only what this source said, as the list names it.")
    var source: String?
    @Option(name: .customLong("import"), help: "Only what came with this import: its number in `concord imports`.")
    var importing: Int?

    var choice: QuarantineChoice { QuarantineChoice(code: code, source: source, importing: importing) }
    var isEmpty: Bool { code == nil && source == nil && importing == nil }
}

extension Quarantine.Code: ExpressibleByArgument {}

/// One decision, about one object in quarantine or about many.
struct DecisionOptions: ParsableArguments {
    @OptionGroup var data: DataOption
    @OptionGroup var output: OutputOption
    @Argument(help: "Its number in `concord quarantine list`.")
    var number: Int?
    @Option(help: "Why; it is kept with each decision.")
    var reason: String
    @Flag(help: "Decide about everything, or all that the options choose.")
    var all = false
    @Option(name: .customLong("in"), help: "With --all: only what waits for this collection, by alias or id.")
    var collection: String?
    @OptionGroup var choice: ChoiceOptions
    @Flag(help: "With --all: do it, and don't only say what would happen.")
    var yes = false

    struct Answer: Encodable {
        let number: Int
        let decision: QuarantineDecision
        let reason: String
    }

    struct Share: Encodable {
        let collection: String
        let code: String
        let source: String
        let count: Int
        let outcome: String
    }

    struct Outcome: Encodable {
        let decided: Int
        let left: [String: Int]
        let decision: QuarantineDecision
        let reason: String
    }

    func validate() throws {
        guard all != (number != nil) else {
            throw ValidationError("Say either the number of one object, or --all.")
        }
        guard all || (collection == nil && choice.isEmpty && !yes) else {
            throw ValidationError("--in, --code, --source, --import and --yes go with --all.")
        }
    }

    func carryOut(_ decision: QuarantineDecision, said: String) async throws {
        let ledger = try await data.ledger()
        guard let number else { return try await carryOutOnAll(decision, in: ledger) }
        try await ledger.decide(decision, on: number, reason: reason, by: .machine)
        try output.say(Answer(number: number, decision: decision, reason: reason), "\(number) \(said): \(reason)")
    }

    private func carryOutOnAll(_ decision: QuarantineDecision, in ledger: GatewayLedger) async throws {
        let collections = try await ledger.collections(named: collection)
        let (shares, last) = try await ledger.quarantineShares(in: collections, matching: choice.choice)
        for share in shares {
            let outcome = Self.outcome(of: decision, on: share)
            try output.say(
                Share(
                    collection: share.collection.alias, code: share.code.rawValue, source: share.source.description,
                    count: share.count, outcome: outcome),
                "\(share.count)\t\(share.code.rawValue)\tin \(share.collection.alias)\tfrom \(share.source)\t\(outcome)"
            )
        }
        guard !shares.isEmpty else {
            return try output.say(
                Outcome(decided: 0, left: [:], decision: decision, reason: reason), "nothing of that kind waits")
        }
        guard yes else {
            if !output.json { print("nothing has been decided; --yes does it") }
            return
        }
        // What arrives from now on nobody has seen.
        var chosen = choice.choice
        chosen.last = last
        let total = shares.reduce(0) { $0 + $1.count }
        let progress = ProgressLine("deciding")
        let done = try await ledger.decide(decision, onAll: chosen, in: { collections }, reason: reason, by: .machine) {
            progress.update($0.decided + $0.leftCount, of: total, "objects")
        }
        progress.end()
        let left = done.leftCount > 0 ? "; \(done.leftCount) can't be let in and wait on" : ""
        try output.say(
            Outcome(decided: done.decided, left: done.left, decision: decision, reason: reason),
            "\(done.decided) decided: \(reason)\(left)")
    }

    private static func outcome(of decision: QuarantineDecision, on share: QuarantineShare) -> String {
        guard decision == .accept else { return "stays out" }
        return switch share.acceptance {
        case .place: "is placed"
        case .replace: "takes the place of what stands under its version"
        case .takeOver: "takes the place of all that others said under its identifier"
        case nil: "can't be let in, and waits on"
        }
    }
}

extension GatewayLedger {
    /// The collection with this alias or id, or all of them.
    ///
    /// - Throws: `unknownCollection`.
    fileprivate func collections(named name: String?) async throws -> [LogCollection] {
        let all = try await Reader.machine(of: self).collections()
        guard let name else { return all }
        let chosen = all.filter { $0.alias == name || $0.id == name }
        guard !chosen.isEmpty else { throw LedgerError(.unknownCollection, "there is no collection \(name)") }
        return chosen
    }
}
