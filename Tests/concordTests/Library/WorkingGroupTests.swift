import Foundation
import Hall
import Ledger
import STIX
import Testing
import Web

@testable import Directory
@testable import concord

/// Groups with a mandate and an end.
struct WorkingGroupTests {
    /// The world's first day, and the days of 10-second steps after it.
    private func mandate(_ until: String, of records: Records, by session: String) async throws -> Int {
        let group = try #require(try await records.world.compose.directory.groups().first)
        return try await records.world.ask(
            "/groups/\(group.id)/mandate", session: session,
            form: [(name: "mandate", value: "Agree on a *code* against spam."), (name: "ends", value: until)]
        ).status
    }

    @Test func `B18: a group past its end asks to be renewed, and is read-only until then`() async throws {
        let records = try await Records(showing: ["guide"])
        let group = try #require(try await records.world.compose.directory.groups().first)
        let guide = try await records.say("guide", TranslationTests.guide, into: "g", as: records.member)
        #expect(try await mandate("2026-01-03", of: records, by: records.member) == 404)
        #expect(try await mandate("soon", of: records, by: records.desk) == 422)
        #expect(try await mandate("2026-01-03", of: records, by: records.desk) == 303)
        // Its end is near: members and administrators are told, once.
        for _ in 0..<2 { try await records.work("group-end", "notice") }
        for session in [records.desk, records.member] {
            let notices = try await records.page("/notices", as: session)
            #expect(notices.matches(of: /<bdi[^>]*>Ends within fourteen days: G/).count == 1, "\(notices)")
        }
        let before = try await records.page("/groups/\(group.id)", as: records.member)
        #expect(before.contains("Until") && before.contains("<em>code</em>") && before.contains("/collections/"))
        #expect(try await records.page("/drafts/new?kind=advisory", as: records.member).contains("<option"))
        // The whole of the last day counts.
        records.turn(2 * 8_640)
        _ = try await records.say("guide", TranslationTests.guide, into: "g", as: records.member)
        records.turn(3 * 8_640)
        for _ in 0..<2 { try await records.work("group-end", "notice") }
        #expect(try await records.page("/notices", as: records.desk).contains("Over, renew it"))
        let after = try await records.page("/groups/\(group.id)", as: records.member)
        #expect(after.contains("was over on") && !after.contains("Renew it"))
        #expect(try await records.page("/groups/\(group.id)", as: records.desk).contains("Renew it"))
        // Read it, and add nothing: no text, no remark, no step, neither by a form nor by a program.
        #expect(try await records.page("/objects/\(guide)", as: records.member).contains("Stay calm."))
        let person = try #require(
            try await records.world.compose.directory.whoMay(.publish).first { $0.organisation.name == "Alpha" })
        let collection = try #require(try await Reader(records.world.ledger, for: person.viewer).collection("g"))
        for act in [Act.discuss, .publish, .decide] {
            #expect(
                person.may(act, in: collection)
                    == .refused(act == .decide ? .roleMayNot(.member, .decide, .group) : .hasEnded))
        }
        #expect(person.may(.withdraw, in: collection).isAllowed, "their own word is still theirs to take back")
        let refused = try await records.world.ask(
            "/drafts/new", session: records.member,
            form: [
                (name: "kind", value: "note"), (name: "text", value: "Late."), (name: "about", value: guide),
                (name: "collection", value: collection.id),
            ])
        #expect([403, 422].contains(refused.status))
        // Renewed, it goes on at once.
        #expect(try await mandate("2026-06-30", of: records, by: records.desk) == 303)
        _ = try await records.say("guide", TranslationTests.guide, into: "g", as: records.member)
        let trail = try await records.page("/audit", as: records.desk)
        #expect(trail.contains("set the mandate and the end of the group"))
        // Without an end it has none.
        #expect(try await mandate("", of: records, by: records.desk) == 303)
        #expect(try await records.world.compose.directory.group(group.id).ends == nil)
    }

    @Test func `a token of a member of a group that has ended adds nothing`() async throws {
        let records = try await Records(showing: ["guide"])
        #expect(try await mandate("2025-12-30", of: records, by: records.desk) == 303)
        let person = try #require(
            try await records.world.compose.directory.whoMay(.publish).first { $0.organisation.name == "Alpha" })
        let (_, secret) = try await records.world.compose.directory.makeToken(
            "feed", for: person.account, scope: .write, by: .person(person))
        let request = try WebRequest(
            path: "/", credentials: Credentials(authorization: "Bearer \(secret.text)", toInterface: true))
        let program = try #require(try await records.world.compose.directory.person(for: request))
        let collection = try #require(try await Reader(records.world.ledger, for: program.viewer).collection("g"))
        #expect(program.may(.publish, in: collection) == .refused(.hasEnded))
    }
}
