import Foundation
import Testing

@Suite struct HouseTests {
    /// The source folder of the package, from this file's own place.
    static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Sources")

    @Test
    func `values in markup stand in quotes, and no text is taken for markup`() throws {
        // Every room: one that writes markup tomorrow is held to it from its first page.
        let files = try #require(
            FileManager.default.enumerator(at: HouseTests.sources, includingPropertiesForKeys: nil))
        for case let file as URL in files where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            let name = file.lastPathComponent
            #expect(text.firstMatch(of: /<[a-z][^>]*\s[a-z-]+=\\\(/) == nil, "\(name)")
            #expect(!text.contains("Markup(stringLiteral") && !text.contains("CSS(stringLiteral"), "\(name)")
            #expect(!text.contains("=\\'"), "\(name)")
        }
    }
}
