import TestSupport
import Testing

@testable import Outside

/// Answers that nobody would give: whatever the bytes, an event or an error.
@Suite struct ChangedAnswerTests {
    /// As the client reads an answer, without a connection.
    private func read(_ bytes: [UInt8], by step: Int) throws {
        var reader = AnswerReader()
        var inflater: Inflater?
        var rest = bytes[...]
        var total = 0
        while true {
            switch try reader.next() {
            case .head(let head):
                #expect(200...599 ~= head.status)
                let isPacked = head.fields.contains { $0.name.lowercased() == "content-encoding" }
                inflater = isPacked ? Inflater(.gzip) : nil
            case .body(let piece):
                inflater?.feed(piece)
                while let unpacked = try inflater?.next() { total += unpacked.count }
            case .end:
                try inflater?.finish()
                return
            case nil:
                guard !rest.isEmpty else { return }
                reader.feed(Array(rest.prefix(step)))
                rest = rest.dropFirst(step)
            }
            #expect(total <= (2 << 20) + 256 * bytes.count)
        }
    }

    @Test func `thousands of answers that nobody would give are read or refused`() throws {
        let seeds = try AnswerCorpus.seeds
        #expect(seeds.count > 20)
        var dice = ChangingDice(state: 1)
        for round in 0..<6_000 {
            let bytes = dice.change(seeds[round % seeds.count], among: seeds)
            try? read(bytes, by: 1 + dice.roll(bytes.count))
        }
    }
}
