import Foundation
import Ledger
import Outside
import STIX

/// A folder of MISP events behind an HTTP address: a manifest, and one file for each event.
struct MISPFeed: Feed {
    /// Events of so many bytes are placed together.
    private static let batchBytes = 4 << 20
    private static let mostTold = 5

    /// Moments of the last change that have been read, by UUID: what a cursor holds.
    typealias Known = [String: Int64]

    func poll(_ poll: Poll) async throws {
        let address = try PeerAddress(poll.settings.address)
        let list = try await Self.manifest(of: address, poll.client, now: poll.ledger.surroundings.now())
        let manifest = list.events
        // An event that has left the manifest is forgotten, so that the cursor is no longer than the manifest.
        var known = Self.read(poll.cursor).filter { manifest[$0.key] != nil }
        let changed = manifest.filter { known[$0.key] != $0.value }.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
        var batch = MISPBatch()
        var inBatch: Known = [:]
        var broken = 0
        var told: [String] = []
        var losses = 0
        func place() async throws {
            guard !inBatch.isEmpty else { return }
            _ = try await poll.admit(batch)
            losses += batch.conversions.reduce(0) { $0 + $1.lossCount }
            known.merge(inBatch) { $1 }
            try await poll.keep(Self.write(known))
            (batch, inBatch) = (MISPBatch(), [:])
        }
        for (uuid, timestamp) in changed {
            try Task.checkCancellation()
            do {
                let (made, size) = try await event(uuid, at: address, poll)
                batch.add(made, size)
                inBatch[uuid] = timestamp
            } catch  where !(error is CancellationError) {
                // One broken event doesn't keep the others back; it is asked for again next time.
                let problem = ExchangeError(visiting: error)
                guard [.malformed, .tooLarge, .refused].contains(problem.code) else {
                    try await place()
                    throw error
                }
                broken += 1
                if told.count < Self.mostTold { told.append("\(uuid): \(problem.sentence)") }
            }
            if batch.byteCount > Self.batchBytes { try await place() }
        }
        try await place()
        var sentence = "\(manifest.count) events, \(changed.count - broken) of them read now"
        if list.strangers > 0 { sentence += "; \(list.strangers) of its names are no UUID, and were passed over" }
        if losses > 0 { sentence += "; \(losses) fields without place in STIX" }
        if broken > 0 { sentence += "; \(broken) couldn't be read: " + told.joined(separator: "; ") }
        try await poll.say(sentence)
    }

    /// Reads the manifest behind an address.
    ///
    /// - Throws: `malformed`, `tooLarge`, and what a client throws.
    static func manifest(of address: PeerAddress, _ client: PeerClient, now: Timestamp) async throws -> MISPManifest {
        let place = address.appending("manifest.json")
        var manifest = MISPManifest(at: place)
        try await client.read(
            place, accept: "application/json", limit: MISPManifest.mostBytes,
            begin: { try TAXIIMedia.check(status: $0, headers: $1, at: place, now: now) },
            take: { try manifest.take($0) })
        try manifest.finish()
        return manifest
    }

    private func event(_ uuid: String, at address: PeerAddress, _ poll: Poll) async throws -> (MISPConversion, Int) {
        let document = try MISPDocument(await get(address.appending("\(uuid).json"), poll))
        let options = MISPConversion.Options(untagged: poll.settings.defaultMarking ?? .amberStrict, isPublished: true)
        let made = try MISPConversion(document.events[0], of: document.text, options, MISPAccount { _ in })
        guard document.events.count == 1, made.event == MISPRegister.UUID(given: uuid).text else {
            throw ExchangeError(.malformed, "the file holds another event than its name says")
        }
        return (made, document.text.bytes.count)
    }

    private func get(_ address: String, _ poll: Poll) async throws -> [UInt8] {
        let reply = try await poll.client.get(address, accept: "application/json", limit: MISPText.mostBytes)
        try TAXIIMedia.check(
            status: reply.status, headers: reply.headers, at: address, now: poll.ledger.surroundings.now())
        return reply.body
    }

    private static func read(_ cursor: String?) -> Known {
        cursor.flatMap { try? JSONDecoder().decode(Known.self, from: Data($0.utf8)) } ?? [:]
    }

    private static func write(_ known: Known) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(known), as: UTF8.self)
    }
}

/// Some events that are placed together, each converted when its turn comes.
private struct MISPBatch: ByteSource {
    private(set) var conversions: [MISPConversion] = []
    private(set) var byteCount = 0
    private var index = 0

    mutating func add(_ conversion: MISPConversion, _ size: Int) {
        conversions.append(conversion)
        byteCount += size
    }

    mutating func next() -> [UInt8]? {
        while index < conversions.count {
            if let piece = conversions[index].next() { return piece }
            index += 1
        }
        return nil
    }
}
