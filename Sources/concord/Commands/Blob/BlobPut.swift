import ArgumentParser
import Files
import Foundation
import Hall
import Ledger
import STIX
import Storage

extension BlobCommand {
    struct Put: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Bring files into a collection, each with an object that names it.",
            discussion: """
                The object is a STIX file of the organisation that runs the gateway, with the \
                SHA-256, size and name of the file. Files are read piece by piece, - stands for standard input.

                Examples:
                  concord blob put report.pdf minutes.odt --into desk
                  concord blob put - --name capture.pcap --into evidence < capture.pcap
                """)
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption
        @Argument(help: "The files.")
        var files: [String]
        @Option(name: .customLong("into"), help: "The collection, by alias or id.")
        var collection: String
        @Option(help: "What the object calls the file (default: its own name); for one file.")
        var name: String?
        @Option(help: "What the file is, such as application/pdf: a claim, which the object repeats.")
        var mediaType: String?

        struct Answer: Encodable {
            let file: String
            let object: String
            let sha256: String
            let size: Int
        }

        /// How many come in with one transaction.
        private static let atOnce = 100

        func validate() throws {
            guard name == nil || files.count == 1 else { throw ValidationError("--name is for one file") }
            guard !files.isEmpty else { throw ValidationError("name a file") }
        }

        func run() async throws {
            let ledger = try await data.ledger()
            guard let target = try await Reader.machine(of: ledger).collection(collection) else {
                throw LedgerError(.unknownCollection, "there is no collection \(collection)")
            }
            for start in stride(from: 0, to: files.count, by: Self.atOnce) {
                let answers = try await put(
                    files[start..<min(start + Self.atOnce, files.count)], into: target, of: ledger)
                for answer in answers {
                    try output.say(
                        answer,
                        "\(answer.file): \(answer.size) bytes, \(answer.sha256); \(answer.object) stands in \(target.alias)"
                    )
                }
            }
        }

        private func put(
            _ files: ArraySlice<String>, into target: LogCollection, of ledger: GatewayLedger
        ) async throws -> [Answer] {
            var brought: [(file: String, deposit: Deposit, observable: BlobObservable)] = []
            // The process ends with what it refuses: nobody would take away what came before.
            defer { for one in brought { one.deposit.received.discard() } }
            for path in files {
                let source = try OpenedFile(path, .fileOrStream)
                let draft = try await ledger.draftBlob(for: target.id)
                let received = try await draft.take { try source.next() }
                let own = path == "-" ? nil : URL(filePath: path).lastPathComponent
                let observable = try BlobObservable(
                    received.hash, size: received.size, name: name ?? own, mediaType: mediaType,
                    marking: target.defaultMarking)
                brought.append((path, Deposit(received, mediaType: mediaType), observable))
            }
            let plan = PlannedPlacement(
                brought.map(\.observable.bytes), bringing: brought.map(\.deposit), into: target,
                by: .organisation(ledger.gateway.id))
            do { try await ledger.bring(plan) } catch let refused as PlacementRefused {
                let why = refused.checks.flatMap(\.concerns).first?.sentence ?? "the laws of the collection forbid it"
                throw LedgerError(.notPlaced, "\(target.alias) does not take it: \(why)")
            }
            return brought.map { file, deposit, observable in
                Answer(
                    file: file, object: observable.id, sha256: "\(deposit.received.hash)", size: deposit.received.size)
            }
        }
    }
}
