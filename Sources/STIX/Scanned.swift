public import Crypto

/// What the scanner says about one object of the input.
public enum Scanned: Sendable {
    /// Accepted, or admitted with findings.
    case object(STIXObject)
    /// Unsafe or without identity: not to be stored as an object.
    case refused(RefusedObject)
}

/// An object that was refused, with the reason.
public struct RefusedObject: Sendable {
    /// Where the object begins, in bytes from the start of the input.
    public let offset: Int
    /// The exact bytes, or nil when they are more than `ScanLimits.objectBytes`.
    public let bytes: [UInt8]?
    /// Length of the object in bytes.
    public let length: Int
    /// SHA-256 of the exact bytes, also of those that were too many to keep.
    public let sha256: SHA256.Digest
    /// The `id`, where the object is readable far enough to have one.
    public let id: String?
    /// Why it was refused.
    public let finding: Finding
}
