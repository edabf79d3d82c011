extension Timestamp {
    /// Makes the time that lies so many microseconds after 1970, or the nearest one that can be written in RFC 3339.
    public init(clamping microseconds: Int64) {
        self.init(unchecked: Swift.min(Swift.max(microseconds, Self.first), Self.last))
    }
}
