import Foundation
import HTML
import STIX
import TestSupport
import Testing
import Web

@testable import Exchange

/// The page of lists against the text that is checked in; `RECORD_SNAPSHOTS=1` writes it anew.
@Suite struct ListSnapshotTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots")

    private static func list(_ number: Int, _ name: String, _ kind: PlainList.Kind, _ collections: [String]?)
        -> PlainList
    {
        PlainList(
            id: "5f0e2a11-1b1c-4c55-9a3e-00000000000\(number)", account: "5f0e2a11-1b1c-4c55-9a3e-0a1b2c3d4e61",
            name: name,
            kind: kind, collections: collections, confidence: number * 30, ceiling: .amber,
            created: Timestamp(clamping: 1_767_700_000_000_000))
    }

    private static let full = ListsModel(
        lists: [
            .init(list(0, "Edge <firewall> of the ministry", .ipv4, nil), []),
            .init(list(1, "محلل الأسماء", .domain, ["gone"]), []),
        ],
        collections: [.init(id: "5f0e2a11-1b1c-4c55-9a3e-0a1b2c3d4e62", title: "Partners & friends")],
        made: .init(name: "Resolver", address: "https://cirt.example/lists/secret.txt"), canChange: true)
    private static let empty = ListsModel(lists: [], collections: [], made: nil, canChange: false)

    private static func page(_ name: String, _ language: Language) -> String {
        let gateway = Gateway(
            name: "CIRT Valdoria", sentence: "", id: "5f0e2a11-1b1c-4c55-9a3e-0a1b2c3d4e63", version: "0",
            address: "https://cirt.example")
        let context = PageContext(gateway: gateway, language: language, here: "/lists")
        return (name == "lists" ? Self.full : Self.empty).page(in: context).html(in: context).markup.replacing(
            Assets.stylesheetAddress.href, with: "/style.css")
    }

    @Test func `nothing that people read stands in code`() {
        let pages = ["lists", "lists-none"].map { ($0, Self.page($0, .english), Self.page($0, .chinese)) }
        #expect(untranslated(pages).isEmpty)
    }

    @Test(arguments: [Language.english, .french, .arabic], ["lists", "lists-none"])
    func `the page of lists`(_ language: Language, _ name: String) throws {
        let page = Self.page(name, language)
        let file = Self.folder.appending(path: "\(name).\(language.rawValue).html")
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
            try Data(page.utf8).write(to: file)
        }
        let expected = try String(contentsOf: file, encoding: .utf8)
        let first = zip(page.split(separator: "\n"), expected.split(separator: "\n")).first { $0 != $1 }
        #expect(page == expected, "\(file.lastPathComponent) differs at: \(first?.0 ?? "its end")")
    }
}
