/// The Traffic Light Protocol 2.0 (FIRST, August 2022) and its marking definitions in STIX; a greater label is stricter.
///
/// The identifiers of version 2.0 come from OASIS extension definition
/// `extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d`, those of version 1 from STIX 2.1 §7.2.1.4.
public enum TLP: Int, Sendable, Comparable, CaseIterable, Codable {
    /// May be given to everyone; WHITE in version 1.
    case clear
    /// May be given to the community.
    case green
    /// May be given to the organisation and its clients.
    case amber
    /// May be given to the organisation only.
    case amberStrict
    /// For the eyes of the named recipients only.
    case red

    /// The extension that declares TLP 2.0 in STIX 2.1.
    public static let extensionID = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d"

    /// The label with this marking definition, of version 2.0 or 1; nil for any other identifier.
    public init?(markingID: String) {
        switch markingID {
        case "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487",
            "marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9":
            self = .clear
        case "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb",
            "marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da":
            self = .green
        case "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421",
            "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82":
            self = .amber
        case "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003":
            self = .amberStrict
        case "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1",
            "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed":
            self = .red
        default: return nil
        }
    }

    /// The identifier of the TLP 2.0 marking definition.
    public var markingID: String {
        switch self {
        case .clear: "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487"
        case .green: "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb"
        case .amber: "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421"
        case .amberStrict: "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003"
        case .red: "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1"
        }
    }

    /// The value of `tlp_2_0` in the extension, such as `amber+strict`.
    public var name: String {
        switch self {
        case .clear: "clear"
        case .green: "green"
        case .amber: "amber"
        case .amberStrict: "amber+strict"
        case .red: "red"
        }
    }

    /// The label as it is printed, such as `TLP:AMBER+STRICT`.
    public var label: String { "TLP:" + name.uppercased() }

    /// Orders labels by strictness.
    public static func < (left: TLP, right: TLP) -> Bool { left.rawValue < right.rawValue }
}
