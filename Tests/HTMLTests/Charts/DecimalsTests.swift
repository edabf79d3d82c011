import HTML
import Testing

@Suite struct DecimalsTests {
    @Test(arguments: [
        (0.0, 2, "0.00"), (1.005, 2, "1.00"), (-1.5, 1, "−1.5"), (-0.04, 1, "0.0"), (12345.678, 0, "12346"),
        (0.05, 3, "0.050"), (99.995, 2, "100.00"), (1e18, 2, "1e+18"), (.nan, 2, "–"), (-.infinity, 0, "–"),
        (2.5, -3, "3"),
    ])
    func `a number has as many digits as were asked for`(_ number: Double, _ decimals: Int, _ text: String) {
        #expect(Decimals.text(number, decimals) == text)
        let markup: Markup = "<td>\(number, decimals: decimals)</td>"
        #expect(markup.markup == "<td>\(text)</td>")
    }
}
