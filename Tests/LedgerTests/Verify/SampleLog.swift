import Foundation
import MerkleLog
import Storage
import TestSupport

@testable import Ledger

/// A log of 605 entries for tests that change one: its export, made once.
struct SampleLog: Sendable {
    static let size = 605
    /// Withdrawn by entry 602, erased by entry 603.
    static let withdrawn = 10
    static let erased = 20

    let export: [UInt8]
    let key: NoteVerifier
    /// The checkpoint when 301 entries stood.
    let early: Checkpoint
    let earlyNote: String
    let checkpoint: Checkpoint
    let folder: TemporaryFolder
    let erasedEntry: EntryRecord

    static let shared = Task { try await SampleLog() }

    private init() async throws {
        let gateway = try await Self.gateway()
        folder = gateway.folder
        (early, earlyNote, erasedEntry) = gateway.notes
        export = try await gateway.gateway.export()
        key = try gateway.gateway.key()
        checkpoint = try gateway.gateway.checkpoint()
    }

    /// A gateway that holds the log.
    static func gateway() async throws
        -> (gateway: TestGateway, folder: TemporaryFolder, notes: (Checkpoint, String, EntryRecord))
    {
        let gateway = try await TestGateway(desk: false)
        try await gateway.admit((1...300).map { Make.tool($0) })
        let early = try gateway.checkpoint()
        let note = try String(contentsOfFile: gateway.ledger.publication.path(gateway.collection()), encoding: .utf8)
        try await gateway.admit((301...601).map { Make.tool($0) })
        _ = try await gateway.ledger.withdraw(Make.id("tool", withdrawn), from: "public", reason: "r")
        let before = try ExportFile(await gateway.export()).entries(603)[erased].record
        _ = try await gateway.ledger.erase(Make.id("tool", erased), reason: "r")
        try await gateway.admit(Make.tool(602))
        return (gateway, gateway.folder, (early, note, before))
    }
}
