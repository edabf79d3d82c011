import ArgumentParser
import Ledger
import Outside

/// Whether the links in records are followed.
struct LinkOption: ParsableArguments {
    @Flag(help: "Follow no links in records to see whether they still lead somewhere.")
    var noLinkChecks = false

    /// Who follows them and says of which gateway; nil where nobody does.
    ///
    /// What a demonstration names is invented.
    func visitor(of ledger: GatewayLedger, at address: String) -> LinkVisitor? {
        guard !noLinkChecks, !ledger.gateway.isDemo else { return nil }
        return LinkVisitor(agent: "concord/\(Concord.version) (checks links; \(address))")
    }
}
