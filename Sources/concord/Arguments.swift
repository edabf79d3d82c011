public import ArgumentParser
import Ledger
public import STIX

extension Audience {
    /// `everyone`, `signed-in`, or `desk` for the organisation that runs the gateway.
    init(argument: String, desk: Audience) throws {
        guard let audience = argument == "desk" ? desk : Audience(argument) else {
            throw ValidationError("\(argument) is no audience: say everyone, signed-in or desk")
        }
        self = audience
    }
}

extension TLP: ExpressibleByArgument {
    /// `TLP:GREEN` or `green`.
    public init?(argument: String) {
        self.init(label: argument.uppercased().hasPrefix("TLP:") ? argument : "TLP:" + argument)
    }
}

extension Timestamp: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}
