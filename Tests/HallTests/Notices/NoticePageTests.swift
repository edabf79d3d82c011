import Ledger
import Mail
import Outside
import STIX
import TestSupport
import Testing
import Web
import Work

@testable import Hall

@Suite struct NoticePageTests {
    private let gateway: NoticeGateway

    init() async throws { gateway = try await NoticeGateway() }

    private func location(_ answer: Answer) -> String? { answer.headers.first { $0.name == "Location" }?.value }

    @Test func `the page shows what is not seen, and what was`() async throws {
        try await gateway.notify(.account("analyst"), .urgent, kind: "fire", key: "1")
        try await gateway.notify(.account("analyst"), .soon, key: "2")
        try await gateway.work()
        let page = try await gateway.page("analyst", "/notices")
        #expect(page.contains("It burns at the &lt;pier&gt;.") && !page.contains("<pier>"))
        let fire = try #require(page.firstRange(of: "It burns")), bell = try #require(page.firstRange(of: "A bell"))
        #expect(fire.lowerBound < bell.lowerBound)
        #expect(page.contains("urgent") && page.contains("All of it seen") && !page.contains("Seen before"))
        let moment = "\(gateway.clock.now.microseconds)"
        let number = try #require(try await gateway.unseen().first { $0.key == "2" }).number
        let answer = try await gateway.ask("analyst", "/notices", form: [("numbers", "\(number)"), ("moment", moment)])
        #expect(answer.status == 303)
        #expect(try await gateway.unseen().map(\.key) == ["1"])
        #expect(try await gateway.page("analyst", "/notices").contains("Seen before"))
        let left = try await gateway.unseen().map { "\($0.number)" }.joined(separator: " ")
        #expect(try await gateway.page("analyst", "/notices").contains("name=\"numbers\" value=\"\(left)\""))
        _ = try await gateway.ask("analyst", "/notices", form: [("numbers", left), ("moment", moment)])
        #expect(try await gateway.unseen().isEmpty)
        #expect(try await gateway.page("analyst", "/notices").contains("nothing that you have not seen"))
    }

    @Test func `nobody sees, or has seen, what is another's`() async throws {
        try await gateway.notify()
        try await gateway.work()
        #expect(try await !gateway.page("admin", "/notices").contains("A bell"))
        let moment = "\(gateway.clock.now.microseconds)"
        _ = try await gateway.ask("admin", "/notices", form: [("numbers", "1 2 3"), ("moment", moment)])
        #expect(try await gateway.unseen().count == 1)
        let way = try await gateway.addProgram()
        for act in ["remove", "try"] {
            #expect(try await gateway.ask("admin", "/notices/ways/\(way.id)", form: [("do", act)]).status == 404)
        }
        #expect(try await gateway.table.ways(of: "analyst").count == 1)
        #expect(try await !gateway.page("admin", "/notices/ways").contains("/bin/ring"))
    }

    /// A token that leaked must not have its owner's notices sent elsewhere.
    @Test(arguments: ["/notices", "/notices/ways"]) func `a program with a token has no such pages`(_ path: String)
        async throws
    {
        #expect(try await gateway.ask("analyst", path, isProgram: true).status == 404)
        let way = try await gateway.addProgram()
        for (place, form) in [
            ("/notices", [("numbers", "1"), ("moment", "9")]), ("/notices/ways", [("place", "https://hook.example/")]),
            ("/notices/ways/\(way.id)", [("do", "remove")]), ("/notices/settings", [("digest", "08:00")]),
            ("/notices/watch", []),
        ] {
            #expect(try await gateway.ask("analyst", place, form: form, isProgram: true).status == 404)
        }
        #expect(try await gateway.table.ways(of: "analyst").count == 1)
    }

    @Test func `who looks as somebody else, and a stranger, have none`() async throws {
        for path in ["/notices", "/notices/ways"] {
            #expect(try await gateway.ask("looker", path).status == 403)
            let stranger = try await gateway.ask(nil, path).status
            #expect(stranger == 303 || stranger == 401)
        }
    }

    @Test func `a webhook is entered, and its key shown once`() async throws {
        let answer = try await gateway.ask(
            "analyst", "/notices/ways", form: [("place", " https://hook.example/ring "), ("least", "urgent")])
        let page = String(decoding: answer.body, as: UTF8.self)
        #expect(answer.status == 200 && page.contains("whsec_"))
        let way = try #require(try await gateway.table.ways(of: "analyst").first)
        #expect(way.place == .webhook("https://hook.example/ring", .internet) && way.least == .urgent)
        #expect(try await !gateway.page("analyst", "/notices/ways").contains("whsec_"))
        #expect(try await !gateway.page("analyst", "/notices/ways").contains(way.secret))
        let again = try await gateway.ask("analyst", "/notices/ways", form: [("place", "https://hook.example/ring")])
        #expect(again.status == 422)
        #expect(try await gateway.ask("analyst", "/notices/ways/\(way.id)", form: [("do", "remove")]).status == 303)
        #expect(try await gateway.table.ways(of: "analyst").isEmpty)
    }

    @Test func `what can't be taken is said, and what was typed stays`() async throws {
        for place in ["https://10.0.0.1/<ring>", "nonsense", "a@b@c.example"] {
            let answer = try await gateway.ask(
                "analyst", "/notices/ways", form: [("place", place), ("least", "urgent")])
            let page = String(decoding: answer.body, as: UTF8.self)
            #expect(answer.status == 422 && page.contains("role=\"alert\""))
            #expect(page.contains("value=\"\(place.replacing("<", with: "&lt;").replacing(">", with: "&gt;"))\""))
            #expect(page.contains("<option value=\"urgent\" selected>"))
        }
        let answer = try await gateway.ask(
            "analyst", "/notices/settings",
            form: [("zone", "Mars/Olympus"), ("quiet-from", "22:00"), ("quiet-until", "06:00"), ("digest", "09:30")])
        let page = String(decoding: answer.body, as: UTF8.self)
        #expect(answer.status == 422 && page.contains("Mars/Olympus") && page.contains("value=\"09:30\""))
        for form in [
            [("digest", "25:00")], [("digest", "08:00"), ("quiet-from", "10:00")],
            [("digest", "08:00"), ("quiet-from", "10:00"), ("quiet-until", "10:00")],
        ] {
            #expect(try await gateway.ask("analyst", "/notices/settings", form: form).status == 422)
        }
        #expect(try await gateway.table.settings(of: "analyst") == NoticeSettings())
    }

    @Test func `hours, language and what is muted are kept`() async throws {
        let form = [
            ("language", "fr"), ("zone", "Africa/Tunis"), ("quiet-from", "22:00"), ("quiet-until", "06:30"),
            ("digest", "07:15"), ("muted", "bell"), ("muted", "fire"), ("muted", "nothing"),
        ]
        #expect(try await gateway.ask("analyst", "/notices/settings", form: form).status == 303)
        let settings = try await gateway.table.settings(of: "analyst")
        #expect(settings.language == .french && settings.muted == ["bell"])
        #expect(settings.hours == NoticeHours(zone: "Africa/Tunis", quiet: .init(from: 1_320, until: 390), digest: 435))
        let page = try await gateway.page("analyst", "/notices/ways")
        #expect(page.contains("value=\"06:30\"") && page.contains("value=\"bell\" checked"))
        #expect(try await gateway.table.settings(of: "admin") == NoticeSettings())
    }

    @Test func `only what somebody reads can be watched, and is offered`() async throws {
        let page = try await gateway.page("member", "/notices/ways")
        #expect(page.contains("Public") && !page.contains("Harbour case"))
        let form = [("collection", gateway.desk.id), ("collection", gateway.open.id)]
        #expect(try await gateway.ask("member", "/notices/watch", form: form).status == 303)
        #expect(try await gateway.table.watched(by: "member") == [gateway.open.id])
        #expect(try await gateway.page("member", "/notices/ways").contains("value=\"\(gateway.open.id)\" checked"))
    }

    @Test func `a person has so many ways, and letters are asked for so often`() async throws {
        try await gateway.setMail()
        for number in 0..<5 {
            let form = [("place", "a\(number)@cirt.example")]
            #expect(try await gateway.ask("analyst", "/notices/ways", form: form).status == 303)
        }
        #expect(try await gateway.ask("analyst", "/notices/ways", form: [("place", "b@cirt.example")]).status == 429)
        // Nor is one address asked for by many.
        for person in ["admin", "member"] {
            for _ in 0..<2 {
                _ = try await gateway.ask(person, "/notices/ways", form: [("place", "victim@cirt.example")])
                for way in try await gateway.table.ways(of: person) {
                    try await gateway.hall.removeWay(way.id, of: person)
                }
            }
        }
        _ = try await gateway.ask("admin", "/notices/ways", form: [("place", "victim@cirt.example")])
        for way in try await gateway.table.ways(of: "admin") { try await gateway.hall.removeWay(way.id, of: "admin") }
        #expect(try await gateway.ask("admin", "/notices/ways", form: [("place", "victim@cirt.example")]).status == 429)
        for number in 0..<8 {
            let place = NoticeWay.Place.program("/bin/\(number)")
            if number < 3 {
                _ = try await gateway.hall.addWay(place, for: "analyst", least: .soon)
            } else {
                await #expect { _ = try await gateway.hall.addWay(place, for: "analyst", least: .soon) } throws: {
                    ($0 as? NoticeError)?.code == .tooMany
                }
            }
        }
    }

    @Test func `of what is to be told of a collection, whoever does not read it knows no row of work`() async throws {
        let closed = try await gateway.ledger.createCollection(alias: "g", title: "Group", audience: .group("g"))
        let collection = try #require(try await Reader.machine(of: gateway.ledger).collection(closed.id))
        try await gateway.notify(.whoMay(.decide), key: "hidden", in: collection)
        try await gateway.notify(.whoMay(.decide), key: "open", in: gateway.desk)
        let page = try await gateway.page("admin", "/work")
        #expect(page.contains(gateway.desk.id) && !page.contains(collection.id))
        let rows = try await WorkTable(gateway.ledger).rows(of: "notice", limit: 9)
        for row in rows {
            let form = [("kind", "notice"), ("key", row.key), ("do", "drop")]
            let isHidden = row.key.contains(collection.id)
            #expect(try await gateway.ask("admin", "/work", form: form).status == (isHidden ? 404 : 303))
        }
        #expect(try await WorkTable(gateway.ledger).rows(of: "notice", limit: 9).count == 1)
    }

    @Test func `a way is tried a few times, not often`() async throws {
        let way = try await gateway.addProgram()
        for _ in 0..<5 {
            #expect(try await gateway.ask("analyst", "/notices/ways/\(way.id)", form: [("do", "try")]).status == 303)
        }
        #expect(try await gateway.ask("analyst", "/notices/ways/\(way.id)", form: [("do", "try")]).status == 429)
        try await gateway.work()
        #expect(gateway.rings().count == 1)
        #expect(try await gateway.ask("analyst", "/notices/ways/\(way.id)", form: [("do", "burn")]).status == 400)
    }

    @Test(arguments: Language.allCases) func `pages are in every language, and whole`(_ language: Language) async throws
    {
        try await gateway.notify(.account("analyst"), .urgent)
        try await gateway.work()
        try await gateway.addProgram()
        let words = NoticeWords.in(language)
        for (path, title) in [("/notices", words.title), ("/notices/ways", words.waysTitle)] {
            let page = try await gateway.page("analyst", path, language: language.rawValue)
            #expect(page.contains("<html lang=\"\(language.rawValue)\"") && page.contains("<h1>\(title)</h1>"))
        }
    }

    @Test func `nothing that people read stands in code`() async throws {
        try await gateway.notify(.account("analyst"), .urgent)
        try await gateway.work()
        try await gateway.addProgram()
        var pages: [(String, String, String)] = []
        for (person, path) in [("analyst", "/notices"), ("analyst", "/notices/ways"), ("admin", "/work")] {
            pages.append(
                (path, try await gateway.page(person, path), try await gateway.page(person, path, language: "zh")))
        }
        #expect(untranslated(pages, data: ["A bell", "A bell rings at the <pier>.", "A fire"]).isEmpty)
    }

    @Test func `every kind that a domain declares says something with and without a name`() {
        for language in Language.allCases {
            for kind in gateway.hall.notices.all {
                #expect(!kind.title(language).isEmpty && !kind.sentence(language, nil).isEmpty)
                #expect(!kind.sentence(language, "x").contains("nil"))
            }
        }
    }
}
