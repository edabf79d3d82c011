import Foundation
import HTML
import Testing
import TestSupport
import Web

@testable import Directory

/// What holds for every page of the directory, and what stands on it.
struct PageTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Snapshots")
    static let isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"
    static let names = DirectoryGallery.pages.map(\.name)
    static let moreLanguages = ["sign-in", "new-key", "account", "organisation", "group-adding", "audit"]

    static func page(_ name: String, _ language: Language) throws -> String {
        let make = try #require(DirectoryGallery.pages.first { $0.name == name }).make
        let context = DirectoryGallery.context(name, language)
        return make(context).html(in: context).markup
    }

    private static let routes = Task { try await TestDirectory().directory.endpoints.map(\.path) }

    @Test(arguments: names, Language.allCases) func `is small, whole, without script, and leads somewhere`(
        _ name: String, _ language: Language
    ) async throws {
        let routes = try await Self.routes.value
        let page = try Self.page(name, language)
        #expect(!page.contains("<script"))
        #expect(!page.contains("style="))
        #expect(page.firstMatch(of: /\ on[a-z]+="/) == nil)
        #expect(page.matches(of: /<h1/).count == 1)
        #expect(page.utf8.count + Assets.stylesheet.utf8.count <= 50_000, "\(page.utf8.count)")
        let ids = page.matches(of: /\ id="([^"]*)"/).map { String($0.output.1) }
        #expect(Set(ids).count == ids.count, "\(ids)")
        for match in page.matches(of: /(href|action)="(\/[^"?#]*)/) {
            #expect(routes.answer(match.output.2), "\(match.output.2)")
        }
        // Every field has its label, and every form of somebody signed in has its token.
        for match in page.matches(of: /<(?:input|select|textarea) id="([^"]*)"/) {
            #expect(page.contains("<label for=\"\(match.output.1)\"") || match.output.1 == "q", "\(match.output.1)")
        }
        if !DirectoryGallery.open.contains(name) {
            let forms = page.matches(of: /<form [^>]*method="post"[^>]*>(<input type="hidden" name="form-token")?/)
            #expect(forms.allSatisfy { $0.output.1 != nil })
        }
        try Self.balanced(page)
    }

    private static func balanced(_ page: String) throws {
        let empty: Set<String> = ["meta", "link", "input", "br", "!doctype"]
        var open: [Substring] = []
        for tag in page.matches(of: /<(\/?)([a-z0-9!]+)([^>]*)>/) {
            let name = tag.output.2
            if tag.output.3.hasSuffix("/") || empty.contains(String(name)) { continue }
            if tag.output.1.isEmpty {
                open.append(name)
            } else {
                try #require(open.popLast() == name, "near \(page[..<tag.range.lowerBound].suffix(120))")
            }
        }
        #expect(open.isEmpty)
    }

    @Test func `nothing that people read stands in code`() throws {
        let pages = try Self.names.map { ($0, try Self.page($0, .english), try Self.page($0, .chinese)) }
        #expect(untranslated(pages).isEmpty)
    }

    @Test(arguments: names) func `says in English what it said before`(_ name: String) throws {
        try compare(name, .english)
    }

    @Test(arguments: ["group-adding"], Language.allCases.filter { !$0.isReviewed })
    func `says the same in languages to be reviewed`(_ name: String, _ language: Language) throws {
        try compare(name, language)
    }

    @Test(arguments: moreLanguages, [Language.french, .arabic]) func `says the same in other languages`(
        _ name: String, _ language: Language
    ) throws {
        try compare(name, language)
    }

    /// `RECORD_SNAPSHOTS=1` writes them anew.
    private func compare(_ name: String, _ language: Language) throws {
        let file = Self.folder.appendingPathComponent("\(name).\(language.rawValue).html")
        let page = try Self.page(name, language).replacing(Assets.stylesheetAddress.href, with: "/style.css")
        if Self.isRecording {
            try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
            try Data(page.utf8).write(to: file)
        }
        let expected = try String(contentsOf: file, encoding: .utf8)
        guard page != expected else { return }
        let first = zip(page.split(separator: "\n"), expected.split(separator: "\n")).first { $0 != $1 }
        Issue.record("\(file.lastPathComponent) differs at: \(first?.0 ?? "its end") — was: \(first?.1 ?? "its end")")
    }

    @Test func `the form to sign in is one that password managers know`() throws {
        let page = try Self.page("sign-in", .english)
        #expect(page.contains("autocomplete=\"username\""))
        #expect(page.contains("type=\"password\" dir=\"ltr\" autocomplete=\"current-password\""))
        #expect(try Self.page("new-key", .english).contains("autocomplete=\"new-password\""))
    }

    @Test func `the top of a page is that of who looks`() throws {
        let everyone = try Self.page("sign-in", .english)
        #expect(everyone.contains("<a href=\"/sign-in?next=/account\">Sign in</a>"))
        let administrator = try Self.page("account", .english)
        #expect(administrator.contains("<a href=\"/people\">People</a>"))
        #expect(!administrator.contains("Sign in</a>"))
        let context = PageContext(
            gateway: Gateway(
                name: "Demo", sentence: "", id: Mock.uuid(1), version: "0", address: "http://127.0.0.1", isDemo: true),
            language: .english,
            visitor: Visitor(name: "Ravi", organisation: "Harbour Bank", acts: [], formToken: "t"),
            here: "/")
        let demo = Problem.notFound.page(in: context).html(in: context).markup
        #expect(demo.contains("This is a demonstration"))
        #expect(!demo.contains("/people"))
        #expect(demo.contains("<bdi>Ravi</bdi>"))
    }
}
