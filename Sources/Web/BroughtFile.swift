import Synchronization

/// A file that somebody sends with a form, while it comes in.
///
/// The form is `multipart/form-data` (RFC 7578): its fields come first, and one file behind them.
package final class BroughtFile: Sendable {
    /// What its sender calls it, as it came; empty where it has no name.
    package let name: String
    /// A claim of its sender; nil where there is none.
    package let mediaType: String?
    private let reader: MultipartReader

    fileprivate init(name: String, mediaType: String?, reader: MultipartReader) {
        (self.name, self.mediaType, self.reader) = (name, mediaType, reader)
    }

    /// The next bytes; nil at its end.
    ///
    /// - Throws: `Problem.badRequest(parameter: "file")` where the body breaks off, or something follows the file.
    package func next() async throws -> [UInt8]? { try await reader.nextOfFile() }
}

/// Reads a body of `multipart/form-data` piece by piece: the fields of a form, then a file.
package actor MultipartReader {
    /// Most bytes of all fields together, and of the headers of one part.
    private static let mostFields = 64 << 10
    private static let mostHead = 8 << 10

    private let body: BodyStream
    /// What ends a part: the line end belongs to it (RFC 2046 §5.1.1).
    private let delimiter: [UInt8]
    private var buffer: [UInt8] = Array("\r\n".utf8)
    private var isOver = false
    private var isFileOver = false

    /// Nil for any other type of body, and for a boundary that RFC 2046 does not allow.
    package init?(_ body: BodyStream, contentType: String?) {
        guard let contentType, let boundary = Self.boundary(of: contentType) else { return nil }
        self.body = body
        delimiter = Array("\r\n--\(boundary)".utf8)
    }

    /// Whether a body is of this type.
    package static func reads(_ contentType: String?) -> Bool {
        contentType.map { $0.lowercased().hasPrefix("multipart/form-data") } ?? false
    }

    private static func boundary(of contentType: String) -> String? {
        guard reads(contentType) else { return nil }
        let boundary = parameter("boundary", of: contentType) ?? ""
        let allowed = Set("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'()+_,-./:=? ")
        guard (1...70).contains(boundary.utf8.count), boundary.allSatisfy(allowed.contains), boundary.last != " " else {
            return nil
        }
        return boundary
    }

    /// A parameter of a header field, quoted or not (RFC 9110 §5.6.6).
    private static func parameter(_ name: String, of field: String) -> String? {
        var rest = Substring(field)
        while let semicolon = rest.firstIndex(of: ";") {
            rest = rest[rest.index(after: semicolon)...].drop { $0 == " " || $0 == "\t" }
            let key = rest.prefix { $0 != "=" && $0 != ";" }
            guard key.endIndex < rest.endIndex, rest[key.endIndex] == "=" else { continue }
            rest = rest[rest.index(after: key.endIndex)...]
            var value = ""
            if rest.first == "\"" {
                rest = rest.dropFirst()
                while let next = rest.first, next != "\"" {
                    rest = rest.dropFirst()
                    // Browsers escape nothing but the quotation mark, and that as %22 (HTML §4.10.22.7); others with a backslash.
                    if next == "\\", let escaped = rest.first, escaped == "\"" || escaped == "\\" {
                        value.append(escaped)
                        rest = rest.dropFirst()
                    } else {
                        value.append(next)
                    }
                }
            } else {
                value = String(rest.prefix { $0 != ";" && $0 != " " })
            }
            if key.lowercased() == name { return value }
        }
        return nil
    }

    /// The fields that come before a file, and the file; nil where none was chosen.
    ///
    /// - Throws: `Problem` where the body can't be read, or its fields are too large.
    package func form() async throws -> (fields: WebForm, file: BroughtFile?) {
        var fields: [(name: String, value: String)] = []
        var taken = 0
        // What comes before the first part is nobody's.
        _ = try await upToDelimiter(atMost: Self.mostHead)
        while try await beginsPart() {
            let (name, file, mediaType) = try await head()
            if let file {
                // Without a choice a browser sends an empty file without a name.
                if !file.isEmpty || !buffer.starts(with: delimiter) {
                    return (WebForm(fields), BroughtFile(name: file, mediaType: mediaType, reader: self))
                }
            }
            let bytes = try await upToDelimiter(atMost: Self.mostFields - taken)
            taken += bytes.count + name.utf8.count
            guard taken <= Self.mostFields, fields.count < 200 else { throw Problem.tooLarge }
            guard let value = String(validating: bytes, as: UTF8.self) else {
                throw Problem.badRequest(parameter: name)
            }
            if file == nil { fields.append((name, value.replacing("\r\n", with: "\n"))) }
        }
        return (WebForm(fields), nil)
    }

    /// The next bytes of the file.
    func nextOfFile() async throws -> [UInt8]? {
        guard !isFileOver else { return nil }
        while true {
            if let end = find(delimiter) {
                let bytes = Array(buffer[..<end])
                buffer.removeFirst(end + delimiter.count)
                isFileOver = true
                // The file is the last part, or whatever follows it would be lost.
                guard !(try await beginsPart()) else { throw Problem.badRequest(parameter: "file") }
                return bytes.isEmpty ? nil : bytes
            }
            // The end may be cut in two.
            let sure = buffer.count - delimiter.count
            if sure > 0 {
                let bytes = Array(buffer[..<sure])
                buffer.removeFirst(sure)
                return bytes
            }
            try await more()
        }
    }

    /// Behind a delimiter: whether another part begins, or the body ends.
    private func beginsPart() async throws -> Bool {
        while buffer.count < 2 { try await more() }
        if buffer.starts(with: Array("--".utf8)) { return false }
        // White space may follow a delimiter (RFC 2046 §5.1.1).
        while let first = buffer.first, first == UInt8(ascii: " ") || first == UInt8(ascii: "\t") {
            buffer.removeFirst()
            while buffer.isEmpty { try await more() }
        }
        while buffer.count < 2 { try await more() }
        guard buffer.starts(with: Array("\r\n".utf8)) else { throw Problem.badRequest(parameter: "?") }
        buffer.removeFirst(2)
        return true
    }

    /// The headers of a part.
    private func head() async throws -> (name: String, file: String?, mediaType: String?) {
        let end = Array("\r\n\r\n".utf8)
        while find(end) == nil {
            guard buffer.count <= Self.mostHead else { throw Problem.tooLarge }
            try await more()
        }
        guard let place = find(end) else { throw Problem.badRequest(parameter: "?") }
        guard place <= Self.mostHead else { throw Problem.tooLarge }
        guard let text = String(validating: buffer[..<place], as: UTF8.self)
        else { throw Problem.badRequest(parameter: "?") }
        // The line end before the content is the delimiter's where there is no content.
        buffer.removeFirst(place + 2)
        while buffer.count < delimiter.count { try await more() }
        var (name, file, mediaType) = (String?.none, String?.none, String?.none)
        for line in text.split(separator: "\r\n") {
            let halves = line.split(separator: ":", maxSplits: 1).map(String.init)
            guard halves.count == 2 else { throw Problem.badRequest(parameter: "?") }
            switch halves[0].lowercased() {
            case "content-disposition":
                name = Self.parameter("name", of: halves[1])
                file = Self.parameter("filename", of: halves[1])
            case "content-type": mediaType = String(halves[1].drop { $0 == " " })
            default: break
            }
        }
        guard let name, name.utf8.count <= 256 else { throw Problem.badRequest(parameter: "?") }
        if buffer.starts(with: delimiter) { return (name, file, mediaType) }
        buffer.removeFirst(2)
        return (name, file, mediaType)
    }

    /// What stands before the next delimiter, which is taken away too.
    private func upToDelimiter(atMost most: Int) async throws -> [UInt8] {
        while true {
            if let end = find(delimiter) {
                guard end <= most else { throw Problem.tooLarge }
                let bytes = Array(buffer[..<end])
                buffer.removeFirst(end + delimiter.count)
                return bytes
            }
            guard buffer.count <= most + delimiter.count else { throw Problem.tooLarge }
            try await more()
        }
    }

    private func more() async throws {
        guard !isOver, let bytes = try await body.next() else {
            isOver = true
            throw Problem.badRequest(parameter: "?")
        }
        buffer += bytes
    }

    /// Where these bytes begin; found by their first, of which there are few.
    private func find(_ wanted: [UInt8]) -> Int? {
        buffer.withUnsafeBytes { all -> Int? in
            var from = 0
            while from + wanted.count <= all.count {
                guard let place = all[from...].firstIndex(of: wanted[0]), place + wanted.count <= all.count else {
                    return nil
                }
                if all[place..<place + wanted.count].elementsEqual(wanted) { return place }
                from = place + 1
            }
            return nil
        }
    }
}
