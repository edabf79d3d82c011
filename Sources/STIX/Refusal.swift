/// Why some bytes cannot be read; thrown inside the library only.
struct Refusal: Error {
    let code: Finding.Code
    /// Where, in bytes from the start of the bytes that are read.
    let position: Int
    let sentence: String
    /// Whether the bytes simply ended; with more of them the verdict might be another.
    var isTruncation = false

    static func truncated(at position: Int) -> Refusal {
        Refusal(code: .invalidJSON, position: position, sentence: "The JSON ends too early.", isTruncation: true)
    }
}
