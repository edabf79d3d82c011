import ArgumentParser
import Exchange
import Files
import Foundation
import Outside

/// How a command says to another server who this gateway is; a secret never stands on the command line.
struct PeerOptions: ParsableArguments {
    @Option(help: "The user name, with the password in --password-file or CONCORD_PASSWORD.")
    var user: String?
    @Option(help: "A file with the password.")
    var passwordFile: String?
    @Option(help: "A file with a bearer token; else CONCORD_TOKEN.")
    var tokenFile: String?
    @Option(help: "A file with the certificates (PEM) to trust for this server, instead of the system's.")
    var authority: String?
    @OptionGroup var inner: InnerNetworkOption

    var reach: Reach { inner.reach }

    private static let longest = 16_384

    /// - Throws: `badSource` where they don't fit together.
    func credentials() throws -> PeerCredentials {
        let environment = ProcessInfo.processInfo.environment
        let password = try passwordFile.map(Self.secret) ?? (user == nil ? nil : environment["CONCORD_PASSWORD"])
        let token =
            try tokenFile.map(Self.secret) ?? (user == nil && password == nil ? environment["CONCORD_TOKEN"] : nil)
        return try PeerCredentials(user: user, password: password, token: token)
    }

    /// As the server will find it, wherever it is started.
    var authorityPath: String? { authority.map { URL(filePath: $0).path } }

    static func secret(in path: String) throws -> String {
        let bytes = try OpenedFile(path, .fileOrStream).contents(atMost: longest)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw ExchangeError(.badSource, "what \(path) holds is no text, and no secret")
        }
        // Editors end a file with a line break, which is no part of it.
        return text.trimmingCharacters(in: .newlines)
    }
}

/// Whether an address that somebody enters may lead where only this machine, or the network around it, is.
struct InnerNetworkOption: ParsableArguments {
    @Flag(help: "Allow this address to lead to this machine or into an inner network.")
    var innerNetwork = false

    var reach: Reach { Reach(isInnerToo: innerNetwork) }
}

extension SourceSettings.Kind: ExpressibleByArgument {}
extension SourceSettings.Reliability: ExpressibleByArgument {
    public init?(argument: String) { self.init(rawValue: argument.uppercased()) }
}

/// `90s`, `15m`, `6h`, `1d`.
struct PollInterval: ExpressibleByArgument {
    let seconds: Int

    init(seconds: Int) { self.seconds = seconds }

    init?(argument: String) {
        let units: [Character: Int] = ["s": 1, "m": 60, "h": 3_600, "d": 86_400]
        guard let last = argument.last, let unit = units[last], let count = Int(argument.dropLast()), count > 0,
            count <= 1_000_000
        else { return nil }
        seconds = count * unit
    }

    var defaultValueDescription: String { Self.text(seconds) }

    static func text(_ seconds: Int) -> String {
        for (unit, name) in [(86_400, "d"), (3_600, "h"), (60, "m")] where seconds % unit == 0 {
            return "\(seconds / unit)\(name)"
        }
        return "\(seconds)s"
    }
}
