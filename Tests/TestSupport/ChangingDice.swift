/// Changes bytes, in the same way at each run.
package struct ChangingDice {
    private var state: UInt64

    package init(state: UInt64) { self.state = state }

    package mutating func roll(_ sides: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % max(1, sides)
    }

    /// Bytes with a few changes: bits turned, pieces left out, doubled or taken from another seed.
    package mutating func change(_ bytes: [UInt8], among seeds: [[UInt8]]) -> [UInt8] {
        var bytes = bytes
        for _ in 0...roll(4) {
            let place = roll(bytes.count + 1)
            let end = min(bytes.count, place + 1 + roll(40))
            switch roll(6) {
            case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8(roll(8))
            case 1 where place < bytes.count: bytes[place] = UInt8(roll(256))
            case 2: bytes.removeSubrange(place..<end)
            case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
            case 4:
                let other = seeds[roll(seeds.count)]
                let from = roll(other.count + 1)
                bytes.insert(contentsOf: other[from..<min(other.count, from + 60)], at: place)
            default:
                let words = [
                    "0", "9223372036854775808", "-1", "\r\n", "\n", "HTTP/1.1 ", ":", "\u{0}", "chunked", "gzip",
                ]
                bytes.insert(contentsOf: Array(words[roll(words.count)].utf8), at: place)
            }
        }
        return bytes
    }
}
