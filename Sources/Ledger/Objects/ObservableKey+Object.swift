import STIX

extension ObservableKey {
    /// An object names no more values than that here; a bundle of a feed in one object is nobody's indicator.
    static let most = 10_000

    /// The keys of the values that an object names in its own properties, each once.
    static func named(by object: STIXObject) -> [ObservableKey] {
        var keys: [ObservableKey] = []
        var seen: Set<ObservableKey> = []
        func add(_ found: [ObservableKey]) {
            for key in found where keys.count < most && seen.insert(key).inserted { keys.append(key) }
        }
        for text in object.searchable {
            switch text.kind {
            case .value where object.type == "autonomous-system":
                if let number = UInt32(text.text) { add([ObservableKey(system: number)]) }
            case .value:
                if let value = ObservableValue(text.text) {
                    add(ObservableKey.all(of: value))
                } else if let url = ObservableValue(withoutScheme: text.text) {
                    add(ObservableKey.all(withoutScheme: url))
                }
            case .local:
                // `install.sh` here is a file, whatever it would be elsewhere.
                if let value = ObservableValue(text.text), value.kind != .domain { add(ObservableKey.all(of: value)) }
            case .externalID:
                if let value = vulnerability(text.text) { add([ObservableKey(value)]) }
            case .name:
                if Sectors.contains(text.text) { add([ObservableKey(sector: text.text)]) }
                if let value = vulnerability(text.text) { add([ObservableKey(value)]) }
            case .pattern:
                add(systems(in: text.text).map { ObservableKey(system: $0) })
            case .prose: break
            }
        }
        return keys
    }

    private static func vulnerability(_ text: String) -> ObservableValue? {
        guard text.utf8.count <= 24, text.hasPrefix("CVE-") || text.hasPrefix("cve-"),
            let value = ObservableValue(text),
            value.kind == .vulnerability
        else { return nil }
        return value
    }

    /// Whether an AS number may stand in a pattern; asked of every pattern, so by its bytes.
    private static func names(system pattern: String) -> Bool {
        var pattern = pattern
        return pattern.withUTF8 { bytes in
            guard bytes.count >= autonomousSystem.count else { return false }
            return (0...(bytes.count - autonomousSystem.count)).contains { start in
                bytes[start] == autonomousSystem[0]
                    && bytes[start..<(start + autonomousSystem.count)].elementsEqual(autonomousSystem)
            }
        }
    }

    private static let autonomousSystem = Array("autonomous-system:number".utf8)

    /// The AS numbers that a pattern compares with: they stand in it without quotes.
    private static func systems(in pattern: String) -> [UInt32] {
        guard pattern.utf8.count < 10_000, names(system: pattern) else { return [] }
        return pattern.matches(of: /autonomous-system:number\s*(?:=|IN)\s*\(?\s*([0-9][0-9,\s]*)/).flatMap { match in
            match.1.split { !$0.isNumber }.compactMap { UInt32($0) }
        }
    }
}

/// The vocabulary `industry-sector-ov`, STIX 2.1 §10.10.
enum Sectors {
    static func contains(_ word: String) -> Bool { word.utf8.count <= 30 && all.contains(word) }

    static let all: Set<String> = [
        "agriculture", "aerospace", "automotive", "chemical", "commercial", "communications", "construction", "defense",
        "education", "energy", "entertainment", "financial-services", "government", "emergency-services",
        "government-local", "government-national", "government-public-services", "government-regional", "healthcare",
        "hospitality-leisure", "infrastructure", "dams", "nuclear", "water", "insurance", "manufacturing", "mining",
        "non-profit", "pharmaceuticals", "retail", "technology", "telecommunications", "transportation", "utilities",
    ]
}
