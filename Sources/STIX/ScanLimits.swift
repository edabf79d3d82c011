/// How much one object may ask of the reader before it is refused.
///
/// Every limit protects memory or time against hostile input; none of them comes from the STIX standard.
public struct ScanLimits: Sendable, Equatable {
    /// Greatest nesting of objects and lists, counted from the STIX object itself, which is 1.
    public var depth: Int
    /// Greatest length of one object, in bytes.
    ///
    /// A longer one is hashed and refused without being kept.
    public var objectBytes: Int
    /// Greatest number of properties in any one JSON object.
    public var properties: Int
    /// Greatest number of JSON values in one STIX object, nested ones included.
    public var values: Int
    /// Greatest number of findings kept per object; the last one then says that more were left out.
    public var findings: Int

    /// The limits of the gateway: depth 64, 8 MiB, 10,000 properties, 500,000 values, 100 findings.
    public static let standard = ScanLimits()

    /// Makes limits, each with the standard value unless said otherwise.
    ///
    /// Values below 1 count as 1; depth is at most 512, properties 32,000 and bytes 1 GiB.
    public init(
        depth: Int = 64, objectBytes: Int = 8 << 20, properties: Int = 10_000, values: Int = 500_000,
        findings: Int = 100
    ) {
        // Reading descends on the stack, so that depth has a ceiling of its own.
        self.depth = min(max(1, depth), 512)
        // Positions inside an object are kept in 32 bits.
        self.objectBytes = min(max(1, objectBytes), 1 << 30)
        // Property numbers are kept in 16 bits.
        self.properties = min(max(1, properties), 32_000)
        self.values = max(1, values)
        self.findings = max(1, findings)
    }
}
