import Foundation
import Ledger
import STIX

/// A folder of MISP events behind an HTTP address: a manifest, and one file for each event.
struct MISPFeed: Feed {
    static let longestManifest = 64 << 20
    /// The parser knows no more names in one object.
    private static let limits = ScanLimits(objectBytes: longestManifest, properties: 32_000, values: 8_000_000)
    /// Objects of so many bytes are placed together.
    private static let batchBytes = 4 << 20
    private static let mostTold = 5

    /// Moments of the last change that have been read, by UUID: what a cursor holds.
    typealias Known = [String: Int64]

    func poll(_ poll: Poll) async throws {
        let address = try PeerAddress(poll.settings.address)
        let list = Self.manifest(of: address)
        let manifest = try Self.events(of: await get(list, limit: Self.longestManifest, poll), at: list)
        // An event that has left the manifest is forgotten, so that the cursor is no longer than the manifest.
        var known = Self.read(poll.cursor).filter { manifest[$0.key] != nil }
        let changed = manifest.filter { known[$0.key] != $0.value }.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
        var batch: [UInt8] = []
        var inBatch: Known = [:]
        var broken: [String] = []
        var losses = 0
        func place() async throws {
            guard !inBatch.isEmpty else { return }
            _ = try await poll.admit(MemorySource(batch))
            known.merge(inBatch) { $1 }
            try await poll.keep(Self.write(known))
            (batch, inBatch) = ([], [:])
        }
        for (uuid, timestamp) in changed {
            try Task.checkCancellation()
            do {
                let made = try await event(uuid, at: address, poll)
                batch += made.bytes
                losses += made.losses.count
                inBatch[uuid] = timestamp
            } catch let error as ExchangeError {
                // One broken event doesn't keep the others back; it is asked for again next time.
                guard [.malformed, .tooLarge, .refused].contains(error.code) else {
                    try await place()
                    throw error
                }
                broken.append("\(uuid): \(error.sentence)")
            }
            if batch.count > Self.batchBytes { try await place() }
        }
        try await place()
        var sentence = "\(manifest.count) events, \(changed.count - broken.count) of them read now"
        if losses > 0 { sentence += "; \(losses) fields without place in STIX" }
        if !broken.isEmpty {
            sentence += "; \(broken.count) couldn't be read: " + broken.prefix(Self.mostTold).joined(separator: "; ")
        }
        try await poll.say(sentence)
    }

    static func manifest(of address: PeerAddress) -> String { address.appending("manifest.json") }

    /// The events that a manifest names.
    ///
    /// - Throws: `malformed`, `tooLarge`.
    static func events(of bytes: [UInt8], at address: String) throws -> Known {
        let place = ExchangeError.excerpt(address)
        let tree: STIX.JSON
        do {
            tree = try STIX.JSON.parse(bytes, limits: limits)
        } catch let error as STIX.JSON.ParseError {
            throw ExchangeError(
                error.code == .tooManyProperties ? .tooLarge : .malformed,
                "\(place) is no manifest of a MISP feed that can be read: \(error.sentence)")
        }
        guard let members = tree.members else {
            throw ExchangeError(.malformed, "\(place) is no manifest of a MISP feed: it is no JSON object")
        }
        var known: Known = [:]
        for member in members {
            // The name becomes a part of an address.
            guard STIXIdentifier.isValid("report--\(member.name)") else { continue }
            let stamp = member.value["timestamp"]
            known[member.name] = (stamp?.string ?? stamp?.number?.text).flatMap { Int64($0) } ?? 0
        }
        return known
    }

    private func event(_ uuid: String, at address: PeerAddress, _ poll: Poll) async throws -> MISPConversion {
        let bytes = try await get(address.appending("\(uuid).json"), limit: MISPSource.mostBytes, poll)
        let events = try MISPSource.events(in: bytes)
        let options = MISPConversion.Options(untagged: poll.settings.defaultMarking ?? .amberStrict, isPublished: true)
        let made = try MISPConversion(events[0].event, at: events[0].path, options)
        guard events.count == 1, made.event == MISPIdentifier.uuid(uuid, else: uuid) else {
            throw ExchangeError(.malformed, "the file holds another event than its name says")
        }
        return made
    }

    private func get(_ address: String, limit: Int, _ poll: Poll) async throws -> [UInt8] {
        let reply = try await poll.client.get(address, accept: "application/json", limit: limit)
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
