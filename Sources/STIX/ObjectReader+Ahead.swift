extension ObjectReader {
    /// The row of the type of the object that begins here, found before the object is read.
    ///
    /// What a property means depends on the type, which need not stand first. It looks at names and brackets only;
    /// whatever is wrong will be found by reading.
    func rowAhead(at start: Int) -> Schema.Row {
        var ahead = cursor
        ahead.position = start + 1
        while var byte = try? ahead.peek() {
            if byte == 0x2C {
                ahead.position += 1
                guard let next = try? ahead.peek() else { break }
                byte = next
            }
            guard byte == 0x22, let name = try? ahead.name(byte), let first = try? ahead.peek() else { break }
            let (isType, isObjects) = ahead.withDecoded(name) { (equals("type", $0), equals("objects", $0)) }
            if isType {
                guard first == 0x22, let type = try? ahead.string() else { break }
                let number = ahead.withDecoded(type) { schema.typeNames.index(of: $0) }
                return schema.rows.indices.contains(number) ? schema.rows[number] : schema.unknown
            }
            // The list of a container is not looked through.
            if stopsAtObjects, isObjects, first == 0x5B, start == 0 { break }
            guard skip(first, &ahead) else { break }
        }
        return schema.unknown
    }

    private func skip(_ first: UInt8, _ ahead: inout JSONCursor) -> Bool {
        switch first {
        case 0x22: return (try? ahead.string()) != nil
        case 0x7B, 0x5B:
            var splitter = Splitter(findsContainers: false)
            guard case .end(let end) = splitter.advance(ahead.bytes, from: ahead.position) else { return false }
            ahead.position = end
            return true
        default:
            while ahead.position < ahead.end {
                let byte = ahead.bytes[ahead.position]
                if byte == 0x2C || byte == 0x7D || byte == 0x5D { return true }
                ahead.position += 1
            }
            return false
        }
    }
}
