import HTML
import Web

extension LibraryDomain {
    /// The types of objects of kinds.
    static let recordTypes: [NamedType] = [
        NamedType("concord-record", glyph: "M3 2h10v12H3zM5 5h6M5 8h6M5 11h4") { LibraryWords.in($0).record },
        NamedType("concord-gathering", glyph: "M3 3h10v10H3zM3 6h10M6 1v3M10 1v3") { LibraryWords.in($0).gathering },
        NamedType("concord-attestation", glyph: "M3 8l3 3 7-7M3 13h10") { LibraryWords.in($0).attestation },
        NamedType("concord-step", glyph: "M2 13h4V9h4V5h4") { LibraryWords.in($0).step },
        NamedType("concord-kind", glyph: "M2 3h5v4H2zM9 3h5v4H9zM2 9h5v4H2zM9 9h5v4H9z") { LibraryWords.in($0).kind },
    ]
}
