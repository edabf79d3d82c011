/// Scanner and validator: whatever the bytes, no crash, and the same result whatever the borders of the chunks.
func fuzzObjects(_ input: UnsafeBufferPointer<UInt8>) {
    let bytes = Array(input)
    guard let first = bytes.first else { return }
    let rest = Array(bytes.dropFirst())
    let whole = scan(rest, chunk: .max)
    let pieces = scan(rest, chunk: 1 + Int(first))
    precondition(whole == pieces, "chunks change the result")
}

func scan(_ input: [UInt8], chunk: Int) -> [String] {
    var scanner = ObjectScanner(
        limits: ScanLimits(depth: 32, objectBytes: 4_096, properties: 64, values: 512, findings: 16))
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
