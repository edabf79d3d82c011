import HTML
import Web

/// A small sign for a type of object, always beside its name.
enum TypeGlyph {
    /// The sign of a type; a plain square for a type without one.
    static func of(_ code: String) -> Markup {
        let path: Markup = NamedType(rawValue: code).map(path) ?? square
        return "<svg class=\"glyph\" viewBox=\"0 0 16 16\" aria-hidden=\"true\"><path d=\"\(path)\"/></svg>"
    }

    private static let square: Markup = "M3 3h10v10H3z"

    private static func path(of type: NamedType) -> Markup {
        switch type {
        case .attackPattern: "M2 13 7 8 4.5 5.5 13 3l-2.5 8.5L8 9"
        case .tactic: "M4 14V2h9l-2.5 3L13 8H4"
        case .courseOfAction: "M8 2l5 2v4c0 3-2.5 5-5 6-2.5-1-5-3-5-6V4z"
        case .intrusionSet, .threatActor:
            "M5.5 7a2 2 0 100-4 2 2 0 000 4zm5 0a2 2 0 100-4M2 13c0-5 7-5 7 0m2-4c2 0 3 2 3 4"
        case .identity: "M8 7.5a2.5 2.5 0 100-5 2.5 2.5 0 000 5zM3 14c0-6 10-6 10 0"
        case .malware, .malwareAnalysis:
            "M8 4a3 4 0 013 4v2a3 3 0 01-6 0V8a3 4 0 013-4zM5 8H2m3 3-2 2m8-5h3m-3 3 2 2M6 4 5 2m5 2 1-2"
        case .tool, .software: "M13 5a3 3 0 01-4 3l-5 5-1.5-1.5 5-5a3 3 0 014-4L10 4l2 2z"
        case .indicator, .observedData, .sighting: "M8 13A5 5 0 108 3a5 5 0 000 10zM8 1v4m0 6v4M1 8h4m6 0h4"
        case .vulnerability: "M3 3h10v4l-3 1 3 2v3H3z"
        case .campaign, .incident: "M2 10c2-6 3-6 5-2s4 4 7-3"
        case .report, .note, .opinion, .languageContent, .grouping: "M4 2h6l3 3v9H4zM6.5 8H11m-4.5 3H11"
        case .relationship: "M4.5 10a2 2 0 100 4 2 2 0 000-4zm7-8a2 2 0 100 4 2 2 0 000-4zM6 10.5l4-5"
        case .markingDefinition, .extensionDefinition: "M2 8l6-6h6v6l-6 6zM11 5h.1"
        case .dataSource, .dataComponent, .detectionStrategy, .analytic:
            "M3 4c0-2 10-2 10 0v8c0 2-10 2-10 0zm0 0c0 2 10 2 10 0M3 8c0 2 10 2 10 0"
        case .asset, .infrastructure: "M2 3h12v8H2zm4 11h4M8 11v3"
        case .matrix, .attackCollection: "M2 2h12v12H2zm4 0v12m4-12v12M2 6h12M2 10h12"
        case .location: "M8 14C4 9 4 7 4 6a4 4 0 018 0c0 1 0 3-4 8zM8 6h.1"
        default: "M8 2l6 6-6 6-6-6z"
        }
    }
}
