package import HTML

/// A level of the Traffic Light Protocol 2.0, as it is shown.
package enum TLPLabel: String, Sendable, Hashable, CaseIterable {
    case clear = "CLEAR"
    case green = "GREEN"
    case amber = "AMBER"
    case amberStrict = "AMBER+STRICT"
    case red = "RED"

    /// Its name in full: `TLP:CLEAR`.
    ///
    /// The same in every language, as FIRST asks.
    package var name: String { "TLP:\(rawValue)" }

    /// The label in its colours, always with its text.
    package var chip: Markup {
        let style =
            switch self {
            case .clear: "clear"
            case .green: "green"
            case .amber, .amberStrict: "amber"
            case .red: "red"
            }
        return "<span class=\"tlp \(style)\" dir=\"ltr\">\(name)</span>"
    }
}
