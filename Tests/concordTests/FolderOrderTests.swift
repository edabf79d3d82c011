import Foundation
import Testing

/// The folders of the ledger stand one above the other, as `docs/architecture.md` says: there is no circle among them.
///
/// Within one module the compiler keeps no order, so this looks for the names of types. What a folder adds to a type of another
/// by an extension bears no name of its own, and is not seen.
struct FolderOrderTests {
    private struct Folder {
        let name: String
        let uses: Set<String>
        let files: [SourceFile]
    }

    private static let room = "Sources/Ledger"

    private func folders() throws -> [Folder] {
        let rows = try MarkdownTable.rows(of: "docs/architecture.md").drop { $0.first != "`Model`" }
        return try rows.prefix { $0.count == 3 }.map { cells in
            let name = cells[0].unquoted
            let uses = cells[1].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces).unquoted }
            return Folder(
                name: name, uses: Set(uses.filter { $0 != "–" }),
                files: try SourceFile.all(in: "\(Self.room)/\(name)"))
        }
    }

    @Test func `every folder is in the table, above those that use it, and no file stands beside them`() throws {
        let folders = try folders()
        #expect(folders.map(\.name).sorted() == (try House.folders(in: Self.room)).sorted())
        for (index, folder) in folders.enumerated() {
            let above = Set(folders[..<index].map(\.name))
            #expect(folder.uses.isSubset(of: above), "\(folder.name) uses what does not stand above it")
        }
        let inFolders = folders.flatMap(\.files).count
        #expect(inFolders == (try SourceFile.all(in: Self.room)).count)
    }

    @Test func `a folder uses the types of those folders alone that the table allows`() throws {
        let folders = try folders()
        var homes: [String: String] = [:]
        for folder in folders {
            for type in folder.files.flatMap(\.topLevelTypes) { homes[type] = folder.name }
        }
        #expect(homes.count > 100)
        for folder in folders {
            var used: Set<String> = []
            for file in folder.files {
                for word in Set(SwiftCode(file.lines.joined(separator: "\n")).words) {
                    guard let home = homes[word], home != folder.name else { continue }
                    used.insert(home)
                    #expect(folder.uses.contains(home), "\(file.path) uses \(word) of \(home)")
                }
            }
            #expect(folder.uses.subtracting(used) == [], "\(folder.name) may use more than it does")
        }
    }

    @Test func `what stands in comments and texts is no use of a type`() {
        let code = SwiftCode(
            #"""
            // Alpha /* Beta */
            let a = "Gamma \(Delta.text) \"Epsilon\"" /* Zeta */ + Eta.b
            let c = """
                Theta "Iota" \(Kappa("Lambda"))
                """ + #"Mu \(Nu)"# + Xi
            """#)
        #expect(code.words == ["let", "a", "Delta", "text", "Eta", "b", "let", "c", "Kappa", "Xi"])
    }
}
