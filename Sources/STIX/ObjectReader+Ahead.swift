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
                guard schema.rows.indices.contains(number) else { return schema.unknown }
                let row = schema.rows[number]
                return row.declaration.map { isOfOthers(start, than: $0) } ?? false ? schema.unknown : row
            }
            // The list of a container is not looked through.
            if stopsAtObjects, isObjects, first == 0x5B, start == 0 { break }
            guard skip(first, &ahead) else { break }
        }
        return schema.unknown
    }

    /// Whether extensions declare the object that begins here, and the one by this identifier is none of them.
    ///
    /// Anybody may call a type `event`; what it is, its extension says (§7.3.2). Asked only of types that are not of the standard.
    private func isOfOthers(_ start: Int, than declaration: String) -> Bool {
        var (isOurs, isTheirs) = (false, false)
        eachMember(at: start) { name, first, ahead in
            guard first == 0x7B, ahead.withDecoded(name, { equals("extensions", $0) }) else { return }
            eachMember(at: ahead.position) { name, _, ahead in
                ahead.withDecoded(name) { key in
                    if key.elementsEqual(declaration.utf8) {
                        isOurs = true
                    } else if isPrefix("extension-definition--", of: key) {
                        isTheirs = true
                    }
                }
            }
        }
        return isTheirs && !isOurs
    }

    /// Shows each member of an object, as far as it can be read: its name, the first byte of its value, a cursor before that.
    func eachMember(at start: Int, _ show: (JSONText, UInt8, JSONCursor) -> Void) {
        var ahead = cursor
        ahead.position = start + 1
        while var byte = try? ahead.peek() {
            if byte == 0x2C {
                ahead.position += 1
                guard let next = try? ahead.peek() else { return }
                byte = next
            }
            guard byte == 0x22, let name = try? ahead.name(byte), let first = try? ahead.peek() else { return }
            show(name, first, ahead)
            guard skip(first, &ahead) else { return }
        }
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
