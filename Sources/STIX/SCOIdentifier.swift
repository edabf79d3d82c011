import Crypto

/// Deterministic identifiers of cyber-observable objects (STIX 2.1 §2.9).
public enum SCOIdentifier {
    /// The identifier that the standard prescribes for this object; nil where it prescribes none.
    public static func deterministicID(of object: JSON) -> String? { nil }
}
