import Foundation
import Ledger
import Storage
import Testing

@testable import concord

@Suite struct ReleasedMigrationTests {
    @Test func `migrations of a release stay as they were, and in their order`() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/released-migrations.txt")
        let released = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { $0.first != "#" }
        #expect(!released.isEmpty)
        let now = (ledgerMigrations + Compose.migrations).map { migration in
            (
                name: migration.name,
                digest: migration.digest.map { String(UInt16($0) + 0x100, radix: 16).suffix(2) }.joined()
            )
        }
        #expect(now.count == Set(now.map(\.name)).count)
        var places: [Int] = []
        for line in released {
            let (name, digest) = (line.split(separator: " ")[0], line.split(separator: " ")[1])
            let place = try #require(now.firstIndex { $0.name == name }, "\(name) is gone")
            #expect(now[place].digest == digest, "\(name) was changed after its release")
            places.append(place)
        }
        // Rooms append their own, so the order holds room by room.
        for room in Set(released.map { $0.split(separator: "-")[0] }) {
            let own = zip(released, places).filter { $0.0.hasPrefix("\(room)-") }.map(\.1)
            #expect(own == own.sorted())
        }
    }
}
