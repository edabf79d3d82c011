import Foundation
import Testing

@testable import Outside

@Suite struct InflaterTests {
    /// Packed by zlib, in every kind of block and wrapping.
    static let packed: [(name: String, form: Inflater.Form, base64: String, plain: String)] = [
        ("gzip", .gzip, "H4sIAAAAAAACA8tIzcnJBwCGphA2BQAAAA==", "hello"),
        (
            "gzip with every field of the header", .gzip,
            "H4sIHgAAAAAAAAMAYWJjbmFtZQBjb21tZW50ABI0y0jNyckHAIamEDYFAAAA", "hello"
        ),
        ("bare, stored", .deflate, "AQsA9P9oZWxsbyBoZWxsbw==", "hello hello"),
        ("zlib, fixed codes", .deflate, "eJzLSM3JyVfIQJAAOi4GfQ==", "hello hello hello"),
        (
            "zlib, codes of its own", .deflate,
            "eNodUIENwDAIuhVE8P8LRpc0sSoIegE2t4AmEk0OhfMlgz1x9rjxDJtEixO0xcXBDm6ALDPmTsFeEH3jLNSybJTdZmfSPl3mMHfgBKr0OSdtxxZc9SdX1Otz5TvqT+BnNiXHNbEEn8qqn3KPlBPUeqNpsaDtRi0wUVW2Xt1Jz1BUDLtBkZfSewS2a57nnUK1M0/8efEHKZJ1pg==",
            "hgaaegheaadcgddbfbbcbdahfhggcaehdbcehbegfccbhdbgdeahdadefbbgfgaecahcaagebgcfbeccehfeabaabacfgeadgcfdffaccbecchggbffhdhgchachhabcgadaadhfghddedefdffdahgfccdhgabcgbedfhhbdgabcgafaeghghacgfadeebabfgeaedbabefdhbbdfggaggcdfgfbfdbdeeebcbgcdbggdghdegebfcgacbecgdfbfbahcbfdhgdhbadcbbfcfbhfcbfbbddffchbdghgabf"
        ),
    ]

    static func unpack(_ bytes: [UInt8], _ form: Inflater.Form, by step: Int = .max) throws -> [UInt8] {
        var inflater = Inflater(form)
        var plain: [UInt8] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            inflater.feed(Array(rest.prefix(step)))
            rest = rest.dropFirst(step)
            while let piece = try inflater.next() { plain += piece }
        }
        try inflater.finish()
        return plain
    }

    static func bytes(_ base64: String) throws -> [UInt8] { Array(try #require(Data(base64Encoded: base64))) }

    @Test(arguments: packed.indices) func `what another program packed comes back, however it arrives`(_ index: Int)
        throws
    {
        let example = Self.packed[index]
        let bytes = try Self.bytes(example.base64)
        for step in [1, 2, 7, .max] {
            #expect(try String(decoding: Self.unpack(bytes, example.form, by: step), as: UTF8.self) == example.plain)
        }
    }

    @Test(arguments: packed.indices) func `what is cut off is no whole`(_ index: Int) throws {
        let bytes = try Self.bytes(Self.packed[index].base64)
        for length in 1..<bytes.count {
            #expect(throws: Inflater.Malformed.self, "\(length) bytes") {
                try Self.unpack(Array(bytes.prefix(length)), Self.packed[index].form)
            }
        }
    }

    /// With a checksum, a changed bit is noticed; without, it must only do no harm.
    @Test(arguments: packed.indices) func `a changed bit ends nothing`(_ index: Int) throws {
        let example = Self.packed[index]
        let bytes = try Self.bytes(example.base64)
        let isChecked = !example.name.hasPrefix("bare")
        for bit in 0..<bytes.count * 8 {
            var changed = bytes
            changed[bit / 8] ^= 1 << UInt8(bit % 8)
            let plain = try? Self.unpack(changed, example.form)
            // The header of gzip says much that changes nothing.
            if isChecked, let plain { #expect(String(decoding: plain, as: UTF8.self) == example.plain, "bit \(bit)") }
        }
    }

    @Test func `members of gzip follow each other, and nothing else does`() throws {
        let one = try Self.bytes(Self.packed[0].base64)
        #expect(try Self.unpack(one + one, .gzip, by: 3) == Array("hellohello".utf8))
        #expect(throws: Inflater.Malformed.self) { try Self.unpack(one + [0], .gzip) }
        #expect(throws: Inflater.Malformed.self) {
            try Self.unpack(Self.bytes(Self.packed[3].base64) + Array("more".utf8), .deflate)
        }
        #expect(try Self.unpack([], .gzip).isEmpty)
    }

    @Test func `pieces are bounded, and so is how much smaller a text may be packed`() throws {
        // Two bits for each 258 times the same byte, and no end: as small as deflate makes anything.
        let bomb = try Self.bytes("H4sIAAAAAAACA+3BgQAAAADDINb5SxzkVQEAAAAA") + [UInt8](repeating: 0, count: 20_000)
        var inflater = Inflater(.gzip)
        inflater.feed(bomb)
        var total = 0
        let error = #expect(throws: Inflater.Malformed.self) {
            while let piece = try inflater.next() {
                #expect(piece.count <= (64 << 10) + 258)
                total += piece.count
            }
        }
        #expect(error?.sentence.contains("256 times") == true)
        // The first of it is free, and no more is ever made.
        #expect(total > 1 << 20 && total < 256 * bomb.count + (128 << 10))
    }
}
