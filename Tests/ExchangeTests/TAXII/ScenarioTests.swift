import Foundation
import Ledger
import STIX
import Testing
import TestSupport
import Web

@testable import Exchange

/// TAXII 2.1 as a client sees it, told in `Scenarios/*.txt`.
///
/// `> GET address as NAME` asks (headers and a body follow, each line with `>`); `< 200` and what follows is expected:
/// headers with `<`, then the body without the line's end. `+ COLLECTION SOURCE` places the object on the next line, `- COLLECTION ID` withdraws one,
/// `erase ID` erases one, `later SECONDS` lets time pass. In what is expected `…` stands for any text, and `«name»` for a text without
/// quotes that later lines repeat.
@Suite struct ScenarioTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Scenarios")

    static var scenarios: [String] {
        let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        return (files ?? []).filter { $0.hasSuffix(".txt") }.sorted()
    }

    @Test(arguments: scenarios) func `a scenario is what happens`(_ name: String) async throws {
        let text = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
        var teller = Teller(gateway: try await TAXIIGateway(), name: name)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var index = 0
        while index < lines.count { try await teller.tell(lines, &index) }
        #expect(teller.asked > 0)
    }

    @Test func `every endpoint and every error of the standard has a scenario`() throws {
        let told = try Self.scenarios.map {
            try String(contentsOf: Self.folder.appending(path: $0), encoding: .utf8)
        }.joined()
        for code in TAXIIError.Code.allCases where ![.failure, .tooManyRequests, .tooSlow, .busy].contains(code) {
            #expect(told.contains("\"error_code\":\"\(code.rawValue)\""), "no scenario shows \(code.rawValue)")
        }
        for call in [
            "GET /taxii2/", "GET ", "GET collections/ ", "GET collections/public/ ", "manifest/", "objects/ ",
            "POST collections/", "DELETE collections/", "versions/", "GET status/",
        ] { #expect(told.contains("> \(call)") || told.contains(call), "no scenario has \(call)") }
    }
}

private struct Teller {
    let gateway: TAXIIGateway
    let name: String
    var known: [String: String] = [:]
    var asked = 0

    mutating func tell(_ lines: [String], _ index: inout Int) async throws {
        let line = filled(lines[index])
        index += 1
        let words = line.split(separator: " ").map(String.init)
        switch words.first {
        case "+":
            let report = try await gateway.admit(filled(lines[index]), into: words[1], source: words[2])
            #expect(report.placed > 0, "\(name):\(index)")
            index += 1
        case "-": _ = try await gateway.ledger.withdraw(words[2], from: words[1], reason: "no longer")
        case "erase":
            _ = try await gateway.ledger.erase(words[1], reason: "asked for") {
                try ExchangeDomain.forget(words[1], in: $0)
            }
        case "later": gateway.clock.move(Int64(words[1]) ?? 0)
        case ">": try await ask(words, lines, &index)
        case "#", nil: break
        default: Issue.record("\(name):\(index): \(line) is no step")
        }
    }

    private mutating func ask(_ words: [String], _ lines: [String], _ index: inout Int) async throws {
        let (start, person) = (index, words.count > 3 ? words[4] : nil)
        var headers: [String: String] = [:]
        var body: String?
        while index < lines.count, lines[index].hasPrefix("> ") {
            let text = filled(String(lines[index].dropFirst(2)))
            if body == nil, let colon = text.wholeMatch(of: /([A-Za-z-]+): (.*)/) {
                headers[String(colon.output.1)] = String(colon.output.2)
            } else {
                body = (body ?? "") + text
            }
            index += 1
        }
        let answer = try await gateway.ask(person, words[2], words[1], headers: headers, body: body)
        asked += 1
        var expected: [String] = []
        while index < lines.count, !lines[index].isEmpty {
            expected.append(lines[index])
            index += 1
        }
        func check(_ wanted: String, _ got: String) {
            guard !matches(wanted, got) else { return }
            Issue.record(
                "\(name):\(start): expected\n\(filled(wanted))\nbut got\n\(got)\n(\(answer.status)) \(answer.text)")
        }
        for line in expected where line.hasPrefix("< ") {
            let text = String(line.dropFirst(2))
            guard let colon = text.firstRange(of: ": ") else {
                check(text, String(answer.status))
                continue
            }
            let field = String(text[..<colon.lowerBound])
            let values =
                field == "Content-Type"
                ? [answer.contentType] : answer.headers.filter { $0.name == field }.map(\.value)
            check(String(text[colon.upperBound...]), values.joined(separator: ", "))
        }
        check(expected.filter { !$0.hasPrefix("< ") }.joined(), answer.text)
        #expect(answer.contentType == TAXIIMediaType.taxii, "\(name):\(start)")
    }

    private func filled(_ text: String) -> String {
        known.reduce(text) { $0.replacing("«\($1.key)»", with: $1.value) }
    }

    /// Whether a text is as expected; remembers what stands for the names in it.
    private mutating func matches(_ wanted: String, _ got: String) -> Bool {
        var (pattern, names) = ("", [String]())
        var rest = filled(wanted)[...]
        while let mark = rest.firstIndex(where: { $0 == "…" || $0 == "«" }) {
            pattern += NSRegularExpression.escapedPattern(for: String(rest[..<mark]))
            if rest[mark] == "…" {
                pattern += ".*?"
                rest = rest[rest.index(after: mark)...]
            } else {
                let end = rest[mark...].firstIndex(of: "»") ?? rest.index(before: rest.endIndex)
                names.append(String(rest[rest.index(after: mark)..<end]))
                pattern += "([^\"]+)"
                rest = rest[rest.index(after: end)...]
            }
        }
        pattern += NSRegularExpression.escapedPattern(for: String(rest))
        guard let expression = try? NSRegularExpression(pattern: "^\(pattern)$", options: .dotMatchesLineSeparators),
            let found = expression.firstMatch(in: got, range: NSRange(got.startIndex..., in: got))
        else { return false }
        for (index, name) in names.enumerated() {
            guard let range = Range(found.range(at: index + 1), in: got) else { continue }
            known[name] = String(got[range])
        }
        return true
    }
}
