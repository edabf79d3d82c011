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
                The object is a STIX file (or an artifact with --artifact) of the organisation that runs the gateway, with the \
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
        @Flag(help: "Make an artifact, which has no name, instead of a file.")
        var artifact = false

        struct Answer: Encodable {
            let file: String
            let object: String
            let sha256: String
            let size: Int
            /// Why the object waits in quarantine; nil where it stands.
            let held: String?
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
            var isHeld = false
            for start in stride(from: 0, to: files.count, by: Self.atOnce) {
                let answers = try await put(
                    files[start..<min(start + Self.atOnce, files.count)], into: target, of: ledger)
                for answer in answers {
                    isHeld = isHeld || answer.held != nil
                    let state: Printed = answer.held.map { "waits in quarantine: \($0)" } ?? "stands in \(target.alias)"
                    try output.say(
                        answer, "\(answer.file): \(answer.size) bytes, \(answer.sha256); \(answer.object) \(state)")
                }
            }
            if isHeld { throw ExitCode(1) }
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
                    received.hash, size: received.size, name: artifact ? nil : name ?? own, mediaType: mediaType,
                    marking: target.defaultMarking)
                brought.append((path, Deposit(received, mediaType: mediaType), observable))
            }
            let report = try await ledger.bring(
                brought.map(\.deposit), naming: brought.map(\.observable.bytes), into: target.id,
                as: .organisation(ledger.gateway.id))
            var answers: [Answer] = []
            for (file, deposit, observable) in brought {
                let stands = try await Reader.machine(of: ledger).holdings(of: observable.id).contains {
                    $0.collection.id == target.id
                }
                let reason = report.examples.first { $0.objectID == observable.id }?.sentence
                answers.append(
                    Answer(
                        file: file, object: observable.id, sha256: "\(deposit.received.hash)",
                        size: deposit.received.size,
                        held: stands ? nil : reason ?? "see `concord quarantine list`"))
            }
            return answers
        }
    }
}
