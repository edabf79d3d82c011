import STIX

/// Measures the pattern language and prints one figure a line.
@main struct PatternBench {
    /// The middle of five runs, in seconds.
    static func seconds(_ body: () throws -> Void) rethrows -> Double {
        var all: [Double] = []
        for _ in 0..<5 {
            let took = try ContinuousClock().measure(body)
            all.append(Double(took.components.seconds) + Double(took.components.attoseconds) * 1e-18)
        }
        return all.sorted()[2]
    }

    static func say(_ what: String, _ figure: String) { print("| \(what) | \(figure) |") }

    static func rounded(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }

    static func address(_ number: Int) -> String {
        "198.\(51 + number / 65_536 % 100).\(number / 256 % 256).\(number % 256)"
    }

    static func main() throws {
        try parsing()
        try oneByOne()
        try manyPatterns()
        try repetitions()
        try expressions()
    }

    static func parsing() throws {
        let texts = (0..<100_000).map { Array("[ipv4-addr:value = '\(address($0))']".utf8) }
        var findings = 0
        let short = try seconds { for text in texts { findings += try Pattern.check(text).findings.count } }
        say("Reading and checking a pattern of one comparison", "\(rounded(short * 10)) µs")
        let long = Array(
            ("[" + (0..<1_000).map { "domain-name:value = 'host\($0).example'" }.joined(separator: " OR ") + "]").utf8)
        let whole = try seconds { for _ in 0..<50 { findings += try Pattern.check(long).findings.count } }
        say("Reading and checking a pattern of 1,000 comparisons", "\(rounded(whole / 50 * 1e6)) µs")
        precondition(findings == 0)
    }

    /// The objects of an observation: a connection with both its addresses.
    static func objects(_ number: Int) -> [[UInt8]] {
        [
            """
            {"type":"ipv4-addr","spec_version":"2.1","id":"ipv4-addr--\(number)","value":"\(address(number))"}
            """,
            """
            {"type":"ipv4-addr","spec_version":"2.1","id":"ipv4-addr--x\(number)","value":"203.0.113.\(number % 256)"}
            """,
            """
            {"type":"network-traffic","spec_version":"2.1","id":"network-traffic--\(number)","src_ref":"ipv4-addr--\(number)",\
            "dst_ref":"ipv4-addr--x\(number)","protocols":["ipv4","tcp","https"],"src_port":\(number % 65_536),"dst_port":443}
            """,
            """
            {"type":"observed-data","spec_version":"2.1","id":"observed-data--\(number)","created":"2024-01-01T00:00:00.000Z",\
            "modified":"2024-01-01T00:00:00.000Z","first_observed":"\(Timestamp(microseconds: Int64(number) * 1_000_000)!)",\
            "last_observed":"\(Timestamp(microseconds: Int64(number) * 1_000_000)!)","number_observed":1,\
            "object_refs":["ipv4-addr--\(number)","ipv4-addr--x\(number)","network-traffic--\(number)"]}
            """,
        ].map { Array($0.utf8) }
    }

    static func observed(_ numbers: Range<Int>) throws -> [ObservedData] {
        var all: [ObservedData] = []
        for number in numbers {
            var reader = ObservedDataReader()
            for object in objects(number) { try reader.add(object) }
            all += try reader.observations()
        }
        return all
    }

    static func oneByOne() throws {
        let bytes = (0..<50_000).map(objects)
        let data = try observed(0..<50_000)
        for text in [
            "[ipv4-addr:value = '198.51.3.7']",
            "[network-traffic:src_ref.value = '198.51.3.7' AND network-traffic:dst_port = 443]",
            "[ipv4-addr:value ISSUBSET '198.51.3.0/24']", "[ipv4-addr:value MATCHES '^198\\\\.51\\\\.3\\\\.[0-9]+$']",
        ] {
            let matcher = try PatternMatcher(Pattern.parse(text))
            var matches = 0
            let reading = try seconds {
                for objects in bytes {
                    var reader = ObservedDataReader()
                    for object in objects { try reader.add(object) }
                    var budget = PatternMatcher.standardBudget
                    for one in try reader.observations() where try matcher.matches(one, budget: &budget) {
                        matches += 1
                    }
                }
            }
            let alone = try seconds {
                for one in data {
                    var budget = PatternMatcher.standardBudget
                    if try matcher.matches(one, budget: &budget) { matches += 1 }
                }
            }
            say(
                "Observations of four objects against `\(text)`",
                "\(Int(50_000 / reading)) /s from bytes, \(Int(50_000 / alone)) /s once read")
            precondition(matches > 0)
        }
    }

    static func manyPatterns() throws {
        let texts = (0..<10_000).map { number in
            switch number % 10 {
            case 0: "[ipv4-addr:value ISSUBSET '\(address(number * 256))/24']"
            case 1: "[domain-name:value = 'host\(number).example']"
            case 2: "[file:hashes.MD5 = '\(String(repeating: "a", count: 26))\(100_000 + number)']"
            case 3: "[network-traffic:src_ref.value = '\(address(number))' AND network-traffic:dst_port IN (443, 8443)]"
            case 4: "[url:value LIKE 'http://host\(number).example/%']"
            case 5: "[ipv4-addr:value = '\(address(number))'] FOLLOWEDBY [domain-name:value = 'h\(number).example']"
            default: "[ipv4-addr:value = '\(address(number))']"
            }
        }
        let patterns = try texts.map(Pattern.parse)
        var index = PatternIndex()
        let building = try seconds {
            index = PatternIndex()
            for pattern in patterns { try index.add(pattern) }
        }
        say("Making an index of 10,000 patterns", "\(rounded(building * 1e3)) ms")
        let data = try observed(0..<1_000)
        var found = 0
        let asking = try seconds { for one in data { found += try index.matches(one).count } }
        say("10,000 patterns of six kinds against one observation", "\(rounded(asking / 1_000 * 1e3)) ms")
        precondition(found > 0)
        var residual = PatternIndex()
        for number in 0..<10_000 { try residual.add(Pattern.parse("[ipv4-addr:value LIKE '%x\(number)']")) }
        let hard = try seconds { for one in data.prefix(20) { found += try residual.matches(one).count } }
        say("10,000 patterns of which none can be looked up", "\(rounded(hard / 20 * 1e3)) ms")
    }

    static func repetitions() throws {
        let data = try observed(0..<10_000)
        for text in [
            "[ipv4-addr:value LIKE '198.%'] REPEATS 50 TIMES WITHIN 48 SECONDS",
            "([ipv4-addr:value LIKE '%.7'] FOLLOWEDBY [ipv4-addr:value LIKE '%.8'] FOLLOWEDBY [ipv4-addr:value LIKE '%.5']) WITHIN 2 SECONDS",
        ] {
            let matcher = try PatternMatcher(Pattern.parse(text))
            var result = "no match"
            let took = seconds {
                do throws(MatchRefusal) {
                    if try matcher.match(data) != nil { result = "a match" }
                } catch {
                    result = error.code.rawValue
                }
            }
            say("10,000 observations against `\(text)`", "\(rounded(took * 1e3)) ms: \(result)")
        }
    }

    static func expressions() throws {
        let text = String(repeating: "The quick brown fox jumps over the lazy dog. ", count: 2_000)
        var reader = ObservedDataReader()
        try reader.add(Array(#"{"type":"file","id":"file--1","name":"\#(text)"}"#.utf8))
        try reader.add(
            Array(
                """
                {"type":"observed-data","id":"o","first_observed":"2024-01-01T00:00:00Z",\
                "last_observed":"2024-01-01T00:00:00Z","number_observed":1,"object_refs":["file--1"]}
                """.utf8))
        let data = try reader.observations()
        for expression in ["[a-z]+@[a-z]+\\\\.example", "(x+x+)+y", "(?i)(cat|dog|fox){5}"] {
            let matcher = try PatternMatcher(Pattern.parse("[file:name MATCHES '\(expression)']"))
            let took = try seconds { _ = try matcher.match(data) }
            say(
                "Regular expression `\(expression)` over 90 kB", "\(rounded(Double(text.utf8.count) / took / 1e6)) MB/s"
            )
        }
    }
}
