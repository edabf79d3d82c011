import Desk
import Foundation
import HTML
import STIX
import Testing
import TestSupport
import Web

/// What holds for every page, whatever stands on it.
@Suite struct PageTests {
    static let all = DeskGallery.pages.flatMap { page in
        Language.allCases.map { (page.name, $0) }
    }

    @Test(arguments: all)
    func `keeps the rules`(_ name: String, _ language: Language) throws {
        try PageTests.check(try SnapshotTests.page(name, language))
    }

    /// No script, no inline style, nothing loaded from elsewhere, small, well formed, one heading of the first level.
    static func check(_ page: String) throws {
        // JSON-LD is data, which no browser runs.
        #expect(!page.replacing("<script type=\"application/ld+json\">", with: "<data>").contains("<script"))
        #expect(!page.contains("style="))
        // Markup that became text on its way is shown as code to people.
        #expect(!page.contains("Markup("))
        #expect(!page.contains("=&quot;"))
        #expect(page.firstMatch(of: /\ on[a-z]+="/) == nil)
        #expect(page.firstMatch(of: /(src|action)="http/) == nil)
        let loaded = page.matches(of: /<link rel="(?!canonical|alternate)[^>]*href="([^"]*)"/)
        #expect(!loaded.isEmpty && loaded.allSatisfy { $0.output.1.hasPrefix("/") })
        #expect(page.matches(of: /<h1/).count == 1)
        // What the reader pasted goes back into the field: those bytes are theirs.
        let pasted = page.firstMatch(of: /<textarea[^>]*>([^<]*)<\/textarea>/)?.output.1.utf8.count ?? 0
        #expect(page.utf8.count - pasted + Assets.stylesheet.utf8.count <= 50_000, "\(page.utf8.count) bytes")
        try balanced(page)
    }

    /// Every element is closed in its order, and no id stands twice.
    static func balanced(_ page: String) throws {
        let empty: Set<String> = ["meta", "link", "input", "br", "!doctype"]
        var open: [Substring] = []
        for tag in page.matches(of: /<(\/?)([a-z0-9!]+)([^>]*)>/) {
            let name = tag.output.2
            if tag.output.3.hasSuffix("/") || empty.contains(String(name)) { continue }
            if tag.output.1.isEmpty {
                open.append(name)
            } else {
                let last = open.popLast()
                try #require(
                    last == name, "</\(name)> closes <\(last ?? "")> near \(page[..<tag.range.lowerBound].suffix(120))")
            }
        }
        #expect(open.isEmpty)
        let ids = page.matches(of: /\ id="([^"]*)"/).map { String($0.output.1) }
        #expect(Set(ids).count == ids.count, "\(ids)")
    }

    private static let routes = Task { try await DeskGateway().desk.endpoints.map(\.path) }

    @Test(arguments: all)
    func `links point somewhere`(_ name: String, _ language: Language) async throws {
        let routes = try await Self.routes.value
        let page = try SnapshotTests.page(name, language)
        for match in page.matches(of: /href="([^"]*)"/) {
            let href = String(match.output.1).replacing("&amp;", with: "&").replacing("&#39;", with: "'")
            if href.hasPrefix("#") {
                #expect(page.contains("id=\"\(href.dropFirst())\""), "\(href)")
            } else if href.hasPrefix("/") {
                let path = href.prefix { $0 != "?" && $0 != "#" }
                #expect(routes.answer(path), "\(href)")
            } else {
                #expect(Link(href) != nil, "\(href)")
            }
        }
    }

    @Test(arguments: all)
    func `what describes a field is there`(_ name: String, _ language: Language) throws {
        let page = try SnapshotTests.page(name, language)
        for match in page.matches(of: /aria-describedby="([^"]*)"/) {
            for id in match.output.1.split(separator: " ") { #expect(page.contains("id=\"\(id)\""), "\(id)") }
        }
        let labelled = Set(page.matches(of: /<label[^>]* for="([^"]*)"/).map { String($0.output.1) })
        for match in page.matches(of: /<(?:textarea|select) id="([^"]*)"/) {
            #expect(labelled.contains(String(match.output.1)), "\(match.output.1)")
        }
    }

    @Test(arguments: Language.allCases)
    func `direction follows language`(_ language: Language) throws {
        let page = try SnapshotTests.page("home", language)
        #expect(page.contains("<html lang=\"\(language.rawValue)\" dir=\"\(language == .arabic ? "rtl" : "ltr")\">"))
        for other in Language.allCases where other != language {
            #expect(page.contains("href=\"/?lang=\(other.rawValue)\""))
        }
    }

    @Test func `nothing that people read stands in code`() throws {
        let pages = try DeskGallery.pages.map { page in
            (page.name, try SnapshotTests.page(page.name, .english), try SnapshotTests.page(page.name, .chinese))
        }
        // What was searched stands in the field at the top, which pages without a request don't fill.
        #expect(untranslated(pages, data: ["forged update", "no such thing"]).isEmpty)
    }

    @Test func `hidden and absent look the same`() throws {
        let page = try SnapshotTests.page("problem-404", .english)
        #expect(page.contains("This gateway answers both in the same way."))
        #expect(!page.contains("/objects/"))
    }
}
