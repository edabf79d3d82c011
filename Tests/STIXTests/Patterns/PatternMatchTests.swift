import STIX
import TestSupport
import Testing

@Suite struct PatternMatchTests {
    @Test func `each case of the file comes out as it says`() throws {
        let cases = try PatternFiles.cases()
        #expect(cases.count > 150)
        for one in cases {
            let matcher = try PatternMatcher(try Pattern.parse(one.pattern))
            let found = try matcher.match(one.data)
            #expect((found != nil) == one.isMatch, "\(one)")
            // What was found is enough by itself.
            if let found { #expect(try matcher.match(found.map { one.data[$0] }) != nil, "\(one)") }
        }
    }

    @Test func `an index finds the patterns that matching one by one finds`() throws {
        let cases = try PatternFiles.cases()
        var index = PatternIndex()
        for one in cases { try index.add(Pattern.parse(one.pattern)) }
        for scene in Set(cases.map(\.scene)) {
            guard let data = cases.first(where: { $0.scene == scene })?.data else { continue }
            let expected = try cases.indices.filter { try index.matchers[$0].match(data) != nil }
            #expect(try index.matches(data).map(\.pattern) == expected, "\(scene)")
            for observed in data {
                let alone = try cases.indices.filter { try index.matchers[$0].match([observed]) != nil }
                #expect(try index.matches(observed) == alone, "\(scene)")
            }
        }
    }

    @Test func `generated patterns match what trying everything matches`() throws {
        var maker = SmallPatterns(dice: Dice(state: 5))
        var matches = 0
        for round in 0..<4_000 {
            let sightings = maker.sightings()
            let observed = try sightings.map { try $0.observed }
            let observations = maker.observations(depth: 3)
            let pattern = Pattern(observations)
            let expected = !Everything(sightings: sightings).bindings(observations).isEmpty
            let found = try PatternMatcher(pattern).match(observed)
            #expect((found != nil) == expected, "round \(round): \(pattern) against \(sightings)")
            matches += expected ? 1 : 0
        }
        #expect(1_000...3_000 ~= matches)
    }

    @Test(arguments: [
        "[file:name MATCHES '(a*)*b'] REPEATS 1000000000 TIMES", "[file:name LIKE '%a%a%a%a%a%a%a%a%a%b']",
        "([file:name LIKE '%'] FOLLOWEDBY [file:name LIKE '%']) REPEATS 1000000 TIMES",
        "(([file:name LIKE '%'] FOLLOWEDBY [file:name LIKE '%']) REPEATS 12 TIMES) WITHIN 1 SECONDS",
        "[file:name MATCHES '(x+x+)+y']",
    ])
    func `hostile patterns end in an answer or a refusal`(_ text: String) throws {
        let name = String(repeating: "a", count: 50_000)
        let many = try (0..<60).map {
            try Sighting(name: name, first: Int64($0), last: Int64($0 + 1), count: 1).observed
        }
        let pattern = try Pattern.parse(text)
        let took = ownTime {
            do throws(MatchRefusal) {
                let matcher = try PatternMatcher(pattern)
                #expect(try matcher.match(many, budget: 5_000_000) == nil)
            } catch {
                #expect(error.code == .tooMuchWork)
            }
        }
        #expect(took < .seconds(20))
    }

    @Test func `a budget ends a match`() throws {
        let observed = try Sighting(name: "aaaa", first: 0, last: 0, count: 1).observed
        let matcher = try PatternMatcher(try Pattern.parse("[file:name MATCHES 'b$']"))
        #expect(throws: MatchRefusal.self) { try matcher.match([observed], budget: 5) }
        #expect(try matcher.match([observed]) == nil)
    }

    @Test func `observed data with its objects inside is read too`() throws {
        var reader = ObservedDataReader()
        try reader.add(
            Array(
                """
                {"type":"observed-data","id":"observed-data--1","first_observed":"2024-01-01T00:00:00Z",\
                "last_observed":"2024-01-01T00:00:00Z","number_observed":2,"objects":{\
                "0":{"type":"ipv4-addr","value":"198.51.100.7"},"1":{"type":"network-traffic","src_ref":"0"}},\
                "object_refs":["file--9"]}
                """.utf8))
        let observed = try #require(try reader.observations().first)
        #expect(observed.missing == ["file--9"])
        #expect(observed.count == 2)
        let matcher = try PatternMatcher(try Pattern.parse("[network-traffic:src_ref.value = '198.51.100.7']"))
        #expect(try matcher.match([observed]) == [0])
    }

    @Test(arguments: [
        #"{"type":"observed-data","id":"o","last_observed":"2024-01-01T00:00:00Z","number_observed":1}"#,
        #"{"type":"observed-data","id":"o","first_observed":"2024-01-02T00:00:00Z","last_observed":"2024-01-01T00:00:00Z","number_observed":1}"#,
        #"{"type":"observed-data","id":"o","first_observed":"2024-01-01T00:00:00Z","last_observed":"2024-01-01T00:00:00Z","number_observed":0}"#,
        #"{"type":"observed-data","id":"o","first_observed":"2024-01-01T00:00:00Z","last_observed":"2024-01-01T00:00:00Z","number_observed":1.5}"#,
        #"{"type":"file"}"#, #"{"type":"file","type":"file","id":"x"}"#, "[]", #"{"type":"file","id":"x"} x"#, "{",
    ])
    func `what is no observed data is refused`(_ text: String) {
        #expect(throws: ObservedDataError.self) {
            var reader = ObservedDataReader()
            try reader.add(Array(text.utf8))
            _ = try reader.observations()
        }
    }
}

/// Something that was seen: a file with a name.
struct Sighting {
    var name: String
    var first: Int64
    var last: Int64
    var count: Int

    var observed: ObservedData {
        get throws {
            var reader = ObservedDataReader()
            try reader.add(Array(#"{"type":"file","id":"file--1","name":"\#(name)"}"#.utf8))
            try reader.add(
                Array(
                    """
                    {"type":"observed-data","id":"observed-data--1","first_observed":"\(Timestamp(clamping: first))",\
                    "last_observed":"\(Timestamp(clamping: last))","number_observed":\(count),"object_refs":["file--1"]}
                    """.utf8))
            return try reader.observations()[0]
        }
    }
}

/// Makes small patterns over files named a, b and c, and what may fulfil them.
struct SmallPatterns {
    var dice: Dice

    private mutating func roll(_ sides: Int) -> Int { Int.random(in: 0..<sides, using: &dice) }

    mutating func sightings() -> [Sighting] {
        (0..<(1 + roll(4))).map { _ in
            let first = Int64(roll(8)) * 1_000_000
            return Sighting(
                name: ["a", "b", "c"][roll(3)], first: first, last: first + Int64(roll(4)) * 1_000_000,
                count: roll(3) == 0 ? 2 : 1)
        }
    }

    mutating func observations(depth: Int) -> Pattern.Observations {
        switch depth > 0 ? roll(9) : 8 {
        case 0, 1: .all(Pattern.Several(observations(depth: depth - 1), observations(depth: depth - 1)))
        case 2: .any(Pattern.Several(observations(depth: depth - 1), observations(depth: depth - 1)))
        case 3, 4: .inOrder(Pattern.Several(observations(depth: depth - 1), observations(depth: depth - 1)))
        case 5: .qualified(observations(depth: depth - 1), .within(.of(Double(1 + roll(3)))))
        case 6: .qualified(observations(depth: depth - 1), .repeats(.of(1 + roll(2))))
        case 7: .qualified(observations(depth: depth - 1), .startStop(interval()))
        default:
            .one(
                .test(
                    .compares(
                        Pattern.Path(type: "file", property: "name"), isNegated: false,
                        .isIn([["a"], ["b"], ["c"], ["a", "b"]][roll(4)].map { .quantity(.string($0)) }))))
        }
    }

    private mutating func interval() -> Pattern.Interval {
        let start = Int64(roll(6)) * 1_000_000
        return .of(start, start + Int64(1 + roll(5)) * 1_000_000)
    }
}

/// The meaning of a pattern spelt out: every set of sightings that fulfils it, with the time of each.
struct Everything {
    let sightings: [Sighting]

    /// One of the times that a sighting stands for, and the time in which it may lie.
    struct Use: Hashable {
        var sighting: Int
        var instance: Int
        var first: Int64
        var last: Int64
    }

    func bindings(_ observations: Pattern.Observations) -> [[Use]] {
        switch observations {
        case .one(.test(.compares(_, isNegated: _, .isIn(let names)))):
            sightings.indices.filter { names.contains(.quantity(.string(sightings[$0].name))) }.flatMap { place in
                (0..<sightings[place].count).map {
                    [Use(sighting: place, instance: $0, first: sightings[place].first, last: sightings[place].last)]
                }
            }
        case .one: []
        case .all(let parts): join(parts.elements.map(bindings)) { _, _ in true }
        case .any(let parts): parts.elements.flatMap(bindings)
        case .inOrder(let parts):
            join(parts.elements.map(bindings)) { before, after in
                before.allSatisfy { one in after.allSatisfy { one.first <= $0.last } }
            }
        case .qualified(let inner, .within(let seconds)):
            bindings(inner).filter { uses in
                let length = Int64(seconds.value * 1_000_000)
                return uses.allSatisfy { one in uses.allSatisfy { one.first - $0.last <= length } }
            }
        case .qualified(let inner, .repeats(let times)):
            join(Array(repeating: bindings(inner), count: times.count)) { _, _ in true }
        case .qualified(let inner, .startStop(let interval)):
            // The times are narrowed here, above whatever bound them below: so this holds for all qualifiers inside.
            Everything(
                sightings: sightings.map { sighting in
                    var sighting = sighting
                    sighting.first = max(sighting.first, interval.start.microseconds)
                    sighting.last = min(sighting.last, interval.stop.microseconds - 1)
                    if sighting.first > sighting.last { sighting.count = 0 }
                    return sighting
                }
            ).bindings(inner)
        }
    }

    private func join(_ parts: [[[Use]]], _ fits: ([Use], [Use]) -> Bool) -> [[Use]] {
        parts.dropFirst().reduce(parts[0]) { before, part in
            before.flatMap { left in
                part.filter { right in
                    !right.contains { use in
                        left.contains { $0.sighting == use.sighting && $0.instance == use.instance }
                    } && fits(left, right)
                }.map { left + $0 }
            }
        }
    }
}

@Suite struct ManyExpressionsTests {
    @Test func `a pattern of many large expressions is read and refused in a moment`() throws {
        let one = "file:name MATCHES 'a{4900}'"
        let text = "[" + Array(repeating: one, count: 20_000).joined(separator: " OR ") + "]"
        let took = try ownTime {
            let (pattern, findings) = try Pattern.check(Array(text.utf8))
            #expect(findings.contains { $0.code == .unsupportedExpression })
            #expect(throws: MatchRefusal.tooMuchWork) { try PatternMatcher(pattern) }
        }
        #expect(took < .seconds(20))
    }
}
