import Foundation
import Ledger
import STIX
import TestSupport
import Testing
import Web

@testable import Desk

/// What is written, from the first word to its withdrawal, as the site answers it.
@Suite struct StoryTests {
    static let advisory = [
        ("title", "Forged update prompts"), ("text", "Attackers use CVE-2026-1234 and cve-2026-1234.\n\n- Patch."),
        ("report-types", "vulnerability"), ("tags", "rsit:fraud=\"phishing\""), ("tags", "PAP:GREEN"),
        ("labels", "phones, banks"), ("values", "hxxp://updates[.]lantern[.]example/a\n198.51.100.7"),
        ("references", "Lantern https://www.valdoria.example/lantern"), ("marking", ""),
    ]

    @Test func `an advisory from draft to withdrawal`() async throws {
        let gateway = try await DeskGateway()
        let collection = try await gateway.collection("public").id
        let draft = try await gateway.follow(
            "analyst", "/drafts/new", Self.advisory + [("kind", "advisory"), ("collection", collection)])
        let preview = try await gateway.ask("analyst", draft).text
        #expect(preview.contains("Everyone will see this, without signing in."))
        #expect(preview.contains("CVE-2026-1234"))
        #expect(try await gateway.ask("analyst", "/drafts").text.contains("Forged update prompts"))
        #expect(try await gateway.ask(nil, "/types").text.contains("/types/report") == false)

        let address = try await gateway.publish("colleague", draft: draft)
        let report = try await gateway.object(address, as: nil)
        #expect(report.text("name") == "Forged update prompts")
        #expect(report.texts("labels") == ["rsit:fraud=\"phishing\"", "PAP:GREEN", "phones", "banks"])
        #expect(report.texts("object_refs").count == 3)
        #expect(report.texts("object_marking_refs") == [TLP.clear.markingID])
        let author = try #require(report.text("created_by_ref"))
        #expect(try await gateway.object("/objects/\(author)", as: nil).text("name") == "CIRT Valdoria")
        // All objects of one publication are one batch: the author, a weakness, two indicators, the report.
        #expect(try await gateway.collection("public").size == 6)
        #expect(try await gateway.ask("analyst", draft).status == 404)
        #expect(try await gateway.ask("analyst", draft + "/publish", post: [("stamp", "1")]).status == 404)

        let form = try await gateway.follow("analyst", address + "/correct", [])
        let page = try await gateway.ask("analyst", form).text
        #expect(page.contains("value=\"Forged update prompts\""))
        let corrected = String(form.dropLast("/edit".count))
        let fields = Self.advisory.map { $0.0 == "title" ? ($0.0, "Forged prompts") : $0 }.filter { $0.0 != "values" }
        let about = report.texts("object_refs").joined(separator: "\n")
        _ = try await gateway.follow("analyst", form, fields + [("about", about), ("marking", "clear")])
        #expect(try await gateway.publish("analyst", draft: corrected) == address)
        let second = try await gateway.object(address, as: nil)
        #expect(second.text("name") == "Forged prompts")
        #expect(second["created"] == report["created"])
        #expect(second["published"] == report["published"])
        #expect(try #require(second.text("modified")) > #require(report.text("modified")))
        // The weakness is the one that stands already.
        #expect(Set(second.texts("object_refs")) == Set(report.texts("object_refs")))

        let question = try await gateway.ask("analyst", address + "/withdraw")
        #expect(question.status == 200)
        let without = try await gateway.ask("analyst", address + "/withdraw", post: [("collection", collection)])
        #expect(without.status == 422 && without.text.contains("reason-error"))
        _ = try await gateway.follow(
            "analyst", address + "/withdraw", [("collection", collection), ("reason", "It was a drill.")])
        #expect(try await gateway.ask(nil, address + ".json").status == 404)
        #expect(try await gateway.ask(nil, address).text.contains("Withdrawn from"))
        // Whose hand it was is for those who decide there: in every language, and for nobody else.
        let log = "/collections/\(collection)"
        for (language, words) in [("en", "by "), ("fr", "par "), ("ar", "بواسطة ")] {
            let text = try await gateway.ask("colleague", log, language: language).text
            #expect(text.contains(words + "<bdi>analyst</bdi>"), "\(text)")
        }
        for other in ["member", "stranger", "looker", nil] {
            #expect(try await !gateway.ask(other, log).text.contains("analyst"))
        }
    }

    @Test func `remarks stand on the page of what they are about, as far as their readers look`() async throws {
        let gateway = try await DeskGateway()
        let address = try await gateway.publish("analyst", "advisory", into: "public", [("title", "T"), ("text", "x")])
        let id = String(address.dropFirst("/objects/".count))
        _ = try await gateway.publish("analyst", "note", into: "public", [("about", id), ("text", "A first note")])
        _ = try await gateway.publish("analyst", "note", into: "desk", [("about", id), ("text", "Among ourselves")])
        _ = try await gateway.publish(
            "member", "opinion", into: "group", [("about", id), ("opinion", "strongly-agree")])
        let sighting = [("about", id), ("count", "3"), ("first", "2025-12-30"), ("last", "2025-12-31 13:05")]
        _ = try await gateway.publish("member", "sighting", into: "group", sighting)

        let open = try await gateway.ask(nil, address).text
        #expect(open.contains("A first note"))
        for hidden in ["Among ourselves", "Strongly agree", "Bank of Valdoria", "id=\"sightings\""] {
            #expect(!open.contains(hidden), "\(hidden)")
        }
        let group = try await gateway.ask("member", address).text
        #expect(group.contains("Strongly agree") && !group.contains("Among ourselves"))
        #expect(group.contains("saw it 3 times, from"))
        let desk = try await gateway.ask("analyst", address).text
        let order = ["A first note", "Among ourselves", "Strongly agree"].map { desk.range(of: $0)?.lowerBound }
        #expect(order.compactMap(\.self).count == 3 && order.compactMap(\.self) == order.compactMap(\.self).sorted())
    }

    @Test func `what is seen of a bare value is observed data`() async throws {
        let gateway = try await DeskGateway()
        let id = "ipv4-addr--ff26c055-6336-5bc5-b98d-13d6226742dd"
        let value = #"{"type":"ipv4-addr","spec_version":"2.1","id":"\#(id)","value":"198.51.100.3"}"#
        try await gateway.admit(value, into: "desk")
        let address = try await gateway.publish(
            "analyst", "sighting", into: "desk", [("about", id), ("count", "2"), ("text", "In the log")])
        let seen = try await gateway.object(address, as: "analyst")
        #expect(seen.text("type") == "observed-data")
        #expect(seen["number_observed"]?.number?.text == "2")
        #expect(seen.texts("object_refs") == [id])
    }

    @Test func `an indicator set is found by its name, one indicator by itself`() async throws {
        let gateway = try await DeskGateway()
        let one = try await gateway.publish("member", "indicators", into: "group", [("values", "198.51.100.0/26")])
        #expect(
            try await gateway.object(one, as: "member").text("pattern")
                == "[ipv4-addr:value ISSUBSET '198.51.100.0/26']")
        let set = try await gateway.publish(
            "member", "indicators", into: "group",
            [
                ("title", "Lantern"),
                ("values", "c2.lantern.example\n2001:db8::7\n" + String(repeating: "ab", count: 32)),
            ])
        let grouping = try await gateway.object(set, as: "member")
        #expect(grouping.text("type") == "grouping" && grouping.texts("object_refs").count == 3)
        #expect(try await gateway.ask("stranger", set).status == 404)
        #expect(try await gateway.ask(nil, set).status == 404)
    }

    @Test func `an advisory as text and as mail begins with its marking`() async throws {
        let gateway = try await DeskGateway()
        let address = try await gateway.publish(
            "analyst", "advisory", into: "group", [("title", "تحديث مزيّف = alarm"), ("text", "Über CVE-2026-1234.")])
        for person in [nil, "stranger"] {
            #expect(try await gateway.ask(person, address + ".txt").status == 404)
            #expect(try await gateway.ask(person, address + ".eml").status == 404)
        }
        let text = try await gateway.ask("member", address + ".txt")
        #expect(text.text.hasPrefix("TLP:AMBER\n"))
        #expect(text.text.contains("Vulnerability: CVE-2026-1234"))
        let mail = try await gateway.ask("member", address + ".eml").text
        #expect(mail.contains("Subject: =?utf-8?B?"))
        #expect(mail.contains("\r\n\r\nTLP:AMBER\r\n"))
        #expect(mail.contains("=C3=9Cber"))
        #expect(mail.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 76 || $0.hasPrefix("Message-ID") })
    }

    @Test func `erasing is for administrators, and leaves nothing`() async throws {
        let gateway = try await DeskGateway()
        let address = try await gateway.publish("analyst", "advisory", into: "public", [("title", "T"), ("text", "x")])
        let id = String(address.dropFirst("/objects/".count))
        #expect(
            try await gateway.ask("analyst", address + "/erase", post: [("reason", "r"), ("confirm", id)]).status == 403
        )
        #expect(try await gateway.ask("admin", address + "/erase", post: [("reason", "r")]).status == 422)
        let there = try await gateway.follow("admin", address + "/erase", [("reason", "r"), ("confirm", id)])
        #expect(there == "/drafts?done=erased&backups=0")
        for person in [nil, "admin"] { #expect(try await gateway.ask(person, address).status == 404) }
    }

    @Test func `an erasure that is refused leaves the drafts, and one that is not takes them`() async throws {
        let gateway = try await DeskGateway()
        let address = try await gateway.publish("analyst", "advisory", into: "public", [("title", "T"), ("text", "x")])
        let id = String(address.dropFirst("/objects/".count))
        let draft = try await gateway.follow("analyst", address + "/correct", [])
        let tooLong = String(repeating: "r", count: 2_001)
        #expect(
            try await gateway.ask("admin", address + "/erase", post: [("reason", tooLong), ("confirm", id)]).status
                == 422)
        await #expect(throws: LedgerError.self) {
            try await gateway.desk.erase(id, version: Timestamp(microseconds: 1), reason: "r", by: .test)
        }
        #expect(try await gateway.ask("analyst", draft).status == 200)
        _ = try await gateway.follow("admin", address + "/erase", [("reason", "r"), ("confirm", id)])
        #expect(try await gateway.ask("analyst", draft).status == 404)
    }
}
