import STIX

extension Candidate {
    /// An object as it was when it came in; nil only where its bytes have been damaged since.
    init?(stored bytes: [UInt8]) throws {
        guard let object = try STIXObject(stored: bytes) else { return nil }
        self.init(object)
    }
}

extension STIXObject {
    /// An object as it was when it came in; nil where the bytes are not one that was accepted.
    init?(stored bytes: [UInt8]) throws {
        var found: STIXObject?
        var scanner = ObjectScanner()
        let take = { (scanned: Scanned) in
            if case .object(let object) = scanned { found = object }
        }
        try bytes.withUnsafeBytes { try scanner.feed($0, take) }
        try scanner.finish(take)
        guard let found else { return nil }
        self = found
    }
}
