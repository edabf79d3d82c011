import Foundation
import Testing

@testable import Measure

@Suite struct VerifyTests {
    private static func checks(after change: (String) throws -> Void) async throws -> [MeasureDomain.Check] {
        try await Sample.inFolder { folder in
            _ = try await Sample.domain.run(FiledEdition(Sample.files()), into: folder) { _, _ in }
            try change(folder)
            // Another version of the program verifies with the version that the manifest names.
            return try await MeasureDomain(version: "9").verify(folder) { _, _ in }
        }
    }

    @Test func `a folder as it was written comes out byte for byte`() async throws {
        let checks = try await Self.checks { _ in }
        #expect(checks.count == 17)
        for check in checks { #expect(check.isWell, "\(check.what) \(check.sentence)") }
    }

    @Test(arguments: ["scores.csv", "report.html", "stages/2-normalise.csv", "uncertainty/ranks.csv", "results.json"])
    func `one changed byte is found, and where`(_ path: String) async throws {
        let checks = try await Self.checks { folder in
            let file = URL(filePath: folder).appending(path: path)
            var bytes = try Data(contentsOf: file)
            bytes[bytes.count / 2] ^= 1
            try bytes.write(to: file)
        }
        #expect(checks.filter { !$0.isWell }.map(\.what) == [path])
        #expect(checks.first { !$0.isWell }?.sentence == "was changed since it was written")
    }

    @Test func `a file that is gone is found`() async throws {
        let checks = try await Self.checks { try FileManager.default.removeItem(atPath: $0 + "/scores.csv") }
        #expect(checks.filter { !$0.isWell }.map(\.what) == ["scores.csv"])
    }

    @Test func `a forged result with a forged manifest is found`() async throws {
        let checks = try await Self.checks { folder in
            let scores = URL(filePath: folder).appending(path: "scores.csv")
            let forged = try String(contentsOf: scores, encoding: .utf8).replacing("high", with: "tops")
            let old = InputFile.digest(Array(try Data(contentsOf: scores)))
            try Data(forged.utf8).write(to: scores)
            let manifest = URL(filePath: folder).appending(path: "manifest.json")
            let text = try String(contentsOf: manifest, encoding: .utf8)
            try Data(text.replacing(old, with: InputFile.digest(Array(forged.utf8))).utf8).write(to: manifest)
        }
        #expect(checks.filter { !$0.isWell }.map(\.what) == ["scores.csv", "manifest.json"])
        #expect(checks.first { !$0.isWell }?.sentence == "is as it was written, and is not what the inputs give")
    }

    @Test func `changed inputs are refused`() async throws {
        let error = await #expect(throws: MeasureError.self) {
            _ = try await Self.checks { folder in
                let data = URL(filePath: folder).appending(path: "inputs/data.csv")
                try Data(try String(contentsOf: data, encoding: .utf8).replacing("9", with: "8").utf8).write(to: data)
            }
        }
        #expect(error?.problems.first?.code == "changed")
    }

    @Test(arguments: ["../../etc/passwd", "/etc/passwd", "inputs/../../x", "a//b"])
    func `a manifest does not lead out of its folder`(_ path: String) async throws {
        let error = await #expect(throws: MeasureError.self) {
            _ = try await Self.checks { folder in
                let manifest = URL(filePath: folder).appending(path: "manifest.json")
                let text = try String(contentsOf: manifest, encoding: .utf8)
                try Data(text.replacing("\"scores.csv\"", with: "\"\(path)\"").utf8).write(to: manifest)
            }
        }
        #expect(error?.problems.first?.code == "bad-manifest")
    }

    @Test func `what is no results folder says so`() async throws {
        let error = await #expect(throws: MeasureError.self) {
            _ = try await Sample.domain.verify("/nowhere") { _, _ in }
        }
        #expect(error?.problems.first?.code == "unreadable")
    }
}
