import ArgumentParser
import Foundation
import Ledger
import STIX
import Storage
import Work

struct WorkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "work",
        abstract: "What waits to be done later: list, run, retry, drop.",
        discussion: """
            Everything that happens later is a row: its kind, to what it is done, when it is due, and why it failed last. \
            `concord serve` does what is due; `concord work run` does the same without serving, once or beside it. A row that \
            failed is tried again after waits that grow; one that needs somebody is stopped until `concord work retry`.

            Examples:
              concord work
              concord work list --kind source --json
              concord work run
              concord work retry source neighbour
            """,
        subcommands: [List.self, Run.self, Retry.self, Drop.self],
        defaultSubcommand: List.self)

    struct Row: Encodable {
        let kind: String
        let key: String
        /// What people call it; nil where it has no other name.
        let name: String?
        let due: String
        let state: String
        let attempts: Int
        let failingSince: String?
        let problem: String?

        init(_ row: WorkRow, name: String?, now: Timestamp) {
            kind = row.kind
            key = row.key
            self.name = name
            due = row.due.description
            state = row.state(at: now).rawValue
            attempts = row.attempts
            failingSince = row.failingSince?.description
            problem = row.problem
        }

        var sentence: Printed {
            let line: Printed = "\(kind)\t\(name ?? key)\t\(state)\t\(due)"
            guard let problem else { return line }
            return line + "\n  fails since \(failingSince ?? "now"): \(problem)"
        }
    }

    /// One row, by its kind and key.
    struct Named: ParsableArguments {
        @Argument(help: "What is to be done: the first column of the list.") var kind: String
        @Argument(help: "To what: the second column, or its key.") var name: String

        /// Does something to the row of that key, else to the only one of that name.
        ///
        /// - Parameter handlers: who gives rows their names; those of the program unless stated.
        func change(
            _ ledger: GatewayLedger, named handlers: [any WorkHandler]? = nil,
            _ body: (_ key: String) async throws -> Bool
        ) async throws {
            if try await body(name) { return }
            let handlers = handlers ?? Compose(ledger: ledger, address: "http://127.0.0.1:8642").handlers
            let rows = try await WorkTable(ledger).rows(of: kind, limit: .max)
            let named = try await handlers.names(of: rows)[kind]?.filter { $0.value == name }.map(\.key) ?? []
            if named.count == 1, let key = named.first, try await body(key) { return }
            complain(
                named.count > 1
                    ? "Error: \(named.count) rows \(kind) are called \(name); name one by its key (--json lists them)"
                    : "Error: no row \(kind) \(name) waits")
            throw ExitCode(69)
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Every row, those that wait longest first.")
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption
        @Option(help: "Only the rows of this kind.") var kind: String?
        private static let page = 1_000

        func run() async throws {
            let ledger = try await data.ledger()
            let now = ledger.surroundings.now()
            let handlers = Compose(ledger: ledger, address: "http://127.0.0.1:8642").handlers
            var last: (due: Timestamp, kind: String, key: String)?
            repeat {
                let rows = try await WorkTable(ledger).rows(of: kind, after: last, limit: Self.page)
                let names = try await handlers.names(of: rows)
                for row in rows.map({ Row($0, name: names[$0.kind]?[$0.key], now: now) }) {
                    try output.say(row, row.sentence)
                }
                last = rows.count < Self.page ? nil : rows.last.map { ($0.due, $0.kind, $0.key) }
            } while last != nil
        }
    }

    struct Run: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Do what is due, until nothing is.",
            discussion: "With --forever it goes on until it is told to end, and does what becomes due.")
        @OptionGroup var data: DataOption
        @OptionGroup var site: SiteOption
        @OptionGroup var links: LinkOption
        @Flag(help: "Go on until SIGTERM.") var forever = false

        func run() async throws {
            let ledger = try await data.ledger(cache: .serving)
            let compose = Compose(
                ledger: ledger, address: site.address, followingLinks: links.visitor(of: ledger, at: site.address))
            let worker = try Worker(ledger, handlers: compose.handlers)
            let forever = forever
            let work = Task {
                await worker.run(until: forever ? .cancelled : .idle) { complain(Printed("\($0)")) }
            }
            let signals = Self.cancel(work, at: [SIGINT, SIGTERM])
            await work.value
            withExtendedLifetime(signals) {}
        }

        /// What goes on is then handed back.
        private static func cancel(_ work: Task<Void, Never>, at signals: [Int32]) -> [any DispatchSourceSignal] {
            signals.map { number in
                signal(number, SIG_IGN)
                let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
                source.setEventHandler { work.cancel() }
                source.resume()
                return source
            }
        }
    }

    struct Retry: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Do a row now, also one that is stopped.")
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption
        @OptionGroup var named: Named

        func run() async throws {
            let ledger = try await data.ledger()
            let (table, kind) = (WorkTable(ledger), named.kind)
            try await named.change(ledger) { try await table.retry(kind, for: $0) }
            try output.say(
                Done(name: named.name, done: true), "\(named.kind) \(named.name) is done as soon as somebody works")
        }
    }

    struct Drop: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Do a row never more.")
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption
        @OptionGroup var named: Named

        func run() async throws {
            let ledger = try await data.ledger()
            let (table, kind) = (WorkTable(ledger), named.kind)
            try await named.change(ledger) { try await table.drop(kind, for: $0) }
            try output.say(Done(name: named.name, done: true), "\(named.kind) \(named.name) is dropped")
        }
    }
}
