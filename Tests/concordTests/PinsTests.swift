import Foundation
import Testing
import TestSupport

/// `script/pins`: a release names the packages it was built with, and what is resolved later is compared with that.
struct PinsTests {
    private let folder: TemporaryFolder
    private let place: URL

    init() throws {
        folder = try TemporaryFolder()
        place = URL(filePath: folder.path)
        try FileManager.default.createDirectory(
            at: place.appending(path: "script"), withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            at: House.root.appending(path: "script/pins"), to: place.appending(path: "script/pins"))
    }

    private func resolve(_ pins: [(identity: String, state: String)]) throws {
        let entries = pins.map { pin in
            """
            {"identity": "\(pin.identity)", "kind": "remoteSourceControl", "location": "https://code.example/\(pin.identity)",
             "state": {\(pin.state)}}
            """
        }
        try Data(#"{"originHash": "0", "pins": [\#(entries.joined(separator: ","))], "version": 3}"#.utf8)
            .write(to: place.appending(path: "Package.resolved"))
    }

    private func run(_ what: String = "") async throws -> (output: String, status: Int32) {
        let (output, status) = try await Shell.run("script/pins \(what)", in: place)
        return (output.trimmingCharacters(in: .whitespacesAndNewlines), status)
    }

    private static let lamp = #""revision": "aa11", "version": "1.2.3""#
    private static let rope = #""revision": "bb22", "branch": "main""#

    @Test func `it names identity, version and revision in their order, and no host`() async throws {
        try resolve([("rope", Self.rope), ("lamp", Self.lamp)])
        let (output, status) = try await run()
        #expect(output == "lamp 1.2.3 aa11\nrope main bb22")
        #expect(status == 0)
        _ = try await run("write")
        let kept = try String(contentsOf: place.appending(path: "Pins.txt"), encoding: .utf8)
        #expect(kept == "lamp 1.2.3 aa11\nrope main bb22\n")
    }

    @Test func `what is as in the release passes, and each difference is named`() async throws {
        try resolve([("lamp", Self.lamp), ("rope", Self.rope)])
        _ = try await run("write")
        let same = try await run("check")
        #expect(same.status == 0 && same.output == "2 packages are those of the release")

        try resolve([("lamp", Self.lamp.replacing("aa11", with: "cc33")), ("sail", Self.lamp)])
        let other = try await run("check")
        #expect(other.status == 1)
        #expect(
            other.output == """
                lamp: 1.2.3 cc33 here, 1.2.3 aa11 in the release
                rope: nothing here, main bb22 in the release
                sail: 1.2.3 aa11 here, nothing in the release
                """)
    }

    @Test func `without what it compares it says what to do`() async throws {
        let unresolved = try await run("check")
        #expect(unresolved.status == 1 && unresolved.output.contains("swift package resolve"))
        try resolve([("lamp", Self.lamp)])
        let unreleased = try await run("check")
        #expect(unreleased.status == 1 && unreleased.output.contains("this tree is no release"))
        let unknown = try await run("keep")
        #expect(unknown.status == 1 && unknown.output.contains("script/pins check"))
    }
}
