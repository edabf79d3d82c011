import STIX
import Testing

@testable import Kinds

@Suite struct ReadingEaseTests {
    @Test(arguments: [
        // Words, sentences and long words counted by hand: 22 / 4 + 0, 22 / 2 + 100 · 9 / 22, 21 / 1 + 100 · 18 / 21.
        (
            "The cat sat on the mat. It saw a dog run by. So it ran up a tree. Now it sits there.", 6,
            ReadingEase.Level.veryEasy
        ),
        (
            "Please change the password of your account without delay. After that, contact your operator and describe what happened to your telephone yesterday.",
            52, .hard
        ),
        (
            "Notwithstanding aforementioned organisational considerations, supervisory authorities shall continuously reassess interoperability requirements, including certification, accreditation, cryptographic agility and procurement under applicable legislation",
            107, .veryHard
        ),
    ])
    func `words, sentences and long words make the measure`(_ text: String, _ lix: Int, _ level: ReadingEase.Level) {
        let ease = ReadingEase([text])
        #expect(ease.lix == lix && ease.level == level, "\(ease.lix ?? -1) \(ease.words)")
    }

    @Test func `of too little text, and of letters without cases, nothing is said`() {
        #expect(ReadingEase(["Call 1717."]).lix == nil)
        let arabic = ReadingEase([String(repeating: "اتصل بمشغّلك الآن من هاتف آخر. ", count: 10)])
        #expect(arabic.lix == nil && arabic.words == 60)
        #expect(ReadingEase([]).fitsOnePage && ReadingEase([""]).words == 0)
        let russian = ReadingEase([String(repeating: "Позвоните своему оператору прямо сейчас. ", count: 10)])
        #expect(russian.lix != nil)
    }

    @Test func `it is harder than its author says, and longer than a page`() {
        let hard = ReadingEase([
            String(repeating: "Organisational considerations necessitate comprehensive interoperability. ", count: 80)
        ])
        #expect(hard.isHarder(than: "b1-or-easier") && hard.isHarder(than: "b2") && !hard.isHarder(than: "expert"))
        #expect(!hard.fitsOnePage)
        let easy = ReadingEase([String(repeating: "Call your bank at once. ", count: 10)])
        #expect(!easy.isHarder(than: "b1-or-easier") && easy.fitsOnePage)
    }

    @Test func `any text is read in bounded time`() {
        for piece in ["a", " ", "a ", "'", "é-", "。", "\u{301}"] {
            let text = String(repeating: piece, count: 4 << 20)
            #expect(ReadingEase([text, text]).words <= 64 << 10)
        }
    }
}
