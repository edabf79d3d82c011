/// A file of any size, as an endpoint found it: its bytes are read while they are sent.
package struct SentFile: Sendable {
    package let size: Int
    /// The SHA-256 of the bytes in hexadecimal digits, or another name that no other bytes have.
    package let fingerprint: String
    /// How whoever saves it may call it.
    package let name: String
    package let read: @Sendable (_ range: Range<Int>, _ send: ([UInt8]) async throws -> Void) async throws -> Void

    package init(
        size: Int, fingerprint: String, name: String,
        read: @escaping @Sendable (_ range: Range<Int>, _ send: ([UInt8]) async throws -> Void) async throws -> Void
    ) {
        self.size = size
        self.fingerprint = fingerprint
        self.name = name
        self.read = read
    }
}

extension Answer {
    /// A file that somebody brought, whole or the part that is asked for (RFC 9110 §14).
    ///
    /// It is to be saved and not shown: whatever it is, no browser takes it for a page of this site.
    package static func file(_ file: SentFile, for request: WebRequest, keeping: Keeping) -> Answer {
        let etag = "\"\(file.fingerprint)\""
        var headers = [
            Header("Accept-Ranges", "bytes"), Header("Content-Disposition", disposition(of: file.name)),
        ]
        var range = ByteRange(request.range, of: file.size)
        // What is compared first decides (§13.2.2), and a date says nothing of these bytes.
        if request.ifRange.map({ $0 != etag }) ?? false || request.isKnown(etag) { range = .whole }
        var answer = Answer(
            contentType: "application/octet-stream", body: [], keeping: keeping, headers: headers, etag: etag)
        let sent: Range<Int>
        switch range {
        case .whole: sent = 0..<file.size
        case .part(let part):
            sent = part
            answer.status = 206
            headers.append(Header("Content-Range", "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(file.size)"))
        case .unsatisfiable:
            answer.status = 416
            answer.etag = nil
            headers.append(Header("Content-Range", "bytes */\(file.size)"))
            answer.headers = headers
            return answer
        }
        answer.headers = headers
        answer.stream = AnswerStream(length: sent.count) { [read = file.read] send in try await read(sent, send) }
        return answer
    }

    /// The value of `Content-Disposition` (RFC 6266), with a name that begins nothing and leads nowhere.
    static func disposition(of name: String) -> String {
        let plain = name.unicodeScalars.filter { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: false
            default: true
            }
        }.map { "/\\:".unicodeScalars.contains($0) ? "_" : $0 }
        let kept = String(String.UnicodeScalarView(plain)).drop { $0 == "." || $0 == " " }.prefix(100)
        let shown = kept.isEmpty ? "file" : String(kept)
        let ascii = shown.map { character in
            character.isASCII && (character.isLetter || character.isNumber || "._-".contains(character))
                ? character : "_"
        }
        return
            "attachment; filename=\"\(String(ascii))\"; filename*=UTF-8''\(Percent.encode(shown, keeping: Percent.name))"
    }
}
