import Directory
import Foundation
import Hall
import Kinds
import Ledger
import STIX
import Testing
import Web

@testable import concord

/// What the description for programs says, held against what they are answered.
struct OpenAPITests {
    /// One thing that the description offers.
    fileprivate struct Offer {
        let path: String
        let operation: JSON
    }

    /// The whole gateway with every kind, something of four of them, and its description.
    fileprivate struct Site {
        let records: Records
        let description: JSON
        let ids: [String]
        var check: SchemaCheck { SchemaCheck(document: description) }

        init() async throws {
            records = try await Records(showing: KindShelf.core.kinds.map(\.name))
            let recommendation = [
                ("number", "3.2"), ("name", "Name one contact"), ("text", "Each ministry names one contact."),
                ("work_areas", "organisational"),
            ]
            var ids = [try await records.say("initiative", RecordStoryTests.initiative)]
            ids.append(try await records.say("initiative", RecordStoryTests.initiative))
            ids.append(try await records.say("recommendation", recommendation))
            ids.append(try await records.say("recommendation", recommendation, into: "g"))
            records.turn(1)
            for (number, alias) in ["public", "g"].enumerated() {
                try await records.remark(
                    "opinion", "One is not enough.", of: ids[2 + number], more: [(name: "opinion", value: "disagree")],
                    into: alias, as: records.desk)
            }
            self.ids = ids
            description = try await records.json("/openapi.json")
        }

        var offers: [Offer] {
            (description["paths"]?.members ?? []).flatMap { path in
                (path.value.members ?? []).map { Offer(path: path.name, operation: $0.value) }
            }
        }

        func ask(
            _ path: String, _ query: String = "", ifNoneMatch: String? = nil, accept: String? = nil,
            token: String? = nil
        ) async throws -> Answer {
            let endpoint = try #require(
                records.world.endpoints.first { $0.method == .get && $0.path.match(path) != nil }, "\(path)")
            let request = try WebRequest(
                path: path, parameters: endpoint.path.match(path) ?? [:], query: query, accept: accept,
                ifNoneMatch: ifNoneMatch, credentials: Credentials(authorization: token.map { "Bearer \($0)" }))
            return await endpoint.answer(to: request, in: records.world.compose.door.gateway)
        }

        /// Looks whether an answer is one of those that an operation names.
        func check(_ answer: Answer, of operation: JSON, _ place: String) throws {
            let responses = try #require(operation["responses"])
            let response = try #require(
                check.component(responses["\(answer.status)"] ?? responses["default"] ?? .null), "\(place)")
            for header in response["headers"]?.members ?? [] where header.name == "ETag" {
                #expect(answer.etag != nil, "\(place)")
            }
            let leadsOn = answer.headers.contains { $0.name == "Link" }
            #expect(!leadsOn || response["headers"]?["Link"] != nil, "\(place)")
            guard answer.status != 304 else {
                #expect(answer.body.isEmpty && response["content"] == nil, "\(place)")
                return
            }
            let type = answer.contentType.replacing("; charset=utf-8", with: "")
            let content = try #require(response["content"]?[type], "\(place) answers \(type)")
            let schema = try #require(content["schema"])
            let value: JSON =
                type.contains("json")
                ? try JSON.parse(answer.body) : .string(String(decoding: answer.body, as: UTF8.self))
            let faults = check.faults(of: value, against: schema)
            #expect(faults.isEmpty, "\(place): \(faults.prefix(5).joined(separator: "; "))")
        }

        /// The parameters of an operation, by where they stand.
        func parameters(of operation: JSON, in place: String) -> [JSON] {
            (operation["parameters"]?.array ?? []).compactMap(check.component).filter { $0["in"]?.string == place }
        }
    }

    /// Something that a schema allows, tried against it.
    private static func sample(_ schema: JSON, _ check: SchemaCheck) throws -> String {
        let identity = "identity--00000000-0000-4000-8000-000000000001"
        let candidates = (schema["enum"]?.array ?? []) + ["TN", "en", "2025", identity, "drill"].map(JSON.string)
        if schema["type"]?.string == "integer" { return "1" }
        return try #require(candidates.first { check.faults(of: $0, against: schema).isEmpty }?.string)
    }

    @Test func `each operation that is described answers as it says, with each of its parameters`() async throws {
        let site = try await Site()
        #expect(site.description["openapi"]?.string == "3.1.0")
        let kinds = KindShelf.core.kinds
        let dated = kinds.filter { $0.dates != nil }
        #expect(site.offers.count == kinds.count * 4 + dated.count + 3)
        let ids = site.offers.compactMap { $0.operation["operationId"]?.string }
        #expect(Set(ids).count == site.offers.count)
        for offer in site.offers {
            let paths =
                offer.path.contains("{id}")
                ? site.ids.prefix(3).map { offer.path.replacing("{id}", with: $0) } : [offer.path]
            for path in paths {
                let whole = try await site.ask(path)
                #expect(whole.status == 200, "\(path)")
                try site.check(whole, of: offer.operation, path)
                let same = try await site.ask(path, ifNoneMatch: whole.etag)
                #expect(same.status == 304, "\(path)")
                try site.check(same, of: offer.operation, path)
                for parameter in site.parameters(of: offer.operation, in: "query") {
                    let name = try #require(parameter["name"]?.string)
                    let value = try Self.sample(try #require(parameter["schema"]), site.check)
                    let answer = try await site.ask(path, WebQuery([(name, value)]).text)
                    #expect(answer.status == 200, "\(path) \(name)")
                    try site.check(answer, of: offer.operation, "\(path) \(name)")
                    // What a list says of the question is what it has taken of it.
                    guard path.hasSuffix(".json"), name != "from" else { continue }
                    let query = try JSON.parse(answer.body)["query"]
                    #expect(query?[name]?.string == value, "\(path) \(name)")
                }
            }
        }
    }

    @Test func `what is said of a kind holds for its objects, in lists and one by one`() async throws {
        let site = try await Site()
        for (kind, count) in [("initiative", 2), ("recommendation", 1)] {
            let items = try #require(try await site.records.json("/learn/\(kind).json")["items"]?.array)
            #expect(items.count == count)
            let extended = KnownExtension.kindValues.definition.id
            for item in items {
                let id = try #require(item["id"]?.string)
                let object = try JSON.parse(try await site.ask("/objects/\(id).json").body)
                for (value, name) in [
                    (item["values"], kind), (object["extensions"]?[extended]?["values"], kind),
                    (object, "\(kind).object"),
                    (item, "\(kind).item"),
                ] {
                    let schema = try #require(site.description["components"]?["schemas"]?[name])
                    let faults = site.check.faults(of: try #require(value), against: schema)
                    #expect(faults.isEmpty, "\(name): \(faults)")
                }
            }
        }
        // An opinion is among them, and a list has no filter that is not described.
        let opinions = try await site.records.json("/learn/recommendation.json")["items"]?[0]?["opinions"]
        #expect(opinions?.array?.count == 1)
        for kind in KindShelf.core.kinds {
            let offer = try #require(site.offers.first { $0.path == "/learn/\(kind.name).json" })
            let named = Set(site.parameters(of: offer.operation, in: "query").compactMap { $0["name"]?.string })
            let taken =
                kind.facets.map { "f.\($0)" } + (kind.life == nil ? [] : ["state"]) + (kind.canBeLate ? ["late"] : [])
            #expect(named == Set(taken + ["q", "from"]), "\(kind.name)")
        }
        // It leads on, from where it is asked.
        let rest = try await site.records.json("/learn/initiative.json?from=1")
        #expect(rest["items"]?.array?.count == 1 && rest["count"]?.number?.value == 2)
    }

    @Test func `what is wrong is told as the description says, and a kind that is hidden is not in it`()
        async throws
    {
        let site = try await Site()
        let much = (0..<17).map { "x\($0)=1" }.joined(separator: "&")
        func problem(_ path: String, _ status: Int, accept: String?, isPage: Bool) async throws {
            let offer = try #require(
                site.offers.first { $0.path == path.replacing(/[a-z-]+--[0-9a-f-]{36}/, with: "{id}") }, "\(path)")
            let answer =
                status == 400
                ? await site.refused(path, much, accept: accept) : try await site.ask(path, accept: accept)
            #expect(answer.status == status && answer.contentType.hasPrefix("text/html") == isPage, "\(path)")
            try site.check(answer, of: offer.operation, path)
        }
        for form in ["json", "csv", "atom", "ics"] {
            try await problem("/learn/event.\(form)", 400, accept: "application/json", isPage: false)
            try await problem("/learn/event.\(form)", 400, accept: nil, isPage: form != "json")
        }
        let none = "report--00000000-0000-4000-8000-000000000001"
        try await problem("/objects/\(none).json", 404, accept: nil, isPage: false)
        try await problem("/objects/\(site.ids[3]).json", 404, accept: nil, isPage: false)
        try await KindShelf(site.records.world.ledger).show("event", of: KindShelf.core.name, false)
        for form in ["json", "csv", "atom", "ics"] {
            try await problem("/learn/event.\(form)", 404, accept: "application/json", isPage: false)
        }
        let later = try await site.records.json("/openapi.json")
        #expect(later["paths"]?["/learn/event.json"] == nil && later["components"]?["schemas"]?["event"] == nil)
        #expect(later["paths"]?["/learn/lesson.json"] != nil)
    }

    @Test func `the description is the same for everybody, and a token reads what its account may`() async throws {
        let site = try await Site()
        let (records, id) = (site.records, site.ids[3])
        let everyone = try await site.ask("/openapi.json")
        #expect(try await records.world.ask("/openapi.json", session: records.member).body == everyone.body)
        #expect(!String(decoding: everyone.body, as: UTF8.self).contains(id))
        let chinese = try await records.world.ask("/openapi.json", session: nil, in: "zh")
        #expect(chinese.headers.contains(Answer.Header("Content-Language", "zh")) && chinese.etag != everyone.etag)
        let token = try await records.world.compose.directory.makeToken("p", for: "Al", scope: .read, by: .machine)
            .secret.text
        let offer = try #require(site.offers.first { $0.path == "/learn/recommendation.json" })
        let answer = try await site.ask(offer.path, token: token)
        try site.check(answer, of: offer.operation, offer.path)
        #expect(try JSON.parse(answer.body)["items"]?.array?.count == 2)
        #expect(try JSON.parse(try await site.ask(offer.path).body)["items"]?.array?.count == 1)
        // Programs find it from the lists.
        for path in ["/learn", "/learn/lesson"] {
            let page = try await records.page(path)
            #expect(
                page.contains(
                    "<link rel=\"service-desc\" type=\"application/json\" href=\"https://concord.example/openapi.json\">"
                ))
        }
    }
}

extension OpenAPITests.Site {
    /// What is answered where not even the request can be read.
    fileprivate func refused(_ path: String, _ query: String, accept: String?) async -> Answer {
        do {
            return try await ask(path, query, accept: accept)
        } catch let problem as Problem {
            return problem.answer(
                language: .english, wantsJSON: WebRequest.wantsJSON(path: path, accept: accept),
                in: records.world.compose.door.gateway)
        } catch {
            return Problem.failure.answer(language: .english, wantsJSON: false, in: records.world.compose.door.gateway)
        }
    }
}
