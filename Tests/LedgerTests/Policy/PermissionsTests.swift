import Foundation
import Testing

@testable import Ledger

/// Who may do what: the table in code is the table in `docs/permissions.md`.
struct PermissionsTests {
    /// The cells of the documented table by act and role.
    private static func documented() throws -> [Act: [String]] {
        let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(contentsOf: package.appendingPathComponent("docs/permissions.md"), encoding: .utf8)
        var cells: [Act: [String]] = [:]
        for line in text.split(separator: "\n") where line.hasPrefix("| ") {
            let row = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            guard let word = row.first?.split(whereSeparator: { !$0.isLetter }).first,
                let act = Act(rawValue: String(word))
            else { continue }
            cells[act] = Array(row.dropFirst())
        }
        return cells
    }

    @Test func `the documented table is the one in force`() throws {
        let documented = try Self.documented()
        #expect(Set(documented.keys) == Set(Act.allCases))
        for (act, cells) in documented {
            try #require(cells.count == Role.allCases.count)
            for (role, cell) in zip(Role.allCases, cells) {
                let kinds = Audience.Kind.allCases.filter { role.may(act, in: $0) }
                let said: [Audience.Kind] =
                    switch cell {
                    case "everywhere": Audience.Kind.allCases
                    case "–": []
                    default: Audience.Kind.allCases.filter { cell.contains($0.rawValue) }
                    }
                #expect(kinds == said, "\(role) \(act)")
            }
        }
    }

    @Test func `nobody does anything where they do not read, or while they look as somebody else`() async throws {
        let gateway = try await TestGateway()
        let desk = try gateway.collection("desk")
        func person(_ role: Role, of audiences: Set<Audience>, seeingAs: Audience? = nil) -> Person {
            Person(
                account: "a", name: "A", role: role,
                organisation: .init(id: "o", name: "O", identity: nil, isDesk: true), viewer: Viewer(of: audiences),
                seeingAs: seeingAs)
        }
        for act in Act.allCases {
            #expect(person(.administrator, of: []).may(act, in: desk) == .refused(.notOfAudience))
            #expect(
                person(.administrator, of: [desk.audience], seeingAs: desk.audience).may(act, in: desk)
                    == .refused(.seeingAs))
            #expect(person(.administrator, of: [desk.audience]).may(act, in: desk).isAllowed)
            #expect(!person(.reader, of: [desk.audience]).may(act, in: desk).isAllowed)
        }
    }

    @Test(arguments: [
        Audience.everyone, .signedIn, .group("7c1f0a52-93b8-4f0e-8a7c-2f1d6be45c01"), .organisation("x"), .persons("y"),
    ])
    func `an audience is what it says`(_ audience: Audience) {
        #expect(Audience(audience.description) == audience)
        #expect(Audience(audience.description + ":z") != audience)
    }

    @Test(arguments: ["", "all", "everyone:x", "group", "desk"])
    func `other words are no audience`(_ text: String) {
        #expect(Audience(text) == nil)
    }
}
