import ArgumentParser
import Ledger
import STIX

struct SearchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Search every collection by words, identifier or observable value.",
        discussion: """
            Every term must be found; one that ends in * may be a beginning. Defanged values are understood.

            Examples:
              concord search spearphishing attachment
              concord search T1566
              concord search '198.51.100[.]7'
              concord search 'ransom*' --limit 50 --json
            """)

    @OptionGroup var data: DataOption
    @OptionGroup var output: OutputOption
    @Argument var terms: [String]
    @Option(help: "At most so many.")
    var limit = 20

    struct Row: Encodable {
        let id: String
        let type: String
        let name: String?
        let collection: String
        let version: String
    }

    func run() async throws {
        let found = try await Reader.machine(of: data.ledger()).search(terms.joined(separator: " "), limit: limit)
        for listing in found.listings {
            let row = Row(
                id: listing.id, type: listing.type, name: listing.name, collection: listing.collection,
                version: listing.version.description)
            try output.say(row, "\(row.id)\t\(row.name ?? "")\t\(row.collection)\t\(row.version)")
        }
        switch found.amount {
        case .exactly(let count) where count > found.listings.count: try output.add("… \(count) in all")
        case .exactly(0): try output.add("nothing found")
        case .exactly: break
        case .moreThan(let count): try output.add("… more than \(count) in all")
        }
    }
}
