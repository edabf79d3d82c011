import CompositeIndex
import Testing

struct IndexRandomTests {
    @Test func `a seed gives the published sequence of the generator`() {
        var random = IndexRandom(seed: 0)
        let expected: [UInt64] = [11_091_344_671_253_066_420, 13_793_997_310_169_335_082, 1_900_383_378_846_508_768]
        for number in expected { #expect(random.next() == number) }
    }

    @Test func `streams of one seed differ`() {
        let first = (0..<50).map { stream -> UInt64 in
            var random = IndexRandom(seed: 7, stream: UInt64(stream))
            return random.next()
        }
        #expect(Set(first).count == 50)
    }

    @Test func `normal numbers have mean 0, variance 1 and light tails`() {
        var random = IndexRandom(seed: 1)
        var (sum, squares, far) = (0.0, 0.0, 0)
        for _ in 0..<20_000 {
            let number = random.normal()
            sum += number
            squares += number * number
            if abs(number) > 1.959964 { far += 1 }
        }
        #expect(abs(sum / 20_000) < 4 / 20_000.0.squareRoot())
        #expect(abs(squares / 20_000 - 1) < 4 * (2 / 20_000.0).squareRoot())
        #expect(abs(far - 1000) < 4 * 31)
    }

    @Test func `a shuffle is a permutation, and every place is as likely`() {
        var random = IndexRandom(seed: 2)
        var counts = [Int](repeating: 0, count: 9)
        for _ in 0..<3000 {
            var items = [0, 1, 2]
            random.shuffle(&items)
            #expect(items.sorted() == [0, 1, 2])
            for (place, item) in items.enumerated() { counts[3 * place + item] += 1 }
        }
        for count in counts { #expect(abs(count - 1000) < 4 * 26) }
    }
}
