import Foundation
import Hall
import Kinds
import Ledger
import STIX
import Synchronization
import TestSupport
import Testing
import Web

@testable import concord

/// What the demonstration shows of a library.
struct DemoLibraryTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// 2026-06-15T08:00:00Z.
    private static let now = Timestamp(clamping: 1_781_510_400_000_000)

    private func play(_ name: String) async throws -> Compose {
        let dice = Mutex(Dice(7))
        let demo = try await DemoPlay(
            making: DataDirectory.forTest("\(folder.path)/\(name)"), address: "https://concord.example",
            surroundings: Surroundings(
                now: { Self.now },
                random: { count in
                    dice.withLock { dice in (0..<count).map { _ in UInt8(truncatingIfNeeded: dice.next()) } }
                }))
        _ = try await demo.play()
        return Compose(ledger: demo.ledger, address: "https://concord.example")
    }

    private func page(_ path: String, of compose: Compose, in language: String = "en") async throws -> String {
        let halves = path.split(separator: "?", maxSplits: 1).map(String.init)
        for endpoint in compose.endpoints where endpoint.method == .get {
            guard let parameters = endpoint.path.match(halves[0]) else { continue }
            let request = try WebRequest(
                path: halves[0], parameters: parameters, query: halves.count > 1 ? halves[1] : "",
                acceptLanguage: language)
            let answer = await endpoint.answer(to: request, in: compose.door.gateway)
            try #require(answer.status == 200, "\(path): \(answer.status)")
            return String(decoding: answer.body, as: UTF8.self)
        }
        throw Problem.notFound
    }

    private static func text() throws -> DemoText {
        try DemoText(
            DemoStory.chapters.map(\.objects) + DemoLibrary.chapters, now: now,
            known: ["csirt": "identity--00000000-0000-4000-8000-000000000001"])
    }

    @Test func `two of the seven goals have nothing yet, and the others lead to what stands there`() async throws {
        let agenda = try await page("/agenda", of: play("one"))
        var empty: [String] = []
        for goal in ["legislation", "structures", "criteria", "watch", "identity", "capacity", "cooperation"] {
            let piece = try #require(
                agenda.components(separatedBy: "<li id=\"agenda_goals-\(goal)\">").dropFirst().first)
            let part = try #require(piece.components(separatedBy: "<li id=").first)
            if part.contains("nothing yet") { empty.append(goal) } else { #expect(part.contains("class=\"count\"")) }
        }
        #expect(empty == ["criteria", "identity"])
    }

    @Test func `what is late shows, what is answered shows, and a second demonstration tells the same`() async throws {
        let (one, other) = (try await play("one"), try await play("other"))
        let text = try Self.text()
        let initiative = "/objects/\(text.identifier("initiative"))"
        let consultation = "/objects/\(text.identifier("consultation"))"
        let page = try await page(initiative, of: one)
        #expect(page.components(separatedBy: "class=\"overdue\"").count == 3, "a deliverable, and the whole")
        #expect(page.contains("A list of numbers is out of date") && page.contains("Running"))
        let discussed = try await self.page(consultation, of: one)
        #expect(discussed.contains("Meridian Bank") && discussed.contains("Harbour Net"))
        #expect(discussed.components(separatedBy: "Partly accepted").count == 2)
        for path in ["/agenda", "/learn", "/learn/guide", "/landscape", "/calendar", "/countries?c1=XV&c2=XN"] {
            #expect(try await self.page(path, of: one) == self.page(path, of: other), "\(path)")
        }
        #expect(try await self.page("/", of: one).contains("Paper Heron"), "the story is what came last")
    }

    @Test func `each form is filled in without a mistake, and three guides are translated to the last word`() throws {
        var shelf = DemoShelf(text: try Self.text())
        let objects = try shelf.chapters().flatMap(\.objects).map { try JSON.parse($0) }
        var (originals, kinds, translated) = ([String: JSON](), Set<String>(), [String: Set<String>]())
        for object in objects {
            let id = try #require(object["id"]?.string)
            if let said = RecordObject.values(of: object) {
                let kind = try #require(KindShelf.core.kinds.first { $0.id == said.kind })
                #expect(RecordReading(said.values, of: kind).findings.isEmpty, "\(id)")
                #expect(ReadingEase(of: said.values, kind: kind)?.fitsOnePage != false)
                if let ease = ReadingEase(of: said.values, kind: kind) {
                    #expect(!ease.isHarder(than: said.values[ReadingEase.claim]?.string), "\(id)")
                }
                originals[id] = object
                kinds.insert(kind.name)
            }
            for translation in Translation.all(in: object) {
                let original = try #require(originals[translation.object])
                let kind = KindShelf.core.kinds.first { $0.id == RecordObject.values(of: original)?.kind }
                for text in TranslatableTexts(of: original, kind: kind).all {
                    #expect(translation.text(at: text) != nil, "\(id) lacks \(text.pointer)")
                }
                translated[translation.object, default: []].insert(translation.language)
            }
        }
        #expect(kinds.isSubset(of: DemoLibrary.kinds) && kinds.count == 18)
        #expect(translated.count == 3 && translated.values.allSatisfy { $0 == ["fr", "ar"] })
    }
}
