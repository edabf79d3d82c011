import Ledger

/// How `withdraw` and `erase` say what they did.
struct RemovalAnswer: Encodable {
    struct Entry: Encodable {
        let collection: String
        let placed: Int
        /// Nil in a mirror.
        let position: Int?
    }

    let id: String
    let entries: [Entry]
    let backups: [String]
    let isSettled: Bool
    /// Files that stay, by hash and collection, because other objects there name them too.
    let filesThatStay: [String]

    init(_ id: String, _ removal: Removal) {
        self.id = id
        entries = removal.entries.map { Entry(collection: $0.collection, placed: $0.placed, position: $0.position) }
        backups = removal.backups + removal.folders
        isSettled = removal.isSettled
        filesThatStay = removal.filesThatStay.map { "\($0.hash) in \($0.collection)" }
    }

    func sentence(_ verb: String) -> Printed {
        var lines: [Printed] = entries.map { entry in
            let says = entry.position.map { "entry \($0) says so" } ?? "its log is not ours, and says nothing of it"
            return "\(verb) entry \(entry.placed) of \(entry.collection); \(says)"
        }
        if entries.isEmpty { lines.append("\(verb) \(id) in quarantine") }
        if !backups.isEmpty {
            lines.append("Backups made earlier may still hold it; delete or replace them:")
            lines += backups.map { "  \($0)" as Printed }
        }
        if !filesThatStay.isEmpty {
            lines.append(
                "These files stay, because other objects of their collection name them too; erase those as well:")
            lines += filesThatStay.map { "  \($0)" as Printed }
        }
        if !isSettled {
            lines.append(
                "Somebody is reading the database, or a file can't be overwritten; run `concord doctor` to overwrite the last of it"
            )
        }
        return lines.joined(separator: "\n")
    }
}
