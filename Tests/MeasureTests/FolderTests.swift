import Foundation
import Testing

@testable import Measure

/// The results folder on the disk: nothing of others is removed, nothing foreign is vouched for, everybody may read it.
@Suite struct FolderTests {
    private static func run(into folder: String) async throws {
        _ = try await Sample.domain.run(FiledEdition(Sample.files()), into: folder) { _, _ in }
    }

    @Test func `what lies beside the results stays, and nothing is left behind`() async throws {
        try await Sample.inFolder { place in
            try FileManager.default.createDirectory(atPath: place + "/r.part", withIntermediateDirectories: true)
            try Data("mine".utf8).write(to: URL(filePath: place + "/r.part/notes.txt"))
            try await Self.run(into: place + "/r")
            #expect(try FileManager.default.contentsOfDirectory(atPath: place).sorted() == ["r", "r.part"])
            #expect(FileManager.default.contents(atPath: place + "/r.part/notes.txt") == Data("mine".utf8))
        }
    }

    @Test func `a slash at the end means the same folder`() async throws {
        try await Sample.inFolder { place in
            try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
            try await Self.run(into: place + "/r//")
            #expect(try FileManager.default.contentsOfDirectory(atPath: place) == ["r"])
        }
    }

    @Test func `files may be read by whom the umask lets`() async throws {
        try await Sample.inFolder { folder in
            try await Self.run(into: folder)
            let mask = umask(0)
            umask(mask)
            let rights = try FileManager.default.attributesOfItem(atPath: folder + "/scores.csv")[.posixPermissions]
            #expect((rights as? NSNumber)?.uint32Value == UInt32(0o666 & ~mask))
        }
    }

    @Test(arguments: ["index.html", "stages/9-fake.csv", "inputs/readme.txt", ".hidden"])
    func `a file that does not belong to the results is told`(_ path: String) async throws {
        try await Sample.inFolder { folder in
            try await Self.run(into: folder)
            try Data("fake".utf8).write(to: URL(filePath: folder + "/" + path))
            let checks = try await Sample.domain.verify(folder) { _, _ in }
            #expect(checks.filter { !$0.isWell }.map(\.what) == [path])
        }
    }

    @Test func `links and folders that the results don't need are told`() async throws {
        try await Sample.inFolder { folder in
            try await Self.run(into: folder)
            let files = FileManager.default
            try files.moveItem(atPath: folder + "/scores.csv", toPath: folder + "-scores.csv")
            try files.createSymbolicLink(atPath: folder + "/scores.csv", withDestinationPath: folder + "-scores.csv")
            try files.createSymbolicLink(atPath: folder + "/elsewhere", withDestinationPath: "/tmp")
            try files.createDirectory(atPath: folder + "/stages/more", withIntermediateDirectories: true)
            defer { try? files.removeItem(atPath: folder + "-scores.csv") }
            let checks = try await Sample.domain.verify(folder) { _, _ in }
            #expect(checks.filter { !$0.isWell }.map(\.what) == ["elsewhere", "scores.csv", "stages/more"])
        }
    }

    @Test func `a pipe into which nobody writes is told, not waited for`() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "pipe-\(UUID().uuidString)").path
        #expect(mkfifo(path, 0o600) == 0)
        defer { unlink(path) }
        let error = #expect(throws: MeasureError.self) { try InputFile(path: path) }
        #expect(error?.problems.first?.code == "unreadable")
        #expect(throws: MeasureError.self) { try InputFile(path: NSTemporaryDirectory()) }
    }

    @Test func `a report shows every aggregate`() async throws {
        let names = (1...11).map { "part\($0)" }
        let indicators =
            "iCode,Type,Parent\n" + names.map { "\($0)i,Indicator,\($0)\n\($0),Aggregate,X\n" }.joined()
            + "X,Aggregate,\n"
        let data =
            "uCode," + names.map { $0 + "i" }.joined(separator: ",") + "\n"
            + (1...3).map { unit in
                "U\(unit)," + names.indices.map { "\((unit * ($0 + 3)) % 7)" }.joined(separator: ",")
            }
            .joined(separator: "\n") + "\n"
        let files = InputFiles(
            framework: InputFile(
                name: "f.yaml", bytes: Array("name: W\nsteps:\n  - normalise: as-is\n  - aggregate: arithmetic\n".utf8)),
            data: InputFile(name: "d.csv", bytes: Array(data.utf8)),
            indicators: InputFile(name: "i.csv", bytes: Array(indicators.utf8)))
        let all = try await Sample.domain.files(of: FiledEdition(files)) { _, _ in }.all()
        let report = String(decoding: try #require(all.first { $0.path == "report.html" }).bytes, as: UTF8.self)
        for name in names + ["X"] { #expect(report.contains("<th scope=\"col\"><bdi>\(name)</bdi></th>"), "\(name)") }
    }
}
