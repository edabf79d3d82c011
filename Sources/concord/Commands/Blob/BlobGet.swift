import ArgumentParser
import Files
import Ledger
import Storage

extension BlobCommand {
    struct Get: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write a file that is here to a place of your choice.",
            discussion: """
                It is written whole, and only where its bytes are still those that came.

                Examples:
                  concord blob get file--4e7d4a2a-5c3e-5b6c-9d7f-1a2b3c4d5e6f --output report.pdf
                  concord blob get 2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824 --output -
                """)
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption
        @Argument(help: "The SHA-256 of the file, or the identifier of an object that names it.")
        var wanted: String
        @Option(name: .customLong("output"), help: "The file to write; a pipe is written into; - for standard output.")
        var target: String

        struct Answer: Encodable {
            let file: String
            let sha256: String
            let size: Int
        }

        func run() async throws {
            let reader = Reader.machine(of: try await data.ledger())
            guard let blob = try await find(by: reader), let stored = try await reader.open(blob) else {
                throw LedgerError(
                    .unknownObject, "no file of \(wanted) is here that an object which stands names")
            }
            let file = try OutputFile(target)
            try await stored.read(0..<stored.size, to: file.write)
            try file.finish()
            guard !file.isStandardOutput else { return }
            try output.say(
                Answer(file: target, sha256: "\(blob.hash)", size: blob.size),
                "\(target): \(blob.size) bytes, \(blob.hash)")
        }

        private func find(by reader: Reader) async throws -> Blob? {
            if let hash = BlobHash(hex: wanted) { return try await reader.blob(hash) }
            guard let shown = try await reader.standing(of: wanted)?.current else { return nil }
            return try await reader.blob(of: shown)
        }
    }
}
