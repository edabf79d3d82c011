import ArgumentParser
import Foundation
import Ledger
import Storage

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Make a gateway of an invented country, to look around in; or remove it.",
        discussion: """
            A CSIRT, a bank, a network operator, a neighbouring CSIRT and the secretariat of their region, and one phishing \
            campaign: with sightings, advisories published, drafted and withdrawn, a thread that stays within the desk, a \
            conflict in quarantine, and a feed that broke off. Beside it a library: guides in three languages, laws, plans, \
            lessons, a consultation. Every page says that it is a demonstration.

            Examples:
              concord demo
              concord demo --remove
            """)

    @OptionGroup var data: DataOption
    @OptionGroup var output: OutputOption
    @OptionGroup var site: SiteOption
    @Flag(help: "Remove the demonstration, and nothing but a demonstration.")
    var remove = false

    struct Answer: Encodable {
        let data: String
        /// One-time sign-in links by the name of the person.
        let invitations: [String: String]
    }

    func run() async throws {
        if remove { return try await removeDemo() }
        let demo = try await DemoPlay(making: data.directory, address: site.address)
        let invitations = try await demo.play()
        let links = Dictionary(
            uniqueKeysWithValues: invitations.map { ($0.name, "\(site.address)/invitations/\($0.secret)") })
        let lines = invitations.map {
            "  \($0.name), \($0.role)\n    \(site.address)/invitations/\($0.secret)" as Printed
        }
        try output.say(
            Answer(data: data.directory.path, invitations: links),
            """
            A demonstration is in \(data.directory.path). Start it with `concord serve`; remove it with `concord demo --remove`.
            Sign in as one of these; each link works once:
            \(lines.joined(separator: "\n"))
            """)
    }

    private func removeDemo() async throws {
        let ledger = try await GatewayLedger(unchecked: data.directory, migrations: Compose.migrations)
        guard ledger.gateway.isDemo else {
            throw ValidationError(
                "\(data.directory.path) holds no demonstration but \(ledger.gateway.name); nothing is removed")
        }
        try await ledger.close()
        if case .postgreSQL = data.directory.database {
            try Database.remove(at: data.directory.database, migrations: ledgerMigrations + Compose.migrations)
        }
        try FileManager.default.removeItem(atPath: data.directory.path)
        try output.say(Answer(data: data.directory.path, invitations: [:]), "\(data.directory.path) is removed.")
    }
}
