import Foundation
import Ledger
import STIX
import Storage

/// Which start of the machine this is: a visit that a power cut ended is nobody's fault.
enum MachineStart {
    /// Linux says it; elsewhere all starts look the same, and a source is rather set aside than trusted.
    static let current: String =
        (try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8))?
        .trimmingCharacters(in: .whitespacesAndNewlines) ?? "unknown"
}

extension PolledSources {
    /// Writes down that nobody watches while this source is visited, before the first byte of it is asked for.
    func begin(_ id: String, machine: String = MachineStart.current) async throws {
        try await ledger.database.write {
            try $0.run("UPDATE polled_source SET visiting = \(machine) WHERE id = \(id)")
        }
    }

    /// The visit was called off in good order.
    func leave(_ id: String) async throws {
        try await ledger.database.write { try $0.run("UPDATE polled_source SET visiting = NULL WHERE id = \(id)") }
    }

    /// Stops the sources during whose last visit the process ended, so that none of them can end it again at each start.
    ///
    /// - Returns: a sentence for each.
    func setAside(machine: String = MachineStart.current) async throws -> [String] {
        var told: [String] = []
        for source in try await all() {
            guard let begun = source.visiting, let lock = try PollLock(source.settings.id, in: ledger.directory) else {
                continue
            }
            defer { withExtendedLifetime(lock) {} }
            guard begun == machine else {
                try await leave(source.settings.id)
                continue
            }
            let problem = ExchangeError(
                .endedHere,
                "the gateway ended while it visited this source, and might again; look into its log, then concord source resume"
            )
            try await failed(source.settings.id, problem, placed: 0, due: source.due, lasted: 0)
            told.append("the source \(source.settings.name) is set aside: \(problem.sentence)")
        }
        return told
    }
}
