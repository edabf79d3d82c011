import Crypto
import STIX

/// What a scan delivered, in a form that tests can compare.
struct Scan: Equatable {
    var ids: [String] = []
    var digests: [String] = []
    var lines: [String] = []
    var objects: [STIXObject] = []
    var refused: [RefusedObject] = []
    var error: StreamError?

    /// Scans the text in chunks whose sizes the generator gives.
    init(_ bytes: [UInt8], limits: ScanLimits = .standard, chunk: () -> Int = { Int.max }) {
        var scanner = ObjectScanner(limits: limits)
        do {
            var index = 0
            while index < bytes.count {
                let end = min(bytes.count - index, chunk()) + index
                try scanner.feed(Array(bytes[index..<end])) { take($0) }
                index = end
            }
            try scanner.finish { take($0) }
        } catch {
            self.error = error as? StreamError
        }
    }

    init(_ text: String, limits: ScanLimits = .standard, chunk: () -> Int = { Int.max }) {
        self.init(Array(text.utf8), limits: limits, chunk: chunk)
    }

    private mutating func take(_ scanned: Scanned) {
        switch scanned {
        case .object(let object):
            objects.append(object)
            ids.append(object.id)
            digests.append(object.sha256.description)
            lines.append(
                "\(object.offset) \(object.bytes.count) \(object.sha256) \(object.id) \(object.references) "
                    + "\(object.searchable) \(object.findings) \(object.name ?? "-")")
        case .refused(let object):
            refused.append(object)
            lines.append("\(object.offset) \(object.length) \(object.sha256) \(object.id ?? "-") \(object.finding)")
        }
    }

    /// The codes of the findings and refusals, in order.
    var codes: [Finding.Code] { objects.flatMap { $0.findings.map(\.code) } + refused.map(\.finding.code) }

    static func == (left: Scan, right: Scan) -> Bool { left.lines == right.lines && left.error == right.error }
}

/// Objects that tests begin with.
enum Sample {
    static let uuid = "8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f"
    static let marking = TLP.green.markingID

    /// An object of the type with these further members, as JSON.
    static func object(_ type: String, _ more: String = "", version: String? = "2.1") -> String {
        let spec = version.map { "\"spec_version\":\"\($0)\"," } ?? ""
        return """
            {"type":"\(type)",\(spec)"id":"\(type)--\(uuid)","created":"2024-04-06T20:03:48.000Z",\
            "modified":"2024-04-06T20:03:48.000Z"\(more.isEmpty ? "" : ",")\(more)}
            """
    }

    static func tool(_ more: String = "") -> String {
        object("tool", "\"name\":\"nmap\"" + (more.isEmpty ? "" : "," + more))
    }

    static func bundle(_ objects: [String], head: String = "", tail: String = "") -> String {
        "{\"type\":\"bundle\",\"id\":\"bundle--\(uuid)\",\(head)\"objects\":[\(objects.joined(separator: ","))]\(tail)}"
    }
}

/// A small reproducible generator of numbers (SplitMix64).
struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
