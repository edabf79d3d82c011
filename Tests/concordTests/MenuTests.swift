import Foundation
import HTML
import Hall
import Ledger
import STIX
import Storage
import Testing
import Web
import Work

@testable import concord

/// What the domains declare, seen together.
@Suite struct MenuTests {
    private func ways(_ role: Role?, _ language: Language, as seen: Audience? = nil) async throws -> String {
        let gateway = try await World().compose.door.gateway
        let person = role.map { role in
            Person(
                account: "a", name: "Amina", role: role,
                organisation: .init(id: "o", name: "O", identity: nil, isDesk: role.isDesk), viewer: .everyone,
                seeingAs: seen)
        }
        let context = PageContext(
            gateway: gateway, language: language,
            visitor: person.map {
                Visitor($0, seeingAs: seen == nil ? nil : .everyone, formToken: "t")
            }, here: "/")
        let page = Page(title: "T", main: "").html(in: context).markup
        let nav = try #require(page.firstMatch(of: /<nav aria-label="[^"]*">(.*?)<\/nav>/)).1
        return nav.matches(of: /<a [^>]*>(.*?)<\/a>/).map { String($0.1.replacing(/<[^>]*>/, with: "")) }
            .joined(separator: ", ")
    }

    @Test func `the menu offers what each may do, in the language of the page`() async throws {
        let open = "Check, Collections, Types, How to verify"
        #expect(try await ways(nil, .english) == "Learn, \(open), Sign in")
        #expect(try await ways(.reader, .english) == "Morning, Learn, Notices, \(open), Amina")
        #expect(try await ways(.member, .english) == "Morning, Learn, Write, Notices, \(open), Amina")
        #expect(try await ways(.analyst, .english) == "Morning, Learn, Write, Quarantine, Notices, \(open), Amina")
        #expect(
            try await ways(.administrator, .english)
                == "Morning, Learn, Write, Quarantine, Notices, People, Work, Kinds, \(open), Amina")
        #expect(try await ways(.administrator, .english, as: .everyone) == "Morning, Learn, \(open), Amina")
        #expect(
            try await ways(.administrator, .french)
                == "Ce matin, Apprendre, Écrire, Quarantaine, Avis, Personnes, Travaux, Types de fiches, Contrôler, Collections, Types, Comment vérifier, Amina"
        )
        #expect(try await ways(nil, .chinese) == "学习, 核查, 集合, 类型, 如何验证, 登录")
        #expect(try await ways(nil, .arabic) == "تعلّم, فحص, المجموعات, الأنواع, كيف تتحقق, تسجيل الدخول")
    }

    @Test func `domains are called differently, and a migration by the domain whose it is`() {
        let names = Compose.kinds.map { $0.name }
        #expect(Set(names).count == names.count)
        for kind in Compose.kinds {
            for migration in kind.migrations { #expect(migration.name.hasPrefix(kind.name + "-"), "\(migration.name)") }
        }
        let tables = Compose.migrations.flatMap(\.sql).compactMap { $0.text.firstMatch(of: /CREATE TABLE (\w+)/)?.1 }
        #expect(tables.count > 15 && Set(tables).count == tables.count)
    }

    @Test func `a type is declared once, and called by a name of its own in every language`() {
        let types = Compose.kinds.flatMap { $0.types }
        #expect(types.count > 40 && Set(types.map(\.code)).count == types.count)
        for language in Language.allCases {
            for words in types.map({ $0.words(language) }) {
                #expect(!words.one.isEmpty && !words.many.isEmpty && words.says.count > 3)
            }
            let doubles = Dictionary(grouping: types) { $0.words(language).one }.filter { $1.count > 1 }
            #expect(doubles.isEmpty, "\(language): \(doubles.keys)")
        }
        // What STIX and the extensions that are known here define is called by a name everywhere.
        let unnamed = Set(ObjectType.all.map(\.name)).subtracting(types.map(\.code))
        #expect(unnamed.isEmpty)
    }

    @Test func `every kind of work is called by a name of its own in every language`() async throws {
        let kinds = try await World().compose.handlers.map(\.kind)
        let named = Compose.kinds.flatMap { $0.works }
        #expect(!kinds.isEmpty && named.map(\.kind).sorted() == kinds.sorted())
        for language in Language.allCases {
            let words = named.map { $0.words(language) }
            #expect(Set(words).count == words.count && words.allSatisfy { !$0.isEmpty })
        }
    }

    @Test func `every kind of notice is declared once, and has a title and sentences of its own in every language`() {
        let named = Compose.kinds.flatMap { $0.notices }
        #expect(named.count > 8 && Set(named.map(\.kind)).count == named.count)
        for language in Language.allCases {
            let titles = named.map { $0.title(language) }
            #expect(Set(titles).count == titles.count && titles.allSatisfy { !$0.isEmpty })
            for kind in named {
                #expect(!kind.sentence(language, nil).isEmpty && !kind.sentence(language, "member").isEmpty)
            }
        }
        // Nobody is kept from learning that their account changed.
        #expect(!named.contains { $0.canBeMuted && ["key-made", "token-made", "invited-again"].contains($0.kind) })
    }

    @Test func `a domain's figures are of its own families`() async throws {
        let compose = try await World().compose
        let person = Person(
            account: "a", name: "A", role: .analyst,
            organisation: .init(id: "o", name: "O", identity: nil, isDesk: true), viewer: .operatorOfTheMachine)
        let reader = Reader(compose.door.ledger, for: person.viewer)
        let question = MetricsQuestion(person: person, collections: try await reader.collections())
        var names: [String] = []
        for domain in compose.domains { names += try await domain.metrics(question).map(\.name) }
        #expect(names.contains("concord_quarantine_open") && names.contains("concord_source_active"))
        #expect(Set(names).count == names.count && names.allSatisfy { $0.hasPrefix("concord_") })
    }
}
