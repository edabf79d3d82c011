import ArgumentParser

/// A number of bytes as people write it: `4096`, `512k`, `20M`, `2G`, in powers of 1024.
struct ByteCount: ExpressibleByArgument, Equatable {
    let bytes: Int

    init?(argument: String) {
        let units = ["k": 10, "m": 20, "g": 30, "t": 40]
        let shift = argument.last.flatMap { units[$0.lowercased()] }
        let digits = shift == nil ? Substring(argument) : argument.dropLast()
        guard digits.allSatisfy(\.isNumber), let number = Int(digits), number >= 0 else { return nil }
        let (bytes, isTooMuch) = number.multipliedReportingOverflow(by: 1 << (shift ?? 0))
        guard !isTooMuch else { return nil }
        self.bytes = bytes
    }
}
