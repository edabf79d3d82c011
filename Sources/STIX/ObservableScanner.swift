/// Finds observable values in text that people paste: a mail, a log, a list.
///
/// Defanged forms (`hxxp`, `[.]`, `(dot)`, `[at]`, ` dot `, `\.`), quoted-printable, the escapes of JSON and HTML and links inside
/// links are understood. The work grows with the text and no faster. What is taken for what:
///
/// - A name is a domain name where it ends in a top-level domain. What may as well be a file, a path or the end of a sentence
///   is a doubtful reading: one of two labels whose end is also that of files (`install.sh`), one behind a `/` or `\`, one with a
///   capital at the start of its end alone (`Done.Now`), one with an underscore in its last two labels, one whose end is no
///   top-level domain, one that is spelled (`the dot com`). A dot that was defanged, a scheme or `@` before it makes it sure.
/// - `,` `;` and `'` end a URL, and a longer one that they may belong to is a doubtful reading too (RFC 3986 §2.2).
/// - Letters of a script without spaces, or written from right to left, end a name in Latin letters.
/// - An IPv4 address has no leading zeros; an IPv6 address is of a block to which IANA gave a meaning: `a::b` is none. A number
///   behind one more dot is a port, and of `a-b` both ends count.
/// - A hash is a run of 32, 40, 64 or 128 hexadecimal digits. An AS number has `AS` or `ASN` before it.
public struct ObservableScanner {
    /// One way of reading a place of the text.
    public struct Reading: Sendable, Equatable {
        public let value: ObservableValue
        /// Whether it is a value even if nobody knows it.
        public fileprivate(set) var isSure: Bool
        /// The shorter value that stands there if this one is unknown.
        public let insteadOf: ObservableValue?
        /// Whether it was found somewhere as nothing but itself.
        fileprivate var standsAlone: Bool
    }

    /// What a text held.
    public struct Found: Sendable, Equatable {
        /// Each value once, in the order in which they came.
        public let readings: [Reading]
        /// Whether there were more than were asked for.
        public let hasMore: Bool

        /// The values that are sure without further knowledge.
        public var values: [ObservableValue] { readings.filter(\.isSure).map(\.value) }

        /// The values, with those doubtful ones that somebody knows, and without what was cut from one of them.
        public func settled(_ isKnown: (ObservableValue) -> Bool) -> [ObservableValue] {
            let known = readings.filter { isKnown($0.value) }
            let cut = Set(known.compactMap(\.insteadOf))
            let values = Set(known.map(\.value))
            return readings.filter { reading in
                values.contains(reading.value)
                    || reading.isSure && (reading.standsAlone || !cut.contains(reading.value))
            }.map(\.value)
        }
    }

    /// The values of a text, at most so many sure ones.
    public static func scan(_ text: String, atMost most: Int) -> Found {
        var scanner = ObservableScanner(bytes: Refanging.plain(text), most: most)
        scanner.run()
        // Who asks for nothing else doubts nothing.
        if scanner.sure == 0, let value = only(text), value.hasKnownEnd, let index = scanner.places[value] {
            scanner.readings[index].isSure = true
        }
        return Found(readings: scanner.readings, hasMore: scanner.hasMore || scanner.hasMoreDoubtful)
    }

    /// The one value that a text is, in whatever form it was written; nil where it is more, or something else.
    public static func only(_ text: String) -> ObservableValue? {
        let plain = refanged(text).utf8.drop { $0 == 0x20 }
        guard let end = plain.lastIndex(where: { $0 != 0x20 }) else { return nil }
        let bytes = Array(plain[...end])
        return bytes.contains(0x20) ? nil : ObservableValue(bytes[...])
    }

    /// The text with every mark of defanging mended.
    public static func refanged(_ text: String) -> String {
        String(decoding: Refanging.plain(text)[...].mended(), as: UTF8.self)
    }

    let bytes: [UInt8]
    private let most: Int
    private var readings: [Reading] = []
    private var places: [ObservableValue: Int] = [:]
    private var sure = 0
    private var hasMoreDoubtful = false
    private(set) var hasMore = false
    /// Whether the word before announced an AS number.
    var awaitsSystem = false
    /// How many links the text that is being read was wrapped in.
    var depth = 0

    private init(bytes: [UInt8], most: Int) {
        self.bytes = bytes
        self.most = most
    }

    private mutating func run() {
        var start = 0
        while start < bytes.count, !hasMore {
            guard !isGap[Int(bytes[start])] else {
                start += 1
                continue
            }
            var end = start
            var colons = 0
            while end < bytes.count, !isGap[Int(bytes[end])] {
                if bytes[end] == UInt8(ascii: ":") { colons += 1 }
                end += 1
            }
            take(word: bytes[start..<end], of: bytes, mayHoldURL: colons > 0)
            start = end
        }
    }

    /// Doubtful readings cost a look-up each, and a text may have one in each word.
    private static let doubtfulForEach = 4

    /// - Parameters:
    ///   - isCut: whether a longer reading may come in place of it.
    ///   - insteadOf: the shorter reading in whose place this one comes if it is known.
    mutating func add(
        _ value: ObservableValue?, isSure: Bool = true, isCut: Bool = false, insteadOf shorter: ObservableValue? = nil
    ) {
        guard let value, value != shorter else { return }
        if let place = places[value] {
            if isSure, !isCut { readings[place].standsAlone = true }
            guard isSure, !readings[place].isSure else { return }
            guard sure < most else { return hasMore = true }
            readings[place].isSure = true
            sure += 1
            return
        }
        if isSure {
            guard sure < most else { return hasMore = true }
            sure += 1
        } else {
            guard readings.count - sure < most * Self.doubtfulForEach else { return hasMoreDoubtful = true }
        }
        places[value] = readings.count
        readings.append(Reading(value: value, isSure: isSure, insteadOf: shorter, standsAlone: isSure && !isCut))
    }
}

extension ObservableValue {
    var hasKnownEnd: Bool {
        guard let domain else { return prefix != nil || kind != .domain }
        return domain.split(separator: ".").last.map { TopLevelDomains.contains(String($0)) } ?? false
    }
}

/// White space, quotes and what stands between the members of a list.
let isGap: [Bool] = (0...255).map { (byte: UInt8) in
    byte <= 0x20 && !Refanging.isDot(byte) || "\"'<>`,;|^".utf8.contains(byte)
}

/// What may stand inside a value.
let isToken: [Bool] = (0...255).map { (byte: UInt8) in
    byte.isDigit || byte.isLetter || byte >= 0x80 || Refanging.isDot(byte) || "._-:@/+%~".utf8.contains(byte)
}
