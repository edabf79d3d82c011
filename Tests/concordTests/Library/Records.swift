import Foundation
import Hall
import Kinds
import Ledger
import Outside
import STIX
import Testing
import Web
import Work

@testable import concord

/// A gateway where people write records, as their browsers would: over the forms alone.
struct Records {
    let world: World
    /// The session of an administrator of the gateway's own organisation.
    let desk: String
    /// The session of a member of another one.
    let member: String

    init(showing kinds: [String] = [], followingLinks visitor: LinkVisitor? = nil) async throws {
        world = try await World(followingLinks: visitor)
        let steps: [Step] =
            [
                .organisation("Alpha", domain: "alpha.example", network: "203.0.113.0/28"),
                .group("G", hidesMembers: false),
                .joins(organisation: "Alpha", group: "G"), .joins(organisation: "CSIRT Valdoria", group: "G"),
                .collection("g", audience: "group:G", defaultMarking: .green),
                .account("Root", .administrator, organisation: "CSIRT Valdoria"),
                .account("Al", .member, organisation: "Alpha"),
            ] + kinds.map { .shows(kind: $0) }
        var outcomes: [String] = []
        for (number, step) in steps.enumerated() {
            world.turn(to: number, isHidden: false)
            outcomes.append(await step.happen(in: world))
        }
        (desk, member) = (outcomes[5], outcomes[6])
    }

    /// Time goes on; as each request happens a while after the last.
    func turn(_ step: Int) { world.turn(to: 100 + step, isHidden: false) }

    /// Does the rows of these kinds that are due.
    func work(_ kinds: String...) async throws {
        let handlers = world.compose.handlers.filter { kinds.contains($0.kind) }
        let worker = try Worker(world.ledger, handlers: handlers, pause: .milliseconds(5))
        await worker.run(until: .idle) { Issue.record("\($0)") }
    }

    func collection(_ alias: String) async throws -> String {
        try #require(await Reader.machine(of: world.ledger).collection(alias)).id
    }

    func page(_ path: String, as session: String? = nil, in language: String = "en") async throws -> String {
        let answer = try await world.ask(path, session: session, in: language)
        try #require(answer.status == 200, "\(path): \(answer.status)")
        return String(decoding: answer.body, as: UTF8.self)
    }

    func follow(_ answer: Answer) throws -> String {
        try #require(answer.status == 303, "\(String(decoding: answer.body, as: UTF8.self))")
        return try #require(answer.headers.first { $0.name == "Location" }?.value)
    }

    /// What the form says of a draft with these fields, part by part; the address at which that ends.
    func draft(
        _ kind: String, _ fields: [(String, String)], into alias: String, as session: String, marking: String = ""
    ) async throws -> String {
        let collection = try await collection(alias)
        let sent =
            fields.map { (name: "v.\($0.0)", value: $0.1) } + [
                (name: "collection", value: collection), (name: "marking", value: marking),
            ]
        let first = try await world.ask(
            "/drafts/new", session: session,
            form: [(name: "kind", value: "record"), (name: "of", value: kind), (name: "go", value: "section:x")] + sent)
        let edit = try #require(try follow(first).split(separator: "?").first.map(String.init))
        let sections = KindShelf.core.kinds.first { $0.name == kind }?.sections.map(\.name) ?? []
        for section in sections {
            _ = try follow(
                try await world.ask(
                    edit, session: session,
                    form: sent + [(name: "section", value: section), (name: "go", value: "section:\(section)")]))
        }
        let last = sections.last.map { [(name: "section", value: $0)] } ?? []
        return try follow(
            try await world.ask(edit, session: session, form: sent + last + [(name: "go", value: "preview")]))
    }

    /// Writes a record and publishes it; its identifier.
    @discardableResult
    func say(
        _ kind: String, _ fields: [(String, String)], into alias: String = "public", as session: String? = nil,
        marking: String = ""
    ) async throws -> String {
        let session = session ?? desk
        let preview = try await draft(kind, fields, into: alias, as: session, marking: marking)
        try #require(!preview.contains("/edit"), "\(preview)")
        return try await publish(preview, as: session)
    }

    /// Publishes what a preview shows; its identifier.
    func publish(_ preview: String, as session: String) async throws -> String {
        let page = try await page(preview, as: session)
        let stamp = try #require(page.firstMatch(of: /name="stamp" value="([0-9]+)"/)?.1)
        let done = try follow(
            try await world.ask("\(preview)/publish", session: session, form: [(name: "stamp", value: String(stamp))]))
        return try #require(done.firstMatch(of: /\/objects\/([a-z0-9-]+)/).map { String($0.1) })
    }

    /// Says a note or an opinion of an object; its identifier.
    @discardableResult
    func remark(
        _ kind: String, _ text: String, of id: String, more: [(name: String, value: String)] = [],
        into alias: String = "g", as session: String
    ) async throws -> String {
        let form =
            [
                (name: "kind", value: kind), (name: "about", value: id), (name: "text", value: text),
                (name: "collection", value: try await collection(alias)),
            ] + more
        let preview = try follow(try await world.ask("/drafts/new", session: session, form: form))
        return try await publish(preview, as: session)
    }

    /// Says texts of an object in another language, as far as the preview; texts by the names of the fields of a kind.
    func translate(
        _ id: String, into language: String, _ texts: [(String, String)], in alias: String = "public",
        as session: String? = nil
    ) async throws -> String {
        let session = session ?? desk
        let place = "t/extensions/\(KnownExtension.kindValues.definition.id)/values/"
        let form =
            [
                (name: "kind", value: "translation"), (name: "about", value: id), (name: "language", value: language),
                (name: "collection", value: try await collection(alias)),
            ] + texts.map { (name: $0.0.hasPrefix("t/") ? $0.0 : place + $0.0, value: $0.1) }
        return try follow(try await world.ask("/drafts/new", session: session, form: form))
    }

    /// Corrects a record; all of its fields are sent, as by its form.
    func correct(_ id: String, _ fields: [(String, String)], of kind: String, as session: String? = nil) async throws {
        _ = try await publish(
            try await correction(of: id, fields, of: kind, as: session ?? desk), as: session ?? desk)
    }

    /// The preview of a correction with these fields.
    func correction(of id: String, _ fields: [(String, String)], of kind: String, as session: String) async throws
        -> String
    {
        let draft = try follow(try await world.ask("/objects/\(id)/correct", session: session, form: []))
        var end = ""
        for section in KindShelf.core.kinds.first(where: { $0.name == kind })?.sections.map(\.name) ?? [] {
            end = try follow(
                try await world.ask(
                    draft, session: session,
                    form: fields.map { (name: "v.\($0.0)", value: $0.1) } + [
                        (name: "section", value: section), (name: "go", value: "preview"),
                    ]))
        }
        return end
    }

    /// Takes a step on a record, as its page offers it.
    func step(_ name: String, on id: String, reason: String = "", as session: String? = nil, state: String? = nil)
        async throws -> Answer
    {
        let page = try await page("/objects/\(id)", as: session ?? desk)
        let seen = page.firstMatch(of: /name="state" value="([^"]*)"/).map { String($0.1) }
        return try await world.ask(
            "/objects/\(id)/steps", session: session ?? desk,
            form: [
                (name: "state", value: state ?? seen ?? ""), (name: "step", value: name),
                (name: "reason", value: reason),
            ])
    }

    /// The state that the page shows.
    func state(of id: String, as session: String? = nil) async throws -> String {
        let page = try await page("/objects/\(id)", as: session ?? desk)
        let shown = try #require(page.firstMatch(of: /<strong class="state">(.*?)<\/strong>/)?.1)
        return String(shown).replacing(/<[^>]*>/, with: "")
    }

    func json(_ path: String, as session: String? = nil) async throws -> JSON {
        let answer = try await world.ask(path, session: session)
        try #require(answer.status == 200)
        return try JSON.parse(answer.body)
    }
}
