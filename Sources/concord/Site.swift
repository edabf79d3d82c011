import ArgumentParser
import Directory
import Foundation
import Ledger

/// Where readers reach the gateway, for the links that a command prints.
struct SiteOption: ParsableArguments {
    @Option(name: .long, help: "Where readers reach the gateway (default: $CONCORD_URL, else http://127.0.0.1:8642).")
    var url: String?

    /// Without a slash at the end.
    var address: String {
        let url = url ?? ProcessInfo.processInfo.environment["CONCORD_URL"] ?? "http://127.0.0.1:8642"
        return url.hasSuffix("/") ? String(url.dropLast()) : url
    }
}

extension Principal {
    /// Whoever runs this command, by their name on the machine.
    static var machine: Principal { .machine(user: NSUserName()) }
}

extension Hand {
    /// The same, for what is done in a log.
    static var machine: Hand { .machine(user: NSUserName()) }
}

extension Role: ExpressibleByArgument {}
