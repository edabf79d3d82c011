public import ArgumentParser
import Ledger
public import STIX

extension TLP: ExpressibleByArgument {
    /// `TLP:GREEN` or `green`.
    public init?(argument: String) {
        self.init(label: argument.uppercased().hasPrefix("TLP:") ? argument : "TLP:" + argument)
    }

    public var defaultValueDescription: String { String(label.dropFirst("TLP:".count)).lowercased() }
    public static var allValueStrings: [String] { allCases.map(\.defaultValueDescription) }
}

extension Timestamp: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension Corrections: ExpressibleByArgument {}
