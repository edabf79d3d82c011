import ArgumentParser
import Desk
import Foundation
import Ledger
import STIX
import Storage

struct KnownGoodCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "known-good",
        abstract: "Lists of values that are known to be harmless, for Check, drafts and lists.",
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
            /// Nil for a list that ships with the program.
            let imported: String?
        }

        func run() async throws {
            for list in try await KnownGood(data.ledger()).all() {
                let row = Row(
                    name: list.name, description: list.description, version: list.version, type: list.kind.rawValue,
                    entries: list.entries, imported: list.imported?.description)
                let origin = row.imported == nil ? "ships with the program" : "imported"
                try output.say(
                    row, "\(row.name)\t\(row.entries) entries\t\(row.type)\tversion \(row.version)\t\(origin)")
            }
        }
    }

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take a list in the JSON form of MISP warninglists, in place of one with the same name.",
            discussion: """
                Types: string, hostname (a name and all below it), cidr, substring. Regular expressions are not taken. It also stands \
                for a list of the same name that ships with the program.

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
        @OptionGroup var output: OutputOption
        @Argument(help: "The name of the list.")
        var name: String

        func run() async throws {
            let lists = try await KnownGood(data.ledger())
            guard try await lists.remove(name) else {
                let ships = try await lists.all().contains { $0.name == name }
                throw StorageError(
                    .notFound,
                    ships
                        ? "\(name) ships with the program: import one of the same name to stand for it; it may be empty"
                        : "there is no known-good list \(name)")
            }
            try output.say(Done(name: name, done: true), "removed \(name)")
        }
    }
}
