/// What a reader must know of the writing of a text to tell where a word ends.
public enum Script {
    /// Whether a sign is of a script that sets no spaces between words, or none before particles: Chinese, Japanese, Korean,
    /// Thai, Lao, Khmer, Burmese, Tibetan.
    public static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value >= 0x0E00 else { return false }
        return switch scalar.value {
        case 0x0E00...0x0FFF, 0x1000...0x109F, 0x1100...0x11FF, 0x1780...0x17FF: true
        case 0x2E80...0x2FDF, 0x3005...0x3007, 0x3021...0x3029, 0x3031...0x3035, 0x3041...0x30FF: true
        case 0x3105...0x318F, 0x31A0...0x31BF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF: true
        case 0xA960...0xA97F, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFF66...0xFFDC, 0x1B000...0x1B2FF, 0x20000...0x3FFFF:
            true
        default: false
        }
    }

    /// Whether a sign is of a script that is written from right to left: a label of a name that holds one holds no Latin letter
    /// (RFC 5893 §2).
    static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
        default: false
        }
    }
}
