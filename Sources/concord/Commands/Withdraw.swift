import ArgumentParser
import Foundation
import Ledger
import STIX

struct WithdrawCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Take an object out of a collection; the log says so, with your reason.",
        discussion: """
            The object is no longer shown or handed out; its entry stays in the log. To destroy the body, see `erase`.

            Examples:
              concord withdraw indicator--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f --from public --reason "false positive"
              concord withdraw report--5b3e2d2b-17d4-4cbf-938f-98ee46b3cd3f --with-its-objects --from public --reason "a drill"
            """)

    @OptionGroup var data: DataOption
    @OptionGroup var output: OutputOption
    @Argument(help: "The object's id.")
    var id: String
    @Option(help: "The collection, by alias or id.")
    var from: String
    @Option(help: "Only this version (RFC 3339), instead of all that stand.")
    var version: Timestamp?
    @Flag(
        help: "What was published with it too: what it names, of the same source and moment, named by no other report.")
    var withItsObjects = false
    @Option(help: "Why; it is written into the log.")
    var reason: String

    func run() async throws {
        let ledger = try await data.ledger()
        let companions = version == nil ? try await companions(in: ledger) : []
        let together = withItsObjects ? companions.filter { !$0.isNamedElsewhere }.map(\.id) : []
        let removal = try await ledger.withdraw(
            [id], versions: version.map { [$0] }, from: [from: Withdrawing([id] + together)], reason: reason,
            by: .machine)
        let answer = RemovalAnswer(id, removal)
        try output.say(answer, answer.sentence("withdrew"))
        let left = companions.count - together.count
        guard left > 0 else { return }
        let hint =
            withItsObjects
            ? "another report names them" : "--with-its-objects withdraws those that no other report names"
        FileHandle.standardError.write(
            Data("\(left) objects that were published with it still stand; \(hint)\n".utf8))
    }

    private func companions(in ledger: GatewayLedger) async throws -> [Companion] {
        let reader = Reader.machine(of: ledger)
        guard let collection = try await reader.collection(from),
            let standing = try await reader.standing(of: id)?.placements.first(where: {
                $0.collection.id == collection.id && $0.withdrawal == nil
            }), let body = try await reader.body(of: standing)
        else { return [] }
        let named = try JSON.parse(body)["object_refs"]?.array?.compactMap(\.string) ?? []
        return try await reader.companions(of: id, among: named, in: [collection.id])
    }
}
