extension ObjectReader {
    /// Gathers the text to search in from the properties of the object itself, and the name to show.
    mutating func gatherText(_ row: Schema.Row) -> String? {
        let display = displayMember(row)
        let name = display.flatMap { shownText(scratch.members[$0]) }
        searchable.reserveCapacity(searchable.count + 6)
        for index in scratch.members.indices {
            let member = scratch.members[index]
            guard member.property >= 0, let kind = row.textKinds[member.property] else { continue }
            switch member.kind {
            case .string where member.value.count > 0:
                let text = index == display ? name ?? "" : cursor.decoded(member.value)
                searchable.append(SearchableText(kind: kind, text: text))
                if kind == .pattern, isSTIXPattern {
                    for value in PatternLiterals.values(in: text) {
                        searchable.append(SearchableText(kind: value.isLocal ? .local : .value, text: value.text))
                    }
                }
            case .integer:
                searchable.append(SearchableText(kind: kind, text: cursor.decoded(member.value)))
            case .list: gatherList(member, kind)
            default: break
            }
        }
        guard let display, row.textKinds[scratch.members[display].property] == .prose else { return name }
        return name.map { ObjectReader.firstLine($0) }
    }

    private var isSTIXPattern: Bool {
        guard let member = member(.patternType), member.kind == .string else { return false }
        return cursor.withDecoded(member.value) { equals("stix", $0) }
    }

    private func displayMember(_ row: Schema.Row) -> Int? {
        for property in row.display {
            let index = scratch.members.firstIndex { $0.property == property }
            if let index, shownText(scratch.members[index]) != nil { return index }
        }
        return nil
    }

    private func shownText(_ member: Member) -> String? {
        switch member.kind {
        case .string where member.value.count > 0: cursor.decoded(member.value)
        case .integer: cursor.decoded(member.value)
        default: nil
        }
    }

    /// The strings of a list, which was read before and so is known to be well formed.
    private mutating func gatherList(_ member: Member, _ kind: SearchableText.Kind) {
        var list = cursor
        list.position = member.value.start + 1
        while let byte = try? list.peek(), byte != 0x5D {
            if byte == 0x22, let text = try? list.string() {
                if text.count > 0 { searchable.append(SearchableText(kind: kind, text: list.decoded(text))) }
            } else if byte == 0x2C {
                list.position += 1
            } else {
                return
            }
        }
    }

    /// The first line of prose that stands in for a name, at most 120 characters.
    private static func firstLine(_ text: String) -> String {
        let line = text.prefix { !$0.isNewline }
        return line.count > 120 ? line.prefix(119) + "…" : String(line)
    }
}
