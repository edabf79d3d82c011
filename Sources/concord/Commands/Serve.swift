import ArgumentParser
import Dispatch
import Directory
import Exchange
import Foundation
import Ledger
import NIOCore
import Server
import Storage
import Work

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve the pages and the logs over HTTP.",
        discussion: """
            Everyone reads the collections whose audience is everyone; who signs in reads what they are an audience of. It \
            listens on this machine alone unless told otherwise, and speaks plain HTTP: put a TLS reverse proxy before it to \
            let others in, say with --url under which address, and with --behind-proxy that its X-Forwarded-For is true.

            While it serves, it asks the sources that are due (`concord source`), and follows the links in records that \
            everybody may read, each once in seven days (not with --no-link-checks, and not in a demonstration).

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

    @OptionGroup var links: LinkOption

    struct Answer: Encodable { let address: String }

    func validate() throws {
        guard (0...1_000_000).contains(taxiiRate) else { throw ValidationError("--taxii-rate is 0 to 1000000.") }
    }

    func run() async throws {
        let ledger = try await data.ledger(cache: .serving, patience: .serving)
        let address = url.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 } ?? "http://\(host):\(port)"
        // A gateway that an earlier version made has not said who it is yet; it serves all the same.
        do { try await DirectoryDomain.introduce(ledger, in: "public") } catch {
            complain(Printed("this gateway couldn't say in the collection public who it is: \("\(error)")"))
        }
        let compose = Compose(
            ledger: ledger, address: address, requestsPerSecond: taxiiRate,
            followingLinks: links.visitor(of: ledger, at: address))
        let server = compose.server(host: host, port: port, isBehindProxy: behindProxy)
        let worker = try Worker(ledger, handlers: compose.handlers)
        let (host, output) = (host, output)
        let lastResort = LastResort(after: .milliseconds(4_900))
        defer { withExtendedLifetime(lastResort) {} }
        do {
            // All end with the server; what an erasure left undone goes on at the next start.
            async let _: Void = {
                do { try await ledger.purge() } catch  where !(error is CancellationError) {
                    complain(Printed("what was erased is not yet rewritten: \("\(error)")"))
                } catch {}
            }()
            async let _: Void = compose.directory.keepUses { complain(Printed("\($0)")) }
            async let _: Void = worker.run { complain(Printed("\($0)")) }
            try await server.run { port in
                try? output.say(
                    Answer(address: "http://\(host):\(port)"), "\(ledger.gateway.name) is at http://\(host):\(port)/")
            } overdue: {
                // A transaction that is cut off is undone; whoever sent it got no answer (script/crash).
                FileHandle.standardError.write(Data("ended; something was still under way\n".utf8))
                _exit(0)
            }
        } catch let error as IOError {
            throw StorageError(
                .system, "couldn't serve at \(host):\(port): \(String(cString: strerror(error.errnoCode)))")
        }
    }
}

/// Ends the process some seconds after it was asked to end, also where the tasks that should end it get no thread any more.
///
/// What was acknowledged is durable by then, and what was not can be sent again. The queue is its own: nothing that hangs
/// elsewhere can hold it up.
private struct LastResort {
    private let sources: [any DispatchSourceSignal]

    init(after patience: DispatchTimeInterval) {
        let queue = DispatchQueue(label: "concord.end")
        sources = [SIGINT, SIGTERM].map { number in
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler {
                queue.asyncAfter(deadline: .now() + patience) {
                    FileHandle.standardError.write(Data("ended; everything was still under way\n".utf8))
                    _exit(0)
                }
            }
            source.resume()
            return source
        }
    }
}
