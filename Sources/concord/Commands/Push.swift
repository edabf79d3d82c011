import ArgumentParser
import Exchange
import Ledger
import Outside
import STIX

struct PushCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "push",
        abstract: "Give what stands in a collection to a TAXII 2.1 collection of another server.",
        discussion: """
            Whoever runs that server decides who reads it, so only what is TLP:CLEAR leaves unless --up-to states more; TLP:RED \
            never does. An object whose marking stands only in this gateway's record, and not in the object, leaves only as \
            TLP:CLEAR: nobody there could know.

            The next push to the same address sends what is new since. What was withdrawn here is not recalled there.

            Examples:
              concord push public https://taxii.example/api/collections/5f0c…/ --user cirt --password-file secret
              concord push partners https://taxii.example/api/collections/77aa…/ --up-to green
            """)
    @OptionGroup var data: DataOption
    @OptionGroup var output: OutputOption
    @OptionGroup var peer: PeerOptions
    @Argument(help: "The collection, by alias or id.") var collection: String
    @Argument(help: "The address of the other collection, https://…/collections/ID/.") var url: String
    @Option(help: "The strictest marking that leaves: clear, green, amber or amber+strict.") var upTo = TLP.clear
    @Flag(help: "Send everything once more, from the first entry.") var again = false

    struct Answer: Encodable {
        struct Failure: Encodable {
            let id: String
            let sentence: String
        }

        let collection: String
        let given: Int
        let aboveMarking: Int
        let unmarked: Int
        let failed: Int
        let failures: [Failure]
        let reached: Int
    }

    func run() async throws {
        let ledger = try await data.ledger()
        let size = try await Reader.machine(of: ledger).collection(collection)?.size
        let progress = ProgressLine("giving \(collection)")
        let outcome = try await PeerClient.with(
            try peer.credentials(), for: url, reach: peer.reach, authority: peer.authorityPath
        ) {
            try await TAXIIPush(ledger, $0).run(collection, to: url, upTo: upTo, again: again) {
                progress.update($0.reached, of: size, "entries")
            }
        }
        progress.end()
        let answer = Answer(
            collection: collection, given: outcome.given, aboveMarking: outcome.kept, unmarked: outcome.unmarked,
            failed: outcome.failed, failures: outcome.failures.map { .init(id: $0.id, sentence: $0.sentence) },
            reached: outcome.reached)
        var lines: [Printed] = ["\(collection): \(outcome.given) objects given"]
        if outcome.kept > 0 { lines.append("  \(outcome.kept) stay: they are above \(upTo.label)") }
        if outcome.unmarked > 0 {
            lines.append("  \(outcome.unmarked) stay: their marking stands only in the record here, not in the object")
        }
        if outcome.failed > 0 { lines.append("  \(outcome.failed) not taken by the server") }
        lines += outcome.failures.map { "    \($0.id): \($0.sentence)" as Printed }
        if outcome.failures.count < outcome.failed { lines.append("    and more") }
        try output.say(answer, lines.joined(separator: "\n"))
        if outcome.failed > 0 { throw ExitCode(1) }
    }
}
