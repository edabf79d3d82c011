import Ledger
import STIX
import Testing
import Web

@testable import Desk

/// Who may touch what: authorised for one object, and refused for another, on every route.
@Suite struct AccessTests {
    /// Every route that names an object.
    private static func objectRoutes(_ id: String, _ extra: [(String, String)]) -> [(String, [(String, String)]?)] {
        let object = "/objects/\(id)"
        return [
            (object, nil), (object + ".json", nil), (object + ".txt", nil), (object + ".eml", nil),
            (object + "/relations", nil), (object + "/share", nil), (object + "/withdraw", nil),
            (object + "/erase", nil),
            (object + "/correct", extra), (object + "/share", extra), (object + "/withdraw", extra),
            (object + "/erase", extra + [("confirm", id)]),
        ]
    }

    @Test func `authorised for one object, refused for another, on every route`() async throws {
        let gateway = try await DeskGateway()
        let mine = try await gateway.publish("member", "advisory", into: "group", [("title", "Mine"), ("text", "x")])
        let theirs = try await gateway.publish(
            "analyst", "advisory", into: "desk", [("title", "Theirs"), ("text", "y")])
        let (desk, group) = (try await gateway.collection("desk").id, try await gateway.collection("group").id)
        let hidden = String(theirs.dropFirst("/objects/".count))
        let absent = "report--00000000-0000-4000-8000-000000000000"
        let size = try await gateway.collection("desk").size
        for collection in [desk, group] {
            let fields = [("collection", collection), ("into", collection), ("reason", "r")]
            for (route, other) in zip(Self.objectRoutes(hidden, fields), Self.objectRoutes(absent, fields)) {
                for person in ["member", "stranger"] {
                    let answer = try await gateway.ask(person, route.0, post: route.1)
                    let nothing = try await gateway.ask(person, other.0, post: other.1)
                    #expect(answer.status == 404, "\(person) \(route.0)")
                    #expect(answer.text.replacing(hidden, with: "") == nothing.text.replacing(absent, with: ""))
                }
            }
        }
        // The collection of another object does not open this one.
        let wrong = try await gateway.ask("member", mine + "/withdraw", post: [("collection", desk), ("reason", "r")])
        #expect(wrong.status == 422)
        #expect(try await gateway.ask("member", mine + "/share", post: [("into", desk)]).status != 303)
        #expect(try await gateway.collection("desk").size == size)
        #expect(try await gateway.ask("analyst", theirs).status == 200)
    }

    @Test func `a draft is there for its author and for colleagues who may publish it, and for nobody else`()
        async throws
    {
        let gateway = try await DeskGateway()
        let group = try await gateway.collection("group").id
        let fields = [("kind", "advisory"), ("title", "Secret plan"), ("text", "x"), ("collection", group)]
        let draft = try await gateway.follow("analyst", "/drafts/new", fields)
        #expect(try await gateway.ask("colleague", draft).status == 200)
        for person in ["member", "stranger"] {
            for (path, post) in [
                (draft, nil), (draft + "/edit", nil), (draft + "/edit", fields), (draft + "/publish", [("stamp", "1")]),
                (draft + "/discard", []),
            ] as [(String, [(String, String)]?)] {
                #expect(try await gateway.ask(person, path, post: post).status == 404, "\(person) \(path)")
            }
            #expect(!(try await gateway.ask(person, "/drafts").text.contains("Secret plan")))
        }
        #expect(try await gateway.ask(nil, draft).status == 401)
        for person in ["reader", "looker"] { #expect(try await gateway.ask(person, draft).status == 403) }
        #expect(try await gateway.ask("colleague", draft).text.contains("Secret plan"))
    }

    @Test func `a collection that one cannot write to is not offered, and not taken`() async throws {
        let gateway = try await DeskGateway()
        let (desk, open) = (try await gateway.collection("desk").id, try await gateway.collection("public").id)
        let form = try await gateway.ask("member", "/drafts/new?kind=advisory").text
        #expect(!form.contains(desk) && !form.contains(open))
        for collection in [desk, open, "00000000-0000-4000-8000-000000000000", ""] {
            let answer = try await gateway.ask(
                "member", "/drafts/new",
                post: [("kind", "advisory"), ("title", "T"), ("text", "x"), ("collection", collection)])
            #expect(answer.status == 422)
            #expect(answer.text.contains("id=\"f-collection-error\""))
            #expect(answer.text.contains("value=\"T\""))
        }
    }

    @Test func `what the readers cannot read is named only when its author says so`() async throws {
        let gateway = try await DeskGateway()
        let inside = try await gateway.publish(
            "analyst", "indicators", into: "desk", [("values", "c2.lantern.example")])
        let id = String(inside.dropFirst("/objects/".count))
        let open = try await gateway.publish(
            "analyst", "indicators", into: "public", [("values", "ok.lantern.example")])
        let about = id + "\n" + open.dropFirst("/objects/".count)
        let draft = try await gateway.follow(
            "analyst", "/drafts/new",
            [
                ("kind", "advisory"), ("title", "T"), ("text", "x"), ("about", about),
                ("collection", try await gateway.collection("public").id),
            ])
        let page = try await gateway.ask("analyst", draft).text
        #expect(page.contains("which you can read and they cannot"))
        let stamp = try #require(page.firstMatch(of: /name="stamp" value="([0-9]+)"/)?.output.1)
        let refused = try await gateway.ask("analyst", draft + "/publish", post: [("stamp", String(stamp))])
        #expect(refused.status == 422)
        let stale = try await gateway.follow("analyst", draft + "/publish", [("stamp", "1"), ("confirm", id)])
        #expect(stale == draft + "?changed=1")
        _ = try await gateway.publish("analyst", draft: draft, confirming: [id])
    }

    @Test func `an AMBER advisory for everyone is refused, and says why`() async throws {
        let gateway = try await DeskGateway()
        let draft = try await gateway.follow(
            "analyst", "/drafts/new",
            [
                ("kind", "advisory"), ("title", "T"), ("text", "x"), ("marking", "amber"),
                ("collection", try await gateway.collection("public").id),
            ])
        let page = try await gateway.ask("analyst", draft).text
        #expect(page.contains("and this collection goes no higher than"))
        #expect(!page.contains("name=\"stamp\""))
        let size = try await gateway.collection("public").size
        #expect(try await gateway.ask("analyst", draft + "/publish", post: [("stamp", "0")]).status == 303)
        #expect(try await gateway.collection("public").size == size)
    }

    @Test func `a correction goes where its predecessor stands, and says where it does not`() async throws {
        let gateway = try await DeskGateway()
        let one = try await gateway.publish("analyst", "indicators", into: "public", [("values", "c2.lantern.example")])
        _ = try await gateway.follow("analyst", one + "/share", [("into", try await gateway.collection("group").id)])
        let id = String(one.dropFirst("/objects/".count))
        // A member reads both, and wrote neither.
        #expect(try await gateway.ask("member", one + "/correct", post: []).status == 403)
        #expect(try await gateway.ask("member", one).text.contains("only that source goes on with it"))
        let form = try await gateway.follow("analyst", one + "/correct", [])
        _ = try await gateway.follow(
            "analyst", form,
            [
                ("title", "Command server"), ("values", "[domain-name:value = 'c2.lantern.example']"),
                ("marking", "clear"),
            ])
        let draft = String(form.dropLast("/edit".count))
        let preview = try await gateway.ask("analyst", draft).text
        #expect(preview.contains("Everyone will see this") && preview.contains("The members of Bank group"))
        _ = try await gateway.publish("analyst", draft: draft)
        let holdings = try await Reader.machine(of: gateway.ledger).holdings(of: id)
        #expect(holdings.count == 2 && Set(holdings.map(\.sha256)).count == 1)

        // Where another version stands meanwhile, it is withheld, and that is said.
        let next = try await gateway.follow("analyst", one + "/correct", [])
        _ = try await gateway.follow(
            "analyst", one + "/withdraw",
            [("collection", try await gateway.collection("group").id), ("reason", "Not theirs")])
        let again = try await gateway.ask("analyst", String(next.dropLast("/edit".count))).text
        #expect(!again.contains("The members of Bank group"))
    }

    @Test func `parts above the ceiling stay behind, in a new object`() async throws {
        let gateway = try await DeskGateway()
        let person = try #require(DeskGateway.person("analyst", of: gateway.ledger))
        let id = "vulnerability--0d1e2f3a-4b5c-4d6e-9f7a-8b9c0d1e2f19"
        let original = """
            {"type":"vulnerability","spec_version":"2.1","id":"\(id)","created":"2025-01-01T00:00:00.000Z",\
            "modified":"2025-01-01T00:00:00.000Z","name":"CVE-2026-77","description":"the victim is the harbour",\
            "granular_markings":[{"selectors":["description"],"marking_ref":"\(TLP.amber.markingID)"}],\
            "object_marking_refs":["\(TLP.clear.markingID)"]}
            """
        let desk = try await gateway.collection("desk")
        try await gateway.ledger.say([PlannedPlacement([Array(original.utf8)], into: desk, by: person)])
        let open = try await gateway.collection("public").id
        let question = try await gateway.ask("analyst", "/objects/\(id)/share?into=\(open)").text
        #expect(question.contains("Place the redacted object") && !question.contains("name=\"form\" value=\"whole\""))
        #expect(try await gateway.ask("analyst", "/objects/\(id)/share", post: [("into", open)]).status == 422)
        let there = try await gateway.follow("analyst", "/objects/\(id)/share", [("into", open), ("form", "redacted")])
        let address = String(there.prefix { $0 != "?" })
        let page = try await gateway.ask(nil, address).text
        #expect(page.contains("CVE-2026-77") && !page.contains("harbour") && !page.contains(id))
        #expect(try await gateway.ask("analyst", "/objects/\(id)").text.contains(address))
        #expect(try await gateway.ask(nil, "/objects/\(id)").status == 404)
    }
}
