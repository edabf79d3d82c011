#if DEBUG
    import Foundation
    import Synchronization

    /// Every statement that the program has prepared, each once, ended by a NUL, in the file that `CONCORD_SQL` names.
    ///
    /// For `script/sql-on-postgresql`, which prepares them on another engine; in debug builds of the program alone.
    final class StatementJournal: Sendable {
        static let shared: StatementJournal? = {
            guard ProcessInfo.processInfo.processName == "concord",
                let path = ProcessInfo.processInfo.environment["CONCORD_SQL"]
            else { return nil }
            return StatementJournal(path)
        }()

        private let descriptor: Int32
        private let noted = Mutex<Set<String>>([])

        private init?(_ path: String) {
            descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { return nil }
        }

        func note(_ text: String) {
            guard noted.withLock({ $0.insert(text).inserted }) else { return }
            // One call appends it whole, beside what other processes append.
            let bytes = Array(text.utf8) + [0]
            _ = write(descriptor, bytes, bytes.count)
        }
    }
#endif
