import Foundation
import Hall
@testable import Ledger
import STIX
import Storage
import Synchronization
import Testing
import TestSupport

@testable import Directory

/// When sessions and tokens were last used is gathered, written down together, and heard of where that fails.
struct UsageTests {
    private struct Broken: Error {}

    private func seen(_ test: TestDirectory) async throws -> Timestamp? {
        try await test.ledger.database.read { try $0.account("Amina").seen }
    }

    /// Makes the table of sessions refuse every change, or take it again.
    private func refuse(_ refuses: Bool, in test: TestDirectory) async throws {
        let statements: [SQL] =
            switch (refuses, TestDatabase.isSQLite) {
            case (true, true):
                ["CREATE TRIGGER refusing BEFORE UPDATE ON session BEGIN SELECT RAISE(ABORT, 'refused'); END"]
            case (false, true): ["DROP TRIGGER refusing"]
            case (true, false): ["ALTER TABLE session ADD CONSTRAINT refusing CHECK (seen IS NULL) NOT VALID"]
            case (false, false): ["ALTER TABLE session DROP CONSTRAINT refusing"]
            }
        try await test.ledger.database.write { for statement in statements { try $0.run(statement) } }
    }

    @Test func `a request notes that its session is in use, and waits for no writer`() async throws {
        let test = try await TestDirectory()
        let session = try await test.comeIn("Amina", .administrator)
        let before = try await seen(test)
        test.clock.pass(.seconds(3_600))
        for _ in 0..<5 { #expect(try await test.person(session: session) != nil) }
        #expect(try await seen(test) == before)
        #expect(test.directory.uses.tally == .init(waiting: 1))
        try await test.directory.uses.write()
        #expect(try await seen(test) == test.clock.now)
        #expect(test.directory.uses.tally == .init())
        // It has just been written down.
        #expect(try await test.person(session: session) != nil)
        #expect(test.directory.uses.tally == .init())
    }

    @Test func `a token is noted like a session, and both are one transaction`() async throws {
        let test = try await TestDirectory()
        let session = try await test.comeIn("Amina", .administrator)
        let made = try await test.directory.makeToken("t", for: "Amina", scope: .read, by: TestDirectory.machine)
        test.clock.pass(.seconds(3_600))
        #expect(try await test.person(session: session) != nil)
        #expect(try await test.person(bearer: made.secret.text) != nil)
        #expect(test.directory.uses.tally.waiting == 2)
        try await refuse(true, in: test)
        await #expect(throws: (any Error).self) { try await test.directory.uses.write() }
        #expect(try await test.directory.tokens(of: "Amina").map(\.used) == [nil])
        try await refuse(false, in: test)
        try await test.directory.uses.write()
        #expect(try await test.directory.tokens(of: "Amina").map(\.used) == [test.clock.now])
    }

    @Test func `what could not be written waits on, is counted, and gives way to what is newer`() async throws {
        let test = try await TestDirectory()
        let session = try await test.comeIn("Amina", .administrator)
        test.clock.pass(.seconds(3_600))
        #expect(try await test.person(session: session) != nil)
        try await refuse(true, in: test)
        for failures in 1...3 {
            await #expect(throws: (any Error).self) { try await test.directory.uses.write() }
            #expect(test.directory.uses.tally == .init(waiting: 1, failures: failures))
        }
        test.clock.pass(.seconds(60))
        #expect(try await test.person(session: session) != nil)
        try await refuse(false, in: test)
        try await test.directory.uses.write()
        #expect(try await seen(test) == test.clock.now)
        #expect(test.directory.uses.tally == .init(failures: 3))
    }

    @Test func `there is room for so many, and the next request says the others again`() async throws {
        let test = try await TestDirectory()
        _ = try await test.comeIn("Amina", .administrator)
        let uses = UsageNotes(test.directory.tables, most: 3)
        let now = test.clock.now.microseconds
        for number in 0..<10 { uses.note(.session("\(number)"), at: now) }
        for number in 0..<3 { uses.note(.session("\(number)"), at: now + 1) }
        #expect(uses.tally == .init(waiting: 3, passedOver: 7))
        try await uses.write()
        uses.note(.token("9"), at: now)
        #expect(uses.tally == .init(waiting: 1, passedOver: 7))
    }

    @Test func `while it serves it writes now and then, says once what fails, and writes once more at the end`()
        async throws
    {
        let test = try await TestDirectory()
        let session = try await test.comeIn("Amina", .administrator)
        try await refuse(true, in: test)
        let told = Mutex<[String]>([])
        let rounds = Mutex(0)
        await test.directory.uses.run {
            let round = rounds.withLock { rounds in
                rounds += 1
                return rounds
            }
            test.clock.pass(.seconds(3_600))
            _ = try await test.person(session: session)
            // Four turns can't write, the fifth and the last can.
            if round == 5 { try await refuse(false, in: test) }
            if round == 6 { throw CancellationError() }
        } tell: { sentence in
            told.withLock { $0.append(sentence) }
        }
        #expect(test.directory.uses.tally == .init(failures: 4))
        #expect(try await seen(test) == test.clock.now)
        let sentences = told.withLock(\.self)
        #expect(sentences.count == 1)
        #expect(sentences.first?.contains("in use") == true)
    }

    @Test func `its figures are for who may administer`() async throws {
        let test = try await TestDirectory()
        let session = try await test.comeIn("Amina", .administrator)
        let other = try await test.comeIn("Bela", .analyst)
        test.clock.pass(.seconds(3_600))
        let amina = try #require(try await test.person(session: session))
        let bela = try #require(try await test.person(session: other))
        let figures = try await test.directory.metrics(.init(person: amina, collections: []))
        #expect(
            figures.map(\.name) == [
                "concord_uses_waiting", "concord_use_failures_total", "concord_uses_passed_over_total",
            ])
        #expect(try await test.directory.metrics(.init(person: bela, collections: [])).isEmpty)
    }
}
