package import Ledger

/// An input from elsewhere, looked at by its first bytes and made readable: gzip is unpacked, UTF-16 becomes UTF-8, a byte
/// order mark is left out, and a list of STIX objects gets the envelope that it lacks.
package struct ForeignInput: ByteSource {
    /// What it is, below its packing.
    package let form: InputForm
    /// Whether it is handed on as it came, so that its bytes can be counted.
    package private(set) var isAsItCame = true
    private var source: any ByteSource

    /// Looks at an input; reads no more of it than must be seen.
    package init(_ source: any ByteSource) async throws {
        var source = Held(source)
        var found = try await source.look()
        if found == .gzip {
            source = Held(Gunzip(source, most: Gunzip.mostOfFile))
            found = try await source.look()
            isAsItCame = false
        }
        if found == .utf16 {
            source = Held(UTF16Decoding(source))
            found = try await source.look()
            isAsItCame = false
        }
        if found == .stix, source.isList {
            // Offsets in what is said of its objects count these bytes too.
            source.enclose(#"{"objects":"#, "}")
            isAsItCame = false
        }
        form = found
        self.source = source
    }

    package mutating func next() async throws -> [UInt8]? { try await source.next() }

    /// All of it, at most so many bytes and one more, by which to see that it is too long.
    package mutating func all(most: Int) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count <= most, let piece = try await next() { bytes += piece }
        return bytes.withoutMark
    }
}

/// A source of which the beginning has been looked at.
private struct Held: ByteSource {
    private var inner: any ByteSource
    private var start: [UInt8] = []
    private var end: [UInt8] = []
    private var hasEnded = false

    init(_ inner: any ByteSource) { self.inner = inner }

    mutating func look() async throws -> InputForm {
        while !hasEnded, !InputForm.isDecided(start) {
            if let piece = try await inner.next() { start += piece } else { hasEnded = true }
        }
        return InputForm(start, isEnd: hasEnded)
    }

    /// Whether it is a list at the top.
    var isList: Bool { start.withoutMark.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } == 0x5B }

    mutating func enclose(_ before: String, _ after: String) {
        start = Array(before.utf8) + start.withoutMark
        end = Array(after.utf8)
    }

    mutating func next() async throws -> [UInt8]? {
        if !start.isEmpty {
            defer { start = [] }
            return start
        }
        if !hasEnded {
            if let piece = try await inner.next() { return piece }
            hasEnded = true
        }
        defer { end = [] }
        return end.isEmpty ? nil : end
    }
}
