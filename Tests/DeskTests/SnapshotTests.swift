import Desk
import Foundation
import HTML
import Testing
import Web

/// Every page from its mock, against the text that is checked in.
///
/// `RECORD_SNAPSHOTS=1` writes them anew.
@Suite struct SnapshotTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Snapshots")
    static let isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"

    static let names = DeskGallery.pages.map(\.name)
    static let moreLanguages = [
        "home", "morning", "collection", "object", "object-relationship", "search", "search-none", "saved-searches",
        "problem-404", "object-report", "draft-mistakes", "preview-correction", "check-results",
        "preview-spared", "preview-spared-only", "withdrawal-together",
    ]

    /// For languages that nobody has reviewed: what they bring of their own, dates, numbers and plurals, is on these.
    static let fewLanguages = ["home", "object-report"]

    static func page(_ name: String, _ language: Language) throws -> String {
        let make = try #require(DeskGallery.pages.first { $0.name == name }).make
        let context = PageContext(gateway: .mock, language: language, here: "/")
        return make(context).html(in: context).markup
    }

    @Test(arguments: names)
    func `English pages are as recorded`(_ name: String) throws {
        try compare(name, .english)
    }

    @Test(arguments: moreLanguages, [Language.french, .arabic])
    func `pages in other languages are as recorded`(_ name: String, _ language: Language) throws {
        try compare(name, language)
    }

    @Test(arguments: fewLanguages, Language.allCases.filter { !$0.isReviewed })
    func `some pages in languages to be reviewed are as recorded`(_ name: String, _ language: Language) throws {
        try compare(name, language)
    }

    private func compare(_ name: String, _ language: Language) throws {
        let page = try SnapshotTests.page(name, language)
        let file = SnapshotTests.folder.appendingPathComponent("\(name).\(language.rawValue).html")
        // The stylesheet's name changes with each of its lines, and says nothing about a page.
        let stable = page.replacing(Assets.stylesheetAddress.href, with: "/style.css")
        if SnapshotTests.isRecording {
            try FileManager.default.createDirectory(at: SnapshotTests.folder, withIntermediateDirectories: true)
            try Data(stable.utf8).write(to: file)
        }
        let expected = try String(contentsOf: file, encoding: .utf8)
        guard stable != expected else { return }
        let lines = zip(stable.split(separator: "\n"), expected.split(separator: "\n"))
        let first = lines.first { $0 != $1 }
        Issue.record("\(file.lastPathComponent) differs at: \(first?.0 ?? "its end") — was: \(first?.1 ?? "its end")")
    }
}
