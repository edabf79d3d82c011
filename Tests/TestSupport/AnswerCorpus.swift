package import Foundation

/// The raw answers of Fuzz/Corpus.
package enum AnswerCorpus {
    package static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Fuzz/Corpus/answers").standardizedFileURL

    package static var seeds: [[UInt8]] {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map {
                Array(try Data(contentsOf: folder.appending(path: $0)))
            }
        }
    }
}
