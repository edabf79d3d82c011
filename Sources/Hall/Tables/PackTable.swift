import Foundation
package import Kinds
package import Ledger
package import STIX
import Storage

/// The packs that were installed, and the kinds that people are shown.
package struct PackTable: LedgerTable {
    package let ledger: GatewayLedger

    package init(ledger: GatewayLedger) { self.ledger = ledger }

    /// An installed pack.
    package struct Row: Sendable, Hashable {
        package let name: String
        package let signer: String?
        let content: String

        /// Its files.
        package var files: [Pack.File] {
            guard let all = try? JSONDecoder().decode([String: String].self, from: Data(content.utf8)) else {
                return []
            }
            return all.sorted { $0.key < $1.key }.map { Pack.File(path: $0.key, bytes: Array($0.value.utf8)) }
        }
    }

    /// By name.
    package func all() async throws -> [Row] {
        try await read { session in
            try session.rows("SELECT name, signer, content FROM pack ORDER BY name") {
                Row(name: try $0.get(0), signer: try $0.get(1), content: try $0.get(2))
            }
        }
    }

    /// The kinds that people are shown, by name.
    package func offers() async throws -> [(kind: String, pack: String)] {
        try await read { session in
            try session.rows("SELECT kind, pack FROM kind_offer ORDER BY kind") {
                (kind: try $0.get(0, as: String.self), pack: try $0.get(1, as: String.self))
            }
        }
    }

    package func keep(_ pack: Pack, signer: String?, at now: Timestamp) async throws {
        let files = Dictionary(
            uniqueKeysWithValues: pack.files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let content = String(decoding: try encoder.encode(files), as: UTF8.self)
        try await write { session in
            try session.run(
                """
                INSERT INTO pack (name, version, signer, content, installed)
                VALUES (\(pack.name), \(pack.version), \(signer.sql), \(content), \(now.microseconds))
                ON CONFLICT (name) DO UPDATE SET version = excluded.version, signer = excluded.signer,
                    content = excluded.content, installed = excluded.installed
                """)
        }
    }

    package func remove(_ name: String) async throws -> Bool {
        try await write { session in
            try session.run("DELETE FROM kind_offer WHERE pack = \(name)")
            try session.run("DELETE FROM pack WHERE name = \(name)")
            return session.changes > 0
        }
    }

    package func offer(_ kind: String, of pack: String, _ isShown: Bool, at now: Timestamp) async throws {
        try await write { session in
            guard isShown else {
                return try session.run("DELETE FROM kind_offer WHERE kind = \(kind) AND pack = \(pack)")
            }
            try session.run(
                """
                INSERT INTO kind_offer (kind, pack, since) VALUES (\(kind), \(pack), \(now.microseconds))
                ON CONFLICT (kind) DO NOTHING
                """)
        }
    }
}
