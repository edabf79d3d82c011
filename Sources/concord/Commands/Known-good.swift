import ArgumentParser
import Desk
import Foundation
import Ledger
import STIX
import Storage

struct KnownGoodCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "known-good", abstract: "Lists of values that are known to be harmless, for Check.",
        subcommands: [List.self, Import.self, Remove.self], defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Every list: name, entries, how they are compared, version.")
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption

        struct Row: Encodable {
            let name: String
            let description: String
            let version: Int
            let type: String
            let entries: Int
            let imported: String
        }

        func run() async throws {
            for list in try await KnownGood(data.ledger()).all() {
                let row = Row(
                    name: list.name, description: list.description, version: list.version, type: list.kind.rawValue,
                    entries: list.entries, imported: list.imported.description)
                try output.say(row, "\(row.name)\t\(row.entries) entries\t\(row.type)\tversion \(row.version)")
            }
        }
    }

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take a list in the JSON form of MISP warninglists, in place of one with the same name.",
            discussion: """
                Types: string, hostname (a name and all below it), cidr, substring. Regular expressions are not taken.

                Example:
                  concord known-good import public-dns/list.json
                """)
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption
        @Argument(help: "The file; a warninglist's list.json.")
        var file: String

        struct Answer: Encodable {
            let name: String
            let entries: Int
            let skipped: Int
            let replaced: Bool
        }

        func run() async throws {
            var source = try FileSource(path: file)
            var bytes: [UInt8] = []
            while let next = try source.next() {
                bytes += next
                guard bytes.count <= Warninglist.mostBytes else {
                    throw WarninglistError("\(file) has more than \(Warninglist.mostBytes >> 20) MB")
                }
            }
            let list = try Warninglist(json: Data(bytes))
            let kept = try await KnownGood(data.ledger()).keep(list)
            let answer = Answer(
                name: list.name, entries: kept.entries, skipped: kept.skipped, replaced: kept.isReplacement)
            let skipped = kept.skipped > 0 ? ", \(kept.skipped) left out: no value can equal them" : ""
            try output.say(
                answer, "\(kept.isReplacement ? "replaced" : "added") \(list.name): \(kept.entries) entries\(skipped)")
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Take a list away.")
        @OptionGroup var data: DataOption
        @Argument(help: "The name of the list.")
        var name: String

        func run() async throws {
            guard try await KnownGood(data.ledger()).remove(name) else {
                throw StorageError(.notFound, "there is no known-good list \(name)")
            }
            print("removed \(name)")
        }
    }
}
