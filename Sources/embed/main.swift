import Foundation

// Writes text files as Swift: embed FOLDER OUTPUT. Only the build uses it.

let (folder, output) = (URL(filePath: CommandLine.arguments[1]), URL(filePath: CommandLine.arguments[2]))
let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
var source = "/// The files of the packs that the program brings along, by their paths below `Packs`.\n"
source += "enum EmbeddedPacks {\n    static let files: [(path: String, text: String)] = [\n"
for path in paths.sorted() where path.hasSuffix(".yaml") || path.hasSuffix(".json") || path.hasSuffix(".md") {
    let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
    // Three signs more than any that stand in a pack behind a quotation mark.
    precondition(!text.contains("\"####") && !text.contains("\\####"), "\(path) can't stand in a literal")
    source += "        (\n            \"\(path)\",\n            ####\"\"\"\n\(text)\n\"\"\"####),\n"
}
source += "    ]\n}\n"
try source.write(to: output, atomically: true, encoding: .utf8)
