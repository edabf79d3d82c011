public import ArgumentParser
import Ledger
public import STIX

extension TLP: ExpressibleByArgument {
    /// `TLP:GREEN` or `green`.
    public init?(argument: String) {
        self.init(label: argument.uppercased().hasPrefix("TLP:") ? argument : "TLP:" + argument)
    }
}

extension Timestamp: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}
