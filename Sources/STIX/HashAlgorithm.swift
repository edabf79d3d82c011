/// What makes hashes, each by its one name: the only table of these names in the program.
public enum HashAlgorithm: String, Sendable, CaseIterable {
    // The vocabulary `hash-algorithm-ov` (STIX 2.1 §10.7), in its order.
    case md5 = "MD5"
    case sha1 = "SHA-1"
    case sha256 = "SHA-256"
    case sha512 = "SHA-512"
    case sha3at256 = "SHA3-256"
    case sha3at512 = "SHA3-512"
    case ssdeep = "SSDEEP"
    case tlsh = "TLSH"
    // What else feeds name, and version 2.0 of the standard did.
    case ripemd160 = "RIPEMD-160"
    case sha224 = "SHA-224"
    case sha384 = "SHA-384"
    case sha3at224 = "SHA3-224"
    case sha3at384 = "SHA3-384"
    case whirlpool = "WHIRLPOOL"

    /// Those of the vocabulary.
    static let vocabulary: [HashAlgorithm] = [.md5, .sha1, .sha256, .sha512, .sha3at256, .sha3at512, .ssdeep, .tlsh]
    /// Names of the vocabulary, by their place in it.
    static let names = NameTable(vocabulary.map(\.rawValue))

    private static let spellings = Dictionary(
        uniqueKeysWithValues: allCases.map { ($0.rawValue.replacing("-", with: ""), $0) })

    /// The algorithm that a name means, whatever its letter case, hyphens and underscores: `sha256`, `SHA_256`, `Sha-256`.
    public init?(spelled name: some StringProtocol) {
        let plain = name.uppercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
        guard let found = Self.spellings[plain] else { return nil }
        self = found
    }

    /// The algorithm of the vocabulary that a text of so many hexadecimal digits is taken for, where nothing names one.
    public init?(digits count: Int) {
        guard let found = Self.vocabulary.prefix(4).first(where: { $0.digits == count }) else { return nil }
        self = found
    }

    /// Hexadecimal digits of a hash; nil where it is written otherwise.
    public var digits: Int? {
        switch self {
        case .md5: 32
        case .sha1, .ripemd160: 40
        case .sha224, .sha3at224: 56
        case .sha256, .sha3at256: 64
        case .sha384, .sha3at384: 96
        case .sha512, .sha3at512, .whirlpool: 128
        case .ssdeep, .tlsh: nil
        }
    }

    /// Whether the text is of the form of its hashes.
    func allows(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        if let digits { return Self.isHexadecimal(text, digits) }
        return self == .ssdeep
            ? text.split(separator: 0x3A, maxSplits: 2, omittingEmptySubsequences: false).count == 3
                && text[0].isDigit && !text.contains { $0 <= 0x20 || $0 >= 0x7F }
            : Self.isHexadecimal(text, 70)
                || text.count == 72 && text[0] == 0x54
                    && Self.isHexadecimal(UnsafeBufferPointer(rebasing: text[2...]), 70)
    }

    private static func isHexadecimal(_ text: UnsafeBufferPointer<UInt8>, _ count: Int) -> Bool {
        text.count == count && text.allSatisfy(\.isHexDigit)
    }
}
