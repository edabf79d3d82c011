import Foundation
import Hall
import Ledger
import STIX
import Testing
import Web

@testable import concord

/// What stands in one language and is read in others.
struct TranslationTests {
    static let guide = [
        ("name", "Your phone was stolen"), ("purpose", "You know whom to call."), ("audience", "home-users"),
        ("steps.0.step", "Call your operator."), ("steps.1.step", "Change your passwords."), ("help", "Call 1717."),
        ("reading_level", "b1-or-easier"), ("text", "Stay calm."), ("work_areas", "capacity"),
    ]
    static let arabic = [
        ("name", "سُرق هاتفك"), ("purpose", "تعرف بمن تتصل."), ("steps/0/step", "اتصل بمشغّلك."),
        ("steps/1/step", "غيّر كلمات مرورك."), ("help", "اتصل بالرقم 1717."),
    ]

    @Test func `M5, K16 and K17: a guide is read in its reader’s language, and says when the original changed`()
        async throws
    {
        let records = try await Records(showing: ["guide"])
        let id = try await records.say("guide", Self.guide)
        records.turn(1)
        // Until somebody translates it, it falls back, and says so.
        let before = try await records.page("/objects/\(id)", in: "ar")
        #expect(before.contains("Your phone was stolen") && before.contains("لم يُترجم إلى لغتك بعد"))
        let preview = try await records.translate(id, into: "ar", Self.arabic)
        #expect(try await records.page(preview, as: records.desk).contains("اتصل بمشغّلك"))
        #expect(try await records.publish(preview, as: records.desk) == id)
        let page = try await records.page("/objects/\(id)", in: "ar")
        #expect(page.contains("<h1 lang=\"ar\"><bdi>سُرق هاتفك"), "\(page)")
        let read = try #require(page.components(separatedBy: "<section id=\"raw\">").first)
        #expect(
            read.contains("غيّر كلمات مرورك") && !read.contains("Change your passwords"), "the data are its author's")
        #expect(!page.contains("لم يُترجم إلى لغتك بعد") && !page.contains("تغيّر الأصل"))
        #expect(try await records.page("/learn/guide", in: "ar").contains("سُرق هاتفك"))
        #expect(try await records.page("/learn/guide/booklet", in: "ar").contains("غيّر كلمات مرورك"))
        #expect(try await records.page("/learn", in: "ar").contains("سُرق هاتفك"))
        // Others read it as it was written, in both languages on request.
        let english = try await records.page("/objects/\(id)")
        #expect(english.contains("Your phone was stolen") && english.contains("hreflang=\"ar\""))
        #expect(try await records.page("/objects/\(id)?in=ar").contains("سُرق هاتفك"))
        #expect(try await records.page("/objects/\(id)?in=original", in: "ar").contains("Your phone was stolen"))
        // Programs get the words of the author.
        #expect(try await records.json("/learn/guide.json")["items"]?[0]?["name"]?.string == "Your phone was stolen")
        // The original changes: the translation is flagged wherever it is read, and in the form that renews it.
        records.turn(2)
        try await records.correct(id, Self.guide.map { $0.0 == "help" ? ($0.0, "Call 1818.") : $0 }, of: "guide")
        let stale = try await records.page("/objects/\(id)", in: "ar")
        #expect(stale.contains("سُرق هاتفك") && stale.contains("تغيّر الأصل منذ هذه الترجمة"))
        #expect(try await records.page("/learn/guide", in: "ar").contains("ترجمة قديمة"))
        #expect(try await records.page("/learn/guide/booklet", in: "ar").contains("ترجمة قديمة"))
        let own = try await records.page("/objects/\(id)", as: records.desk)
        let content = try #require(own.firstMatch(of: /action="(\/objects\/language-content--[a-z0-9-]+\/correct)"/)?.1)
        let draft = try records.follow(try await records.world.ask(String(content), session: records.desk, form: []))
        let form = try await records.page(draft, as: records.desk)
        #expect(form.contains("Call 1818.") && form.contains("اتصل بالرقم 1717."))
        #expect(form.components(separatedBy: "has changed since it was translated").count == 2, "one text of five")
        let version = try #require(form.firstMatch(of: /name="version" value="([^"]+)"/)?.1)
        let renewed = try records.follow(
            try await records.world.ask(
                draft, session: records.desk,
                form: [
                    (name: "version", value: String(version)), (name: "language", value: "ar"),
                    (
                        name: "t/extensions/\(KnownExtension.kindValues.definition.id)/values/help",
                        value: "اتصل بالرقم 1818."
                    ),
                ]))
        _ = try await records.publish(renewed, as: records.desk)
        let fresh = try await records.page("/objects/\(id)", in: "ar")
        #expect(fresh.contains("1818") && !fresh.contains("تغيّر الأصل"))
        #expect(try await !records.page("/learn/guide", in: "ar").contains("ترجمة قديمة"))
    }

    @Test func `what another organisation translates is offered, and replaces nobody's words`() async throws {
        let records = try await Records(showing: ["guide"])
        let id = try await records.say("guide", Self.guide, into: "g")
        records.turn(1)
        let lie = [("name", "Rien à craindre"), ("purpose", "Ne faites rien.")]
        let preview = try await records.translate(id, into: "fr", lie, in: "g", as: records.member)
        _ = try await records.publish(preview, as: records.member)
        let page = try await records.page("/objects/\(id)", as: records.desk, in: "fr")
        #expect(page.contains("Your phone was stolen") && !page.contains("Rien à craindre"))
        let link = try #require(page.firstMatch(of: /href="(\/objects\/[^"]*\?in=fr&amp;by=[^"]*)"/)?.1)
        let asked = try await records.page(String(link).replacing("&amp;", with: "&"), as: records.desk, in: "fr")
        #expect(asked.contains("Rien à craindre") && asked.contains("non confirmée par l’auteur"))
        #expect(try await !records.page("/learn/guide", as: records.desk, in: "fr").contains("Rien à craindre"))
    }

    @Test func `the words of an object go nowhere where it does not stand, and its drafts are forgotten with it`()
        async throws
    {
        let records = try await Records(showing: ["guide"])
        let id = try await records.say("guide", Self.guide, into: "g")
        let form = [
            (name: "kind", value: "translation"), (name: "about", value: id), (name: "language", value: "fr"),
            (name: "collection", value: try await records.collection("public")),
        ]
        #expect(try await records.world.ask("/drafts/new", session: records.desk, form: form).status == 404)
        #expect(try await records.world.ask("/drafts/new?kind=translation&about=\(id)", session: nil).status != 200)
        // Of a list one row may be translated and another not; the page says what is left.
        let draft = try await records.translate(
            id, into: "fr", [("name", "Votre téléphone"), ("steps/1/step", "Changez vos mots de passe.")], in: "g")
        #expect(try await records.page(draft, as: records.desk).contains("/publish\""))
        #expect(try await records.page("/drafts", as: records.desk).contains("Your phone was stolen"))
        let other = try await records.translate(
            id, into: "fr", [("name", "Votre téléphone"), ("steps/1/step", "Changez vos mots de passe.")], in: "g")
        _ = try await records.publish(other, as: records.desk)
        let read = try await records.page("/objects/\(id)", as: records.desk, in: "fr")
        #expect(read.contains("Changez vos mots de passe.") && read.contains("Call your operator."))
        #expect(read.contains("4 textes ne sont pas traduits."))
        let said = try #require(try await Reader.machine(of: records.world.ledger).translations(of: id).first)
        _ = try await records.world.ask(
            "/objects/\(id)/erase", session: records.desk,
            form: [(name: "reason", value: "asked"), (name: "confirm", value: id)])
        #expect(try await records.world.ask(draft, session: records.desk).status == 404)
        #expect(try await records.world.ask("/objects/\(said)/json", session: records.desk).status == 404)
        #expect(try await records.world.ask("/objects/\(said)", session: records.desk).status == 404)
    }

    @Test func `a translation says words alone, whatever stands in it`() throws {
        let object = try JSON.parse(
            Array(
                #"{"id":"report--1","type":"report","name":"A","description":"B","published":"2026-01-01T00:00:00Z","object_refs":["x"]}"#
                    .utf8))
        let said = try JSON.parse(
            Array(
                #"{"id":"language-content--1","object_ref":"report--1","contents":{"fr":{"name":"a","id":"evil","published":"1999","object_refs":["y"],"description":["b"]}}}"#
                    .utf8))
        let translation = try #require(Translation.all(in: said).first)
        let read = translation.applied(to: object, kind: nil)
        #expect(read["name"]?.string == "a" && read["description"]?.string == "B")
        for name in ["id", "type", "published", "object_refs"] { #expect(read[name] == object[name]) }
    }

    @Test func `what is no tag of a language is none, and of very many languages some are read`() throws {
        let tags = ["fr", "\"><script>", "", "de\u{0}", "fr_FR", "pt-BR"]
        let contents = JSON.object(tags.map { .init(name: $0, value: .object([.text("name", "x")])) })
        func said(_ contents: JSON) -> [String] {
            Translation.all(
                in: .object([
                    .text("id", "language-content--1"), .text("object_ref", "report--1"),
                    .init(name: "contents", value: contents),
                ])
            ).map(\.language)
        }
        #expect(said(contents) == ["fr", "pt-BR"])
        let many = JSON.object((0..<1_000).map { .init(name: "fr-x\($0)", value: .object([.text("name", "x")])) })
        #expect(said(many).count == 40)
    }

    @Test func `K19 and K16: how hard a guide is to read is measured, and whether it fits a page`() async throws {
        let records = try await Records(showing: ["guide"])
        let easy = String(repeating: "Call your bank at once. Tell them what you saw. ", count: 5)
        let plain = Self.guide.map { $0.0 == "text" ? ($0.0, easy) : $0.0 == "audience" ? ($0.0, "children") : $0 }
        let preview = try await records.draft("guide", plain, into: "public", as: records.desk)
        #expect(try await records.page(preview, as: records.desk).contains("words, reads as a book for children"))
        let id = try await records.publish(preview, as: records.desk)
        let page = try await records.page("/objects/\(id)")
        #expect(page.contains("words, reads as a book for children") && !page.contains("harder to read"))
        let hard = String(
            repeating: "Organisational considerations necessitate comprehensive interoperability assessments. ",
            count: 60)
        let dense = Self.guide.map { $0.0 == "text" ? ($0.0, hard) : $0 }
        let warned = try await records.page(
            try await records.draft("guide", dense, into: "public", as: records.desk), as: records.desk)
        #expect(warned.contains("harder to read than it says") && warned.contains("longer than one printed page"))
    }
}
