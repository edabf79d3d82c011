import Foundation
import Testing

/// The house: who may import whom, what may be called what, and how long a file may be.
///
/// The rules stand in `docs/architecture.md` and `docs/tables.md`; these tests read them there, so they are true.
struct HouseTests {
    @Test func `every room is in the boundary table, from the ground up`() throws {
        let house = try House()
        #expect(Set(house.rooms.map(\.name)) == Set(try House.folders(in: "Sources")))
        for (index, room) in house.rooms.enumerated() {
            let below = Set(house.rooms[..<index].map(\.name))
            #expect(room.uses.isSubset(of: below), "\(room.name) may use only rooms that stand above it in the table")
        }
    }

    @Test func `a room imports only what the boundary table allows`() throws {
        let house = try House()
        let names = Set(house.rooms.map(\.name))
        for room in house.rooms {
            for file in room.files {
                let stray = file.imports.intersection(names).subtracting(room.uses)
                #expect(stray.isEmpty, "\(file.path) imports \(stray.sorted().joined(separator: ", "))")
            }
        }
    }

    @Test func `a domain never imports a domain`() throws {
        let domains = try House().rooms.filter { $0.floor == "domain" }
        for room in domains {
            #expect(room.uses.isDisjoint(with: domains.map(\.name)))
        }
    }

    @Test func `ground rooms import no more than Foundation and Crypto, and what reads YAML its parser`() throws {
        for room in try House().rooms where room.floor == "ground" {
            let allowed = room.uses.union(room.name == "Kinds" ? ["Yams"] : [])
            for file in room.files {
                let outside = file.imports.subtracting(["Foundation", "FoundationEssentials", "Crypto"]).subtracting(
                    allowed)
                #expect(outside.isEmpty, "\(file.path) imports \(outside.sorted().joined(separator: ", "))")
            }
        }
    }

    /// The ledger shows its database to tables alone, so this is all that can read past a reader.
    @Test func `what reaches the database from above the ledger is a table, and stands where tables stand`() throws {
        for room in try House().rooms where room.name != "Ledger" {
            for file in room.files where file.lines.contains(where: { $0.contains(/[:,] *LedgerTable\b/) }) {
                #expect(file.path.contains("/Tables/") || room.name == "Work", "\(file.path)")
            }
            // Without the module a session has no members: whoever asks through a table of another file can ask nothing.
            for file in room.files where file.path.contains("/Routes/") || file.path.contains("/Views/") {
                #expect(!file.imports.contains("Storage"), "\(file.path)")
            }
        }
    }

    @Test(arguments: [
        ("GRDB", "Storage"), ("CPostgreSQL", "Storage"), ("Hummingbird", "Server"), ("Yams", "Kinds Measure"),
        ("NIOSSL", "Outside"),
        ("NIOPosix", "Outside"),
    ])
    func `only its own rooms import it`(_ module: String, _ owners: String) throws {
        for room in try House().rooms where !owners.split(separator: " ").contains(Substring(room.name)) {
            for file in room.files {
                let imports = file.imports
                #expect(!imports.contains { $0.hasPrefix(module) }, "\(file.path) imports \(module)")
            }
        }
    }

    @Test func `no type is called like a module, or like a type that everybody knows`() throws {
        let house = try House()
        let modules = Set(house.rooms.map(\.name)).union(house.rooms.flatMap(\.files).flatMap(\.imports))
        for file in house.rooms.flatMap(\.files) {
            for type in file.topLevelTypes {
                #expect(!modules.contains(type), "\(file.path) declares \(type), the name of a module")
                #expect(!WellKnownNames.all.contains(type), "\(file.path) declares \(type), which shadows another type")
            }
        }
    }

    @Test func `no file is longer than 400 lines`() throws {
        let tests = try House.folders(in: "Tests").flatMap { try SourceFile.all(in: "Tests/\($0)") }
        for file in try House().rooms.flatMap(\.files) + tests {
            let count = file.lines.count
            #expect(count <= 400, "\(file.path) has \(count) lines")
        }
    }

    @Test func `docs say of every table whether it is truth or projection`() throws {
        let stated = try MarkdownTable.rows(of: "docs/tables.md").filter { $0.count >= 3 }.map {
            ($0[0].unquoted, $0[1])
        }
        #expect(stated.map(\.0).count == Set(stated.map(\.0)).count)
        for (name, role) in stated { #expect(["truth", "projection"].contains(role), "\(name) is \(role)") }
        var made: Set<String> = ["migration"]
        for file in try House().rooms.flatMap(\.files) where file.path.hasSuffix("Migrations.swift") {
            made.formUnion(file.createdTables)
        }
        // A full-text table and the view of its words are made by its projection, not by a line of SQL in the migration.
        for file in try House().rooms.flatMap(\.files) where file.path.contains("/Projection/") {
            for line in file.lines where line.contains("TextIndex(table: \"") {
                let table = String(line.split(separator: "\"")[1])
                made.formUnion([table, table + "_words"])
            }
        }
        #expect(Set(stated.map(\.0)) == made)
    }
}
