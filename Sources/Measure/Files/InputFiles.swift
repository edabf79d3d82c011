import Crypto
package import Files
import Foundation

/// A file as it was read: its name for messages, and its bytes.
package struct InputFile: Hashable, Sendable {
    package let name: String
    package let bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// No input of an index is larger.
    static let mostBytes = 64 << 20

    /// - Throws: `MeasureError` where the file is not there, is no file, or is too large.
    package init(path: String, _ kind: OpenedFile.Kind = .file) throws(MeasureError) {
        let name = URL(filePath: path).lastPathComponent
        do {
            self.init(name: name, bytes: try OpenedFile(path, kind).contents(atMost: Self.mostBytes))
        } catch  where error.code == .tooLarge {
            throw MeasureError("too-large", "the file has more than \(Self.mostBytes) bytes", at: .init(file: name))
        } catch {
            throw MeasureError("unreadable", error.sentence)
        }
    }
}

extension InputFile {
    /// SHA-256 in hexadecimal digits.
    var digest: String { Self.digest(bytes) }

    static func digest(_ bytes: [UInt8]) -> String {
        SHA256.hash(data: bytes).map { String(UInt16($0) + 0x100, radix: 16).dropFirst() }.joined()
    }
}

/// The three files that an index is computed from.
package struct InputFiles: Hashable, Sendable {
    /// Every choice of the method.
    package let framework: InputFile
    /// Units and their numbers (iData).
    package let data: InputFile
    /// What the columns are (iMeta).
    package let indicators: InputFile

    package init(framework: InputFile, data: InputFile, indicators: InputFile) {
        self.framework = framework
        self.data = data
        self.indicators = indicators
    }
}
