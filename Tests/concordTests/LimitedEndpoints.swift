import Foundation

/// Which pages count who asks, read from the sources: what an endpoint calls, and what that calls in turn.
///
/// Endpoints of a protocol (`of:`) are not among them: they count all alike. It sees names, not types: of two methods that are called alike within one room, one that counts makes the other count too.
enum LimitedEndpoints {
    /// Method and kind of each, such as `post signIn`.
    static func all() throws -> Set<String> {
        try House().rooms.filter { $0.name != "Web" }.reduce(into: []) { found, room in
            found.formUnion(Room(room.files).limited)
        }
    }

    private struct Room {
        private let texts: [String]
        private var bodies: [(name: String, body: Substring)] = []

        init(_ files: [SourceFile]) {
            texts = files.map { file in
                file.lines.filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
            }
            for text in texts {
                let starts = text.matches(of: /\bfunc (\w+)[(<]/)
                for (index, start) in starts.enumerated() {
                    let end = index + 1 < starts.count ? starts[index + 1].range.lowerBound : text.endIndex
                    bodies.append((String(start.1), text[start.range.upperBound..<end]))
                }
            }
        }

        /// What counts: a property of this type.
        private var counters: [String] {
            texts.flatMap { $0.matches(of: /\b(?:let|var) (\w+): RateLimits\b/).map { String($0.1) } }
        }

        private var counting: Set<String> {
            let counters = counters
            guard !counters.isEmpty, let count = try? Regex(#"\W(?:\#(counters.joined(separator: "|")))\.count\("#)
            else { return [] }
            var found = Set(bodies.filter { $0.body.contains(count) }.map(\.name))
            while !found.isEmpty,
                let call = try? Regex(#"(?:^|[^.\w]|\Wvisit\.)(?:\#(found.sorted().joined(separator: "|")))\("#)
            {
                let more = bodies.filter { !found.contains($0.name) && $0.body.contains(call) }.map(\.name)
                guard !more.isEmpty else { break }
                found.formUnion(more)
            }
            return found
        }

        var limited: Set<String> {
            let counting = counting
            guard !counting.isEmpty else { return [] }
            let endpoint =
                /\b(get|post|delete)\(\s*\.(\w+),(?:[^{}"]|"(?:[^"\\]|\\.)*")*?\{\s*(?:\w+ in\s+)?(?:try )?(?:await )?(?:\$0|visit)\.(\w+)\(/
            return Set(
                texts.flatMap { text in
                    text.matches(of: endpoint).filter { !$0.0.contains(" of: ") && counting.contains(String($0.3)) }.map
                    { "\($0.1) \($0.2)" }
                })
        }
    }
}
