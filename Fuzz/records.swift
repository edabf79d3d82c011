/// Records of a log: whatever the bytes and however they arrive, records or an error, and what was read comes back when written.
func fuzzRecords(_ input: UnsafeBufferPointer<UInt8>) {
    let bytes = Array(input)
    let step = bytes.count % 31 + 1
    let whole = records(bytes, by: max(1, bytes.count))
    precondition(whole == records(bytes, by: step), "how bytes arrive changes what they say")
    guard let whole else { return }
    var written: [UInt8] = []
    for record in whole { record.append(to: &written) }
    precondition(records(written, by: max(1, written.count)) == whole, "what was written is something else")
}

private func records(_ bytes: [UInt8], by step: Int) -> [EntryRecord]? {
    var reader = RecordReader()
    var records: [EntryRecord] = []
    var rest = bytes[...]
    do {
        while !rest.isEmpty {
            reader.feed(Array(rest.prefix(step)))
            rest = rest.dropFirst(step)
            while let record = try reader.next() { records.append(record) }
        }
        try reader.finish()
        return records
    } catch {
        return nil
    }
}
