/// Scanner and validator: whatever the bytes, no crash, and the same result whatever the borders of the chunks.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    guard let first = bytes.first else { return 0 }
    let input = Array(bytes.dropFirst())
    let whole = scan(input, chunk: .max)
    let pieces = scan(input, chunk: 1 + Int(first))
    precondition(whole == pieces, "chunks change the result")
    return 0
}

func scan(_ input: [UInt8], chunk: Int) -> [String] {
    var scanner = ObjectScanner(limits: ScanLimits(depth: 32, objectBytes: 4_096, properties: 64, values: 512, findings: 16))
    var seen: [String] = []
    func take(_ scanned: Scanned) {
        switch scanned {
        case .object(let object):
            precondition(object.findings.count <= 16)
            seen.append(
                "\(object.offset) \(object.bytes.count) \(object.sha256) \(object.id) \(object.references) "
                    + "\(object.searchable) \(object.findings) \(object.markingRefs)")
            if object.type == "indicator" { _ = try? Pattern.check(object.bytes) }
        case .refused(let object): seen.append("\(object.offset) \(object.length) \(object.sha256) \(object.finding)")
        }
    }
    do {
        var place = 0
        while place < input.count {
            let end = chunk < input.count - place ? place + chunk : input.count
            try scanner.feed(Array(input[place..<end]), take)
            place = end
        }
        try scanner.finish(take)
    } catch {
        seen.append("\(error)")
    }
    return seen
}
