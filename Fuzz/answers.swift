/// Answers of servers and what is packed in them: whatever the bytes and however they arrive, events or an error.
func fuzzAnswers(_ input: UnsafeBufferPointer<UInt8>) {
    let bytes = Array(input)
    let step = bytes.count % 31 + 1
    let whole = outcome(bytes, by: bytes.count)
    precondition(whole == outcome(bytes, by: step), "how bytes arrive changes what they say")
    for form in [Inflater.Form.gzip, .deflate] {
        let whole = unpacked(bytes, form, by: bytes.count)
        // Beyond a megabyte it counts how much has been fed.
        guard whole?.count ?? 0 < 1 << 20 else { continue }
        precondition(
            whole == unpacked(bytes, form, by: step), "how bytes arrive changes what is in them")
    }
}

/// The status and body of an answer; nil where it is none, or cut off.
private func outcome(_ bytes: [UInt8], by step: Int) -> [UInt8]? {
    var reader = AnswerReader()
    var body: [UInt8]?
    var rest = bytes[...]
    while true {
        let event: AnswerReader.Event?
        do { event = try reader.next() } catch { return nil }
        switch event {
        case nil:
            guard !rest.isEmpty else { return reader.close() ? body : nil }
            reader.feed(Array(rest.prefix(max(1, step))))
            rest = rest.dropFirst(max(1, step))
        case .head(let head):
            precondition(200...599 ~= head.status)
            body = [UInt8(head.status / 100), UInt8(head.status % 100)]
        case .body(let piece):
            precondition(!piece.isEmpty)
            body? += piece
        case .end: return body
        }
    }
}

/// What was packed; nil where it is not whole.
private func unpacked(_ bytes: [UInt8], _ form: Inflater.Form, by step: Int) -> [UInt8]? {
    var inflater = Inflater(form)
    var plain: [UInt8] = []
    var rest = bytes[...]
    do {
        while !rest.isEmpty {
            inflater.feed(Array(rest.prefix(max(1, step))))
            rest = rest.dropFirst(max(1, step))
            while let piece = try inflater.next() {
                precondition(piece.count <= (64 << 10) + 258)
                plain += piece
            }
        }
        try inflater.finish()
        return plain
    } catch {
        return nil
    }
}
