public import Yams

/// Text in YAML, of which JSON is a part, read within bounds.
public enum YAMLText {
    /// What a file may hold at most.
    public static let mostBytes = 1 << 20

    /// The top of the only document.
    ///
    /// Anchors are refused: a few of them make a small file endless. The parser refuses nesting beyond 1,000 levels.
    ///
    /// - Throws: `unreadable`, `tooLarge`.
    public static func root(_ bytes: [UInt8]) throws(KindFault) -> Node {
        guard bytes.count <= mostBytes else { throw KindFault(.tooLarge, "the file has more than \(mostBytes) bytes") }
        // A byte order mark says nothing in UTF-8 (YAML 1.2.2 §5.2), and editors write it all the same.
        let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        guard let text = String(validating: content, as: UTF8.self) else {
            throw KindFault(.unreadable, "the file is not in UTF-8")
        }
        // In comments too: what ends one is for the parser alone to say. Lines by bytes, as CR LF is one character.
        for (index, line) in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .enumerated()
        where String(Substring(line)).contains(/(^|[\s\[{,:?-])&[^\s&]/) {
            throw KindFault(
                .unreadable, "anchors (&) are not read; leave a space after the sign in a text", line: index + 1)
        }
        do {
            guard let node = try Parser(yaml: text).singleRoot() else { throw KindFault(.missing, "the file is empty") }
            return node
        } catch let error as KindFault {
            throw error
        } catch let error as YamlError {
            throw KindFault(error)
        } catch {
            throw KindFault(.unreadable, "the file is no YAML: \(error)")
        }
    }
}

extension KindFault {
    /// What the parser refuses, in one sentence.
    fileprivate init(_ error: YamlError) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            self.init(.unreadable, "the file is no YAML: \(problem)", line: mark.line)
        case .duplicatedKeysInMapping(let duplicates, let context):
            self.init(
                .duplicate, "the name \(duplicates.sorted().joined(separator: ", ")) stands twice in one object",
                line: context.mark.line)
        default: self.init(.unreadable, "the file is no YAML")
        }
    }
}
