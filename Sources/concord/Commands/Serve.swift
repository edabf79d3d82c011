import ArgumentParser
import Exchange
import Foundation
import Ledger
import NIOCore
import Server
import Storage

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve the pages and the logs over HTTP.",
        discussion: """
            Everyone reads the collections whose audience is everyone; who signs in reads what they are an audience of. It \
            listens on this machine alone unless told otherwise, and speaks plain HTTP: put a TLS reverse proxy before it to \
            let others in, say with --url under which address, and with --behind-proxy that its X-Forwarded-For is true.

            While it serves, it asks the sources that are due (`concord source`).

            Examples:
              concord serve
              concord serve --port 9000 --url https://cirt.example --behind-proxy
            """)

    @OptionGroup var data: DataOption
    @OptionGroup var output: OutputOption
    @Option(help: "The address of the interface to listen on.")
    var host = "127.0.0.1"
    @Option(help: "The port; 0 takes a free one.")
    var port = 8642
    @Option(help: "Where readers reach the gateway, for the command lines on its pages.")
    var url: String?
    @Flag(help: "A proxy stands before it: count attempts to sign in by the last address in X-Forwarded-For.")
    var behindProxy = false

    @Option(help: "Requests per second that one program may send over TAXII, ten seconds' worth at once; 0: no limit.")
    var taxiiRate = 500

    struct Answer: Encodable { let address: String }

    func validate() throws {
        guard (0...1_000_000).contains(taxiiRate) else { throw ValidationError("--taxii-rate is 0 to 1000000.") }
    }

    func run() async throws {
        let ledger = try await data.ledger(cache: .serving)
        let address = url.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 } ?? "http://\(host):\(port)"
        let server = Compose(ledger: ledger, address: address, requestsPerSecond: taxiiRate).server(
            host: host, port: port, isBehindProxy: behindProxy)
        let (host, output) = (host, output)
        do {
            // Ends with the server.
            async let _: Void = Schedule(ledger).run {
                FileHandle.standardError.write(Data("couldn't look after the sources: \($0)\n".utf8))
            }
            try await server.run { port in
                try? output.say(
                    Answer(address: "http://\(host):\(port)"), "\(ledger.gateway.name) is at http://\(host):\(port)/")
            }
        } catch let error as IOError {
            throw StorageError(
                .system, "couldn't serve at \(host):\(port): \(String(cString: strerror(error.errnoCode)))")
        }
    }
}
