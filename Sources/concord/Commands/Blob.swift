import ArgumentParser
import Files
import Foundation
import Hall
import Ledger
import STIX
import Storage

struct BlobCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "blob", abstract: "Files that are not objects: bring, get and count them.",
        discussion: """
            A file belongs to the collection into which it is brought, together with an object that names it by its SHA-256. \
            Whoever reads that object there may have the file.

            Examples:
              concord blob put report.pdf --into desk
              concord blob get file--4e7d4a2a-5c3e-5b6c-9d7f-1a2b3c4d5e6f --output report.pdf
              concord blob quota 20G --of desk
            """,
        subcommands: [List.self, Put.self, Get.self, Quota.self], defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "How many files each collection holds, how many bytes they take, and its quota.")
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption

        struct Line: Encodable {
            /// Nil for all together.
            let collection: String?
            let files: Int
            let bytes: Int
            let quota: Int

            init(_ alias: String?, _ space: BlobSpace) {
                (collection, files, bytes, quota) = (alias, space.blobs, space.bytes, space.quota)
            }

            var sentence: Printed {
                "\(collection.map { "\($0)" as Printed } ?? "all together")\t\(files) files\t\(bytes) of \(quota) bytes"
            }
        }

        func run() async throws {
            let ledger = try await data.ledger()
            let (spaces, total) = try await ledger.blobSpaces()
            for collection in try await Reader.machine(of: ledger).collections() {
                guard let space = spaces[collection.number] else { continue }
                let line = Line(collection.alias, space)
                try output.say(line, line.sentence)
            }
            let line = Line(nil, total)
            try output.say(line, line.sentence)
        }
    }

    struct Quota: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say how many bytes of files a collection may hold, or all of them together.",
            discussion: """
                What is here stays, also where it is more. What several collections hold counts for each of them.

                Examples:
                  concord blob quota 20G --of evidence
                  concord blob quota 200G
                """)
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption
        @Argument(help: "Bytes; k, M, G and T stand for powers of 1024.")
        var quota: ByteCount
        @Option(name: .customLong("of"), help: "The collection, by alias or id (default: all together).")
        var collection: String?

        func run() async throws {
            try await data.ledger().setBlobQuota(quota.bytes, of: collection)
            let whose: Printed = collection.map { "\($0)" } ?? "all collections together"
            try output.say(
                Done(name: collection ?? "all", done: true), "\(whose) may hold \(quota.bytes) bytes of files")
        }
    }
}
