import Ledger

/// How `withdraw` and `erase` say what they did.
struct RemovalAnswer: Encodable {
    struct Entry: Encodable {
        let collection: String
        let placed: Int
        let position: Int
    }

    let id: String
    let entries: [Entry]
    let backups: [String]
    let isSettled: Bool

    init(_ id: String, _ removal: Removal) {
        self.id = id
        entries = removal.entries.map { Entry(collection: $0.collection, placed: $0.placed, position: $0.position) }
        backups = removal.backups
        isSettled = removal.isSettled
    }

    func sentence(_ verb: String) -> String {
        var lines = entries.map { "\(verb) entry \($0.placed) of \($0.collection); entry \($0.position) says so" }
        if entries.isEmpty { lines.append("\(verb) \(id) in quarantine") }
        if !backups.isEmpty {
            lines.append("Backups made earlier may still hold it; delete or replace them:")
            lines += backups.map { "  \($0)" }
        }
        if !isSettled {
            lines.append("Somebody is reading the database; run `concord doctor` to overwrite the last of it")
        }
        return lines.joined(separator: "\n")
    }
}
