/// Whether the bytes are those of the text.
@inline(__always)
func equals(_ text: StaticString, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    sameBytes(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount), bytes)
}

/// Whether the bytes end in the text.
@inline(__always)
func isSuffix(_ text: StaticString, of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let count = text.utf8CodeUnitCount
    guard bytes.count >= count else { return false }
    return equals(text, UnsafeBufferPointer(rebasing: bytes[(bytes.count - count)...]))
}

/// Whether the bytes begin with the text.
@inline(__always)
func isPrefix(_ text: StaticString, of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let count = text.utf8CodeUnitCount
    guard bytes.count >= count else { return false }
    return equals(text, UnsafeBufferPointer(rebasing: bytes[..<count]))
}
