/// Reports of mail servers, and what they answer: whatever the bytes, a report, an answer or an error.
func fuzzReports(_ input: UnsafeBufferPointer<UInt8>) {
    let bytes = Array(input)
    if let report = try? DeliveryReport(bytes) {
        precondition(1...100 ~= report.recipients.count)
        precondition(report.recipients.allSatisfy { $0.diagnostic?.unicodeScalars.count ?? 0 <= 301 })
    }
    let whole = replies(bytes, by: max(1, bytes.count))
    precondition(whole == replies(bytes, by: bytes.count % 31 + 1), "how bytes arrive changes what they say")
}

/// The answers of a mail server; nil where something is none.
private func replies(_ bytes: [UInt8], by step: Int) -> [SMTPReply]? {
    var reader = SMTPReplyReader()
    var replies: [SMTPReply] = []
    var rest = bytes[...]
    while !rest.isEmpty {
        reader.feed(Array(rest.prefix(step)))
        rest = rest.dropFirst(step)
        do {
            while let reply = try reader.next() { replies.append(reply) }
        } catch {
            return nil
        }
    }
    return replies
}
