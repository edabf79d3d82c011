import ArgumentParser
import Files
import Foundation
import Ledger
import Mail
import Outside
import STIX
import Storage
import Work

struct MailCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mail",
        abstract: "Letters that leave: by which way, what waits, what did not arrive.",
        discussion: """
            `concord serve` and `concord work run` hand letters to a mail server, or to this machine's own mail program. What is not \
            taken now is tried again for five days. An address that a server knows to be wrong is held back until it is freed.

            Examples:
              concord mail server smtps://mail.example --user cirt --password-file secret --from cirt@cirt.example
              concord mail server sendmail --from cirt@cirt.example --bounces bounces@cirt.example
              concord mail send --to amina@cirt.example
              concord mail
              concord mail free amina@cirt.example

            Let your mail server hand what comes to the address of --bounces, with anything behind a +, to `concord mail bounce`.
            """,
        subcommands: [State.self, Server.self, Send.self, Bounce.self, Free.self, Retry.self],
        defaultSubcommand: State.self)

    struct Summary: Encodable {
        let id: String
        let to: String
        let state: String
        let made: String
        let ended: String?
        let status: String?
        let outcome: String?

        init(_ letter: PostedLetter) {
            id = letter.id
            to = letter.recipient
            state = letter.state.rawValue
            made = letter.made.description
            ended = letter.ended?.description
            status = letter.status
            outcome = letter.outcome
        }

        var sentence: Printed {
            let line: Printed = "\(state)\t\(to)\t\(made)\t\(id)"
            guard let outcome else { return line }
            return line + "\n  \(outcome)"
        }
    }

    struct State: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "state", abstract: "How letters fare: counts, what keeps them, addresses that are held back.")
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption
        @Flag(help: "Name the newest letters too, up to 1,000.") var letters = false

        struct Answer: Encodable {
            struct Hold: Encodable {
                let address: String
                let since: String
                let reason: String
            }

            let server: String?
            let from: String?
            let waiting: Int
            let sent: Int
            let failed: Int
            let bounced: Int
            let held: Int
            let problem: String?
            let heldBack: [Hold]
            let letters: [Summary]?
        }

        func run() async throws {
            let table = MailTable(try await data.ledger())
            let (server, tally) = (try await table.server(), try await table.tally())
            let holds = try await table.held(limit: 10_000).map {
                Answer.Hold(address: $0.address, since: $0.since.description, reason: $0.reason)
            }
            let list = letters ? try await table.letters(limit: 1_000).map(Summary.init) : nil
            let answer = Answer(
                server: server?.place, from: server?.sender.description, waiting: tally[.waiting], sent: tally[.sent],
                failed: tally[.failed], bounced: tally[.bounced], held: tally[.held], problem: tally.problem,
                heldBack: holds, letters: list)
            var lines: [Printed] = [
                server.map { "letters leave by \($0.place), from \("\($0.sender)")" }
                    ?? "nobody has said by which way letters leave: concord mail server",
                "\(tally[.waiting]) wait; in 30 days \(tally[.sent]) sent, \(tally[.failed]) failed, \(tally[.bounced]) came back, \(tally[.held]) held back",
            ]
            if let problem = tally.problem { lines.append("PROBLEM  \(problem)") }
            lines += holds.map { "held back \($0.address) since \($0.since): \($0.reason)" as Printed }
            lines += (list ?? []).map(\.sentence)
            try output.say(answer, lines.joined(separator: "\n"))
        }
    }

    struct Server: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say by which way letters leave, and in whose name.",
            discussion: """
                smtps://HOST (port 465) is encrypted from the first byte; smtp://HOST (port 587) before anything is said, or not at \
                all. Its certificate must be valid for HOST. `sendmail`, or sendmail:/PATH, is a program of this machine.

                With --bounces, what is not delivered comes back to that address with + and a secret before the @.
                """)
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption
        @OptionGroup var inner: InnerNetworkOption
        @Argument(help: "smtps://HOST, smtp://HOST, sendmail or sendmail:/PATH.") var place: String
        @Option(help: "The address letters are from.") var from: String
        @Option(help: "The name letters are from; that of the gateway unless stated.") var name: String?
        @Option(help: "The address to which mail servers report what did not arrive.") var bounces: String?
        @Option(help: "The user name, with the password in --password-file or CONCORD_PASSWORD.") var user: String?
        @Option(help: "A file with the password.") var passwordFile: String?
        @Option(help: "A file with the certificates (PEM) to trust for this server, instead of the system's.")
        var authority: String?
        @Flag(help: "Without encryption, for a relay on this machine.") var unencrypted = false

        func run() async throws {
            let ledger = try await data.ledger()
            let password =
                try passwordFile.map(PeerOptions.secret)
                ?? (user == nil ? nil : ProcessInfo.processInfo.environment["CONCORD_PASSWORD"])
            let server = try MailServer(
                place, credentials: try PeerCredentials(user: user, password: password, token: nil),
                authority: authority.map { URL(filePath: $0).path }, reach: inner.reach, isUnencrypted: unencrypted,
                sender: Mailbox(
                    try MailAddress(from),
                    name: try name.map { try HeaderText($0) } ?? HeaderText(cutting: ledger.gateway.name)),
                bounces: try bounces.map { try MailAddress($0) })
            try await MailTable(ledger).set(server)
            try output.say(
                Done(name: place, done: true),
                "letters leave by \(place), from \("\(server.sender)"); `concord mail send --to` tries it")
        }
    }

    struct Send: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write a letter, to see whether letters arrive, and hand over what waits.")
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption
        @Option(help: "The address of whom it is for.") var to: String
        @Option(help: "Their name.") var name: String?
        @Option(help: "What it is about.") var subject = "A letter of your gateway"
        @Option(help: "A file with its text (UTF-8); - for standard input.") var textFile: String?
        @Option(help: "A file with the same as HTML.") var htmlFile: String?

        func run() async throws {
            let ledger = try await data.ledger(cache: .serving)
            let table = MailTable(ledger)
            let draft = LetterDraft(
                to: Mailbox(try MailAddress(to), name: try name.map { try HeaderText($0) }),
                subject: try HeaderText(subject),
                text: try textFile.map(Self.text)
                    ?? "\(ledger.gateway.name) wrote this to see whether letters arrive.\n",
                html: try htmlFile.map(Self.text))
            switch try await table.post(draft) {
            case .waits(let id, _):
                let worker = try Worker(ledger, handlers: [LetterHandover(ledger)])
                await worker.run(until: .idle) { complain(Printed("\($0)")) }
                guard let letter = try await table.letter(id) else { throw ExitCode(1) }
                let problem = try await WorkTable(ledger).row("mail", for: id)?.problem
                let summary = Summary(letter)
                try output.say(summary, summary.sentence + (problem.map { "\n  \($0)" } ?? "" as Printed))
                if letter.state != .sent { throw ExitCode(1) }
            case .heldBack(let reason): throw OutsideError(.badAddress, "\(to) is held back: \(reason)")
            case .full: throw OutsideError(.tooLarge, "so much mail waits that no more is taken")
            case .noServer:
                throw OutsideError(.badAddress, "nobody has said by which way letters leave: concord mail server")
            }
        }

        private static func text(in path: String) throws -> String {
            let bytes = try OpenedFile(path, .fileOrStream).contents(atMost: Letter.longestText)
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw MailError(.badLine, "what \(path) holds is no text in UTF-8")
            }
            return text
        }
    }

    struct Bounce: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Read from standard input what a mail server reports (RFC 3464), and take note of it.",
            discussion: """
                Only a report that bears the secret of a letter is believed. Anything else is passed over and ends well too, so that no \
                mail server answers a stranger's letter because of it.

                Example, in a file of aliases:
                  bounces: "|concord mail bounce --data /var/lib/concord || exit 75"
                """)
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption

        struct Answer: Encodable {
            let id: String
            let to: String
            let action: String
            let heldBack: Bool
            let said: String
        }

        func run() async throws {
            let report: DeliveryReport
            do {
                report = try DeliveryReport(OpenedFile("-", .fileOrStream).contents(atMost: DeliveryReport.longest))
            } catch let error as MailError {
                return try output.add("nothing is noted: \(error.sentence)")
            } catch let error as FileError where error.code == .tooLarge {
                return try output.add("nothing is noted: it is too long for a report")
            }
            let note = try await MailTable(data.ledger()).note(report)
            if note.letters.isEmpty {
                try output.add("nothing is noted: it bears the secret of no letter of this gateway")
            }
            for letter in note.letters {
                let answer = Answer(
                    id: letter.id, to: letter.recipient, action: letter.action.rawValue, heldBack: letter.isHeldBack,
                    said: letter.said)
                try output.say(
                    answer,
                    "\(letter.recipient): \(letter.action.rawValue), \(letter.said)\(letter.isHeldBack ? "; held back from now on" : "")"
                )
            }
        }
    }

    struct Free: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write to an address again that was held back; what was not sent meanwhile is not sent.")
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption
        @Argument(help: "The address.") var address: String

        func run() async throws {
            guard try await MailTable(data.ledger()).free(MailAddress(address)) else {
                complain("Error: \(address) is not held back")
                throw ExitCode(69)
            }
            try output.say(Done(name: address, done: true), "\(address) is written to again")
        }
    }

    struct Retry: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Try all letters that wait as soon as somebody works.")
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption

        func run() async throws {
            try await MailTable(data.ledger()).retry()
            try output.say(Done(name: "mail", done: true), "what waits is tried as soon as somebody works")
        }
    }
}
