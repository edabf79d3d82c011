import ArgumentParser
import Foundation
import Ledger

struct OriginalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "original",
        abstract: "Print what an object was before it was converted to STIX 2.1.",
        discussion: """
            Prints the bytes that arrived as STIX 2.0, exactly; the SHA-256 of their RFC 8785 form stands in the references of \
            the object.

            Examples:
              concord original indicator--1b7f5c4e-0d0c-4c36-9d2b-6f0a7c0b8a11
              concord original indicator--1b7f5c4e-0d0c-4c36-9d2b-6f0a7c0b8a11 --in desk | jq .
            """)

    @OptionGroup var data: DataOption
    @Argument(help: "The identifier of the object.")
    var object: String
    @Option(name: .customLong("in"), help: "The collection, by alias or id (default: the first that has it).")
    var collection: String?

    func run() async throws {
        let ledger = try await data.ledger()
        guard let bytes = try await Reader.machine(of: ledger).original(of: object, in: collection) else {
            throw LedgerError(
                .unknownObject, "\(object) does not stand here as something that was converted to STIX 2.1")
        }
        try FileHandle.standardOutput.write(contentsOf: Data(bytes))
    }
}
