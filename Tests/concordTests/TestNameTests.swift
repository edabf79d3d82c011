import Foundation
import Testing

/// Tests are called by what they show, in one way: a sentence between backticks, which is the name in code and in reports alike.
struct TestNameTests {
    /// What is wrong with how a test is called; nil where nothing is.
    ///
    /// - Parameter rest: what follows the attribute's name.
    private static func fault(_ rest: Substring) -> String? {
        if rest.contains(/^\(\s*"/) { return "it has a title beside its name" }
        guard let name = rest.firstRange(of: "func ").map({ rest[$0.upperBound...] }), name.first == "`" else {
            return "its name is no sentence"
        }
        let sentence = name.dropFirst().prefix { $0 != "`" }
        guard sentence.contains(" ") else { return "\(sentence) is no sentence" }
        return sentence.hasSuffix(".") ? "\(sentence) ends with a full stop" : nil
    }

    private static func faults(in text: String) -> [String] {
        text.matches(of: /(?m)^ *@Test\b/).compactMap { fault(text[$0.range.upperBound...]) }
    }

    @Test func `every test is called by a sentence`() throws {
        let files = try House.folders(in: "Tests").flatMap { try SourceFile.all(in: "Tests/\($0)") }
        #expect(files.count > 200)
        for file in files {
            let faults = Self.faults(in: file.lines.joined(separator: "\n"))
            #expect(faults.isEmpty, "\(file.path): \(faults.joined(separator: "; "))")
        }
    }

    @Test(arguments: [
        ("@Test func `it holds`() {", 0), ("@Test(arguments: [\"a\"]) func `it holds`(_ a: String) {", 0),
        ("@Test(\n    arguments: all\n)\nfunc `it holds`() {", 0), ("@Test func itHolds() {", 1),
        ("@Test(\"it holds\") func `it holds`() {", 1), ("@Test(\n  \"it holds\") func holds() {", 1),
        ("@Test func `holds`() {", 1), ("@Test func `it holds.`() {", 1),
    ])
    func `each other way is found`(_ text: String, _ count: Int) {
        #expect(Self.faults(in: text).count == count)
    }
}
