import Foundation
import STIX
import TestSupport
import Testing

@testable import Kinds

@Suite struct ValueTests {
    @Test(arguments: [
        (#"{"name": "A"}"#, []),
        (#"{}"#, ["/name missing"]), (#"{"name": "  "}"#, ["/name missing"]), (#"{"name": null}"#, ["/name missing"]),
        (#"{"name": "a\nb"}"#, ["/name wrong-type"]), (#"{"name": 4}"#, ["/name wrong-type"]),
        (#"[]"#, [" wrong-type"]),
        (#"{"name": "A", "other": 1}"#, ["/other unknown-field"]),
        (#"{"name": "A", "status": "under-way"}"#, []), (#"{"name": "A", "status": "gone"}"#, ["/status not-a-choice"]),
        (#"{"name": "A", "areas": ["legal", "technical"]}"#, []),
        (#"{"name": "A", "areas": "legal"}"#, ["/areas wrong-type"]),
        (#"{"name": "A", "areas": ["legal", "legal", "odd"]}"#, ["/areas/1 twice", "/areas/2 not-a-choice"]),
        (#"{"name": "A", "rsit": "rsit:fraud=\"phishing\""}"#, []),
        (#"{"name": "A", "rsit": "phishing"}"#, ["/rsit not-a-choice"]),
        (#"{"name": "A", "funded": "not-applicable"}"#, []),
        (#"{"name": "A", "funded": "maybe"}"#, ["/funded not-a-choice"]),
        (#"{"name": "A", "funded": "partly"}"#, ["/cost missing"]),
        (#"{"name": "A", "funded": "partly", "cost": {"amount": 1.5, "currency": "EUR"}}"#, []),
        (#"{"name": "A", "cost": {"amount": 1.5, "currency": "XAF"}}"#, ["/cost not-a-choice"]),
        (#"{"name": "A", "cost": 5}"#, ["/cost wrong-type"]),
        (#"{"name": "A", "begins": "2026-02-29"}"#, ["/begins no-time"]),
        (#"{"name": "A", "begins": "2024-02-29"}"#, []),
        (#"{"name": "A", "begins": "2026-03-01", "ends": "2026-02-01"}"#, ["/ends wrong-order"]),
        (#"{"name": "A", "meets": "2026-03-01T10:00:00Z"}"#, ["/meets not-asked"]),
        (#"{"name": "A", "status": "under-way", "meets": "2026-03-01T10:00+01:00[Africa/Tunis]"}"#, []),
        (#"{"name": "A", "status": "under-way", "meets": "2026-03-01T10:00:00"}"#, ["/meets no-time"]),
        (#"{"name": "A", "status": "under-way", "meets": "2026-03-01T10:00:00Z[Atlantis/North]"}"#, ["/meets no-time"]),
        (#"{"name": "A", "takes": "P1Y2M3DT4H"}"#, []), (#"{"name": "A", "takes": "P1M1Y"}"#, ["/takes no-time"]),
        (#"{"name": "A", "takes": "P"}"#, ["/takes no-time"]), (#"{"name": "A", "takes": "P1DT"}"#, ["/takes no-time"]),
        (#"{"name": "A", "people": 12}"#, []), (#"{"name": "A", "people": 1.5}"#, ["/people out-of-range"]),
        (#"{"name": "A", "people": 0}"#, ["/people out-of-range"]),
        (#"{"name": "A", "people": "12"}"#, ["/people wrong-type"]),
        (#"{"name": "A", "share": {"low": 10, "high": 20}}"#, []),
        (#"{"name": "A", "share": {"low": 20, "high": 10}}"#, ["/share wrong-order"]),
        (#"{"name": "A", "share": {"low": 10, "high": 200}}"#, ["/share out-of-range"]),
        (#"{"name": "A", "share": 10}"#, ["/share wrong-type"]),
        (#"{"name": "A", "saves": {"low": 1, "high": 2, "currency": "EUR"}}"#, []),
        (#"{"name": "A", "saves": {"low": 1, "high": 2}}"#, ["/saves not-a-choice"]),
        (#"{"name": "A", "lead_ref": "identity--6b6a5b52-1111-4222-8333-444455556666"}"#, []),
        (#"{"name": "A", "lead_ref": "report--6b6a5b52-1111-4222-8333-444455556666"}"#, ["/lead_ref bad-reference"]),
        (
            #"{"name": "A", "about_refs": ["concord-record--6b6a5b52-1111-4222-8333-444455556666", "x"]}"#,
            ["/about_refs/1 bad-reference"]
        ),
        (#"{"name": "A", "country": "TN"}"#, []), (#"{"name": "A", "country": "tn"}"#, ["/country bad-form"]),
        (#"{"name": "A", "country": "XV"}"#, []),
        (#"{"name": "A", "languages": ["pt-BR", "ar"]}"#, []),
        (#"{"name": "A", "languages": ["Portuguese"]}"#, ["/languages/0 bad-form"]),
        (#"{"name": "A", "networks": ["192.0.2.0/24", "2001:db8::/32", "AS64500", "bank.example"]}"#, []),
        (
            #"{"name": "A", "networks": ["AS1.5", "example", "300.1.1.1"]}"#,
            ["/networks/0 bad-form", "/networks/1 bad-form", "/networks/2 bad-form"]
        ),
        (#"{"name": "A", "site": "https://example.org/a?b"}"#, []),
        (#"{"name": "A", "site": "javascript:alert(1)"}"#, ["/site bad-form"]),
        (#"{"name": "A", "site": "https:///x"}"#, ["/site bad-form"]),
        (
            #"{"name": "A", "deliverables": [{"what": "Report", "due": "2026-01-01"}, {"due": "soon"}, 4]}"#,
            ["/deliverables/1/what missing", "/deliverables/1/due no-time", "/deliverables/2 wrong-type"]
        ),
        (#"{"name": "A", "deliverables": {}}"#, []),
        (#"{"name": "A", "deliverables": "x"}"#, ["/deliverables wrong-type"]),
    ])
    func `each value is judged by its field, and the place is told`(text: String, expected: [String]) throws {
        let found = try initiative().findings(in: values(text)) { $0 == "rsit" ? ["rsit:fraud=\"phishing\""] : nil }
        #expect(found.map { "\($0.pointer) \($0.code.rawValue)" } == expected, "\(text): \(found.map(\.sentence))")
        for finding in found { #expect(finding.sentence.hasSuffix(".") && finding.sentence.count > 15) }
    }

    @Test func `what is long or many is bounded`() throws {
        let kind = try initiative()
        let long = String(repeating: "a", count: 2_001)
        #expect(kind.findings(in: try values(#"{"name": "\#(long)"}"#)).map(\.code) == [.tooLong])
        let rows = String(repeating: #"{"what": "x"},"#, count: 500) + #"{"what": "x"}"#
        #expect(kind.findings(in: try values(#"{"name": "A", "deliverables": [\#(rows)]}"#)).map(\.code) == [.tooMany])
        let unknown = (0..<1_000).map { "\"x\($0)\": 1" }.joined(separator: ",")
        #expect(kind.findings(in: try values("{\(unknown)}")).count == Kind.mostFindings)
    }

    @Test func `what is overdue shows, until it is done`() throws {
        let kind = try initiative()
        let today = try #require(FullDate("2026-11-30"))
        func isOverdue(_ row: String) throws -> Bool {
            kind.isOverdue(try values(#"{"name": "A", "deliverables": [\#(row)]}"#), on: today)
        }
        #expect(try isOverdue(#"{"what": "x", "due": "2026-11-29"}"#))
        #expect(try !isOverdue(#"{"what": "x", "due": "2026-11-30"}"#))
        #expect(try !isOverdue(#"{"what": "x", "due": "2026-11-29", "done": "yes"}"#))
        #expect(try isOverdue(#"{"what": "x", "due": "2026-11-29", "done": "partly"}"#))
        #expect(try !isOverdue(#"{"what": "x", "due": "soon"}"#))
    }

    @Test func `values and titles read in the language of the reader`() throws {
        let kind = try initiative()
        let all = try values(
            #"{"name": "Clean", "country": "TN", "status": "planned", "people": 3, "share": {"low": 1, "high": 2}, "cost": {"amount": 5, "currency": "EUR"}, "languages": ["fr", "ar"]}"#
        )
        func text(_ name: String, _ language: String) throws -> String {
            kind.text(of: try #require(all[name]), try #require(kind.field(name)), in: language)
        }
        #expect(
            kind.title(of: all, in: "en") == "Clean (Tunisia)" && kind.title(of: all, in: "fr") == "Clean (Tunisie)")
        #expect(kind.title(of: try values(#"{"name": "Clean"}"#), in: "en") == "Clean")
        #expect(try text("status", "fr") == "Prévue" && text("status", "ar") == "Planned")
        #expect(try text("people", "en") == "3\u{A0}people" && text("share", "en") == "1–2\u{A0}%")
        #expect(try text("cost", "en") == "5\u{A0}EUR" && text("languages", "en") == "French, Arabic")
    }

    @Test func `a phrase falls back to a variety, to English, to the first`() throws {
        let phrase = try #require(
            Phrase([
                .init(language: "es", text: "uno"), .init(language: "en-GB", text: "one"),
                .init(language: "pt-BR", text: "um"),
            ]))
        #expect(phrase.text(for: "es") == "uno" && phrase.text(for: "pt") == "um" && phrase.text(for: "PT-br") == "um")
        #expect(phrase.best(for: "ar") == .init(language: "en-GB", text: "one"))
        #expect(Phrase([.init(language: "es", text: "uno")])?.text(for: "ar") == "uno")
        #expect(Phrase([]) == nil)
    }

    @Test func `days, moments and lengths of time are those of the calendar`() throws {
        #expect(FullDate("2100-02-29") == nil && FullDate("2000-02-29") != nil && FullDate("26-1-1") == nil)
        #expect(FullDate("2026-12-31")?.next == FullDate("2027-01-01"))
        let moment = try #require(ZonedMoment("2026-03-01T10:00:00+01:00[Africa/Tunis]"))
        #expect(moment.zone == "Africa/Tunis" && moment.date == ZonedMoment("2026-03-01T09:00Z")?.date)
        let year = try #require(ISODuration("P1Y"))
        #expect(year.after(try #require(FullDate("2024-02-29")).start) == FullDate("2025-02-28")?.start)
        #expect(ISODuration("P2W")?.days == 14 && ISODuration("PT90M")?.seconds == 5_400 && ISODuration("PT") == nil)
    }

    @Test func `two versions are compared in words`() throws {
        let before = try kind(
            fields: "  - {field: name, type: text, label: {en: Name}}\n  - {field: old, type: date, label: {en: Old}}")
        let after = try kind(
            fields:
                "  - {field: name, type: text, required: yes, label: {en: Title}}\n  - {field: state, type: choice, choices: [{choice: open, label: {en: Open}}], label: {en: State}}",
            "review: P1Y")
        #expect(
            after.changes(since: before).map { "\($0.effect.rawValue): \($0.sentence)" } == [
                "stricter: name must be filled in now, where its condition says so.",
                "compatible: name is called otherwise.",
                "compatible: state is asked now.", "lost: old is asked no more.",
                "compatible: It must be looked at after P1Y now.",
            ])
        #expect(before.changes(since: before).isEmpty)
    }

    @Test func `a clock in working hours passes nights and weekends over, however long it runs`() throws {
        func clock(_ within: String) throws -> LifeClock {
            let text =
                "states: [{state: open, label: {en: Open}}]\nclocks: [{clock: answer, while: open, within: \(within), working_hours: yes, then: desk, label: {en: Answer}}]"
            return try #require(try kind(text).clocks.first)
        }
        func moment(_ text: String) throws -> Date { try #require(ZonedMoment(text)).date }
        // A Friday.
        let friday = try moment("2026-11-27T16:00Z")
        #expect(try clock("PT2H").due(since: friday) == moment("2026-11-30T10:00Z"))
        #expect(try clock("PT1H").due(since: friday) == moment("2026-11-27T17:00Z"))
        #expect(try clock("P1D").due(since: moment("2026-11-28T12:00Z")) == moment("2026-11-30T17:00Z"))
        #expect(try clock("P5D").due(since: moment("2026-11-30T00:00Z")) == moment("2026-12-04T17:00Z"))
        var late = friday
        let took = try ownTime { () throws in late = try clock("P10Y").due(since: friday) }
        #expect(try late > moment("2036-01-01T00:00Z"))
        #expect(took < .seconds(2))
        #expect(throws: KindFault.self) { try clock("P11Y") }
        #expect(throws: KindFault.self) { try clock("P1000000M") }
    }
}
