import HTML
import STIX
import Web

extension TLP {
    /// The label in its colours, always with its text.
    var chip: Markup {
        switch self {
        case .clear: TLPLabel.clear.chip
        case .green: TLPLabel.green.chip
        case .amber: TLPLabel.amber.chip
        case .amberStrict: TLPLabel.amberStrict.chip
        case .red: TLPLabel.red.chip
        }
    }
}
