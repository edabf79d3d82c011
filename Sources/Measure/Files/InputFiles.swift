import Crypto
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
    package init(path: String) throws(MeasureError) {
        let name = URL(filePath: path).lastPathComponent
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw MeasureError("unreadable", "couldn't open \(path): \(String(cString: strerror(errno)))")
        }
        defer { try? handle.close() }
        let data: Data?
        do {
            data = try handle.read(upToCount: Self.mostBytes + 1)
        } catch {
            throw MeasureError("unreadable", "couldn't read \(path): it is no file, or reading failed")
        }
        guard (data?.count ?? 0) <= Self.mostBytes else {
            throw MeasureError("too-large", "the file has more than \(Self.mostBytes) bytes", at: .init(file: name))
        }
        self.init(name: name, bytes: data.map { Array($0) } ?? [])
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
