import Foundation
package import Ledger
package import Outside
package import STIX

/// Gives what stands in a collection to a TAXII 2.1 collection elsewhere (§5.5), as the stored bytes.
///
/// What it gives is out of this gateway's hands: only what is marked up to a label that the operator states leaves, and only
/// where whoever receives it can read that label in the object itself.
package struct TAXIIPush: Sendable {
    let ledger: GatewayLedger
    let client: PeerClient
    let wait: @Sendable (_ seconds: Int) async throws -> Void

    /// What became of a push.
    package struct Outcome: Sendable, Equatable {
        package struct Failure: Sendable, Equatable {
            package let id: String
            package let sentence: String
        }

        package var given = 0
        /// Above what may leave.
        package var kept = 0
        /// May leave by its record, but does not say so itself.
        package var unmarked = 0
        package var failed = 0
        /// The first of those.
        package var failures: [Failure] = []
        /// Log entries of the collection that are dealt with.
        package var reached = 0
    }

    package init(
        _ ledger: GatewayLedger, _ client: PeerClient,
        wait: @escaping @Sendable (_ seconds: Int) async throws -> Void = { try await Task.sleep(for: .seconds($0)) }
    ) {
        (self.ledger, self.client, self.wait) = (ledger, client, wait)
    }

    private static let mostObjects = 500
    private static let mostBytes = 4 << 20
    private static let mostFailures = 20
    /// Seconds until a server that still works on what it was given is left, with the rest for the next push.
    private static let patience = 600

    private var now: Timestamp { ledger.surroundings.now() }

    /// Gives what is new since the last push to this address.
    ///
    /// - Parameters:
    ///   - upTo: the strictest marking that leaves; never RED, which is for the named recipients of a conversation.
    ///   - again: begin at the first entry; a server that has an object already adds nothing.
    /// - Throws: `badSource` where the address can't be written to, else why the giving broke off; what was given is kept in mind.
    package func run(
        _ name: String, to address: String, upTo: TLP, again: Bool = false, progress: (Outcome) -> Void = { _ in }
    ) async throws -> Outcome {
        guard upTo < .red else {
            throw ExchangeError(.badSource, "TLP:RED is for the named recipients only, and is given to no server")
        }
        guard let collection = try await Reader.machine(of: ledger).collection(name) else {
            throw LedgerError(.unknownCollection, "there is no collection \(name)")
        }
        let target = try PeerAddress(address)
        let place = target.appending()
        let most = try await room(at: target)
        let pushes = Pushes(ledger: ledger)
        var next = again ? 0 : try await pushes.next(of: collection, to: place, upTo: upTo)
        var outcome = Outcome()
        outcome.reached = next
        var count = Self.mostObjects
        while true {
            let entries = try await ledger.outgoing(of: collection, from: next, most: count)
            guard !entries.isEmpty else { return outcome }
            var batch: [OutgoingEntry] = []
            var size = 0
            // Counts only once the batch is taken: what is too much at once is looked at again.
            var passed = outcome
            for entry in entries {
                // Marked as what everyone may have, it needs no label to be handled rightly.
                let leaves = entry.marking <= upTo && (entry.isMarked || entry.marking == .clear)
                if leaves, size + entry.bytes.count + 1 > most - 16, !batch.isEmpty { break }
                next = entry.position + 1
                if entry.marking > upTo {
                    passed.kept += 1
                } else if !leaves {
                    passed.unmarked += 1
                } else if entry.bytes.count + 16 > most {
                    note(entry.id, "it is larger than the server takes", in: &passed)
                } else {
                    batch.append(entry)
                    size += entry.bytes.count + 1
                }
            }
            if let first = batch.first {
                guard try await give(batch, to: target, &passed) else {
                    // Too much at once: the same again in smaller pieces.
                    guard batch.count > 1 else {
                        note(first.id, "it is larger than the server takes", in: &passed)
                        passed.reached = next
                        outcome = passed
                        try await pushes.keep(next, of: collection, to: place, upTo: upTo)
                        continue
                    }
                    next = first.position
                    count = max(1, batch.count / 2)
                    continue
                }
            }
            passed.reached = next
            outcome = passed
            try await pushes.keep(next, of: collection, to: place, upTo: upTo)
            progress(outcome)
        }
    }

    /// How many bytes the server takes at once.
    private func room(at target: PeerAddress) async throws -> Int {
        let json = try await client.resource(target.appending(), now: now)
        guard let collection = RemoteCollection(json, at: target.appending()) else {
            throw ExchangeError(
                .badSource, "\(target) is no TAXII 2.1 collection; `concord source test` says what is there")
        }
        guard collection.canWrite else {
            throw ExchangeError(.denied, "\(collection.title) can't be written with these credentials; ask its people")
        }
        guard let root = root(of: target), let json = try? await client.resource(root, now: now),
            let most = json["max_content_length"]?.number?.value, most >= 1_024
        else { return Self.mostBytes }
        return Int(min(most, Double(Self.mostBytes)))
    }

    /// `…/collections/ID/` stands below the API root (§1.5).
    private func root(of target: PeerAddress) -> String? {
        let parts = target.appending().components(separatedBy: "/collections/")
        return parts.count > 1 ? parts.dropLast().joined(separator: "/collections/") + "/" : nil
    }

    /// False where the server wants less at once.
    private func give(_ batch: [OutgoingEntry], to target: PeerAddress, _ outcome: inout Outcome) async throws -> Bool {
        var body = Array(#"{"objects":["#.utf8)
        for (index, entry) in batch.enumerated() {
            if index > 0 { body.append(UInt8(ascii: ",")) }
            body += entry.bytes
        }
        body += Array("]}".utf8)
        let address = target.appending("objects/")
        let reply = try await client.post(
            address, body, type: TAXIIMedia.type, accept: TAXIIMedia.type, limit: 64 << 20)
        if reply.status == 413 { return false }
        var status = try reply.resource(at: address, now: now)
        var waited = 0
        while status["status"]?.string == "pending" {
            guard let root = root(of: target), let id = status["id"]?.string,
                id.utf8.allSatisfy({ 0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 || 0x61...0x7A ~= $0 || $0 == 0x2D }),
                waited < Self.patience
            else {
                throw ExchangeError(.busy, "\(target) has not finished with what it was given; push again later")
            }
            let seconds = min(30, max(1, waited / 2))
            try await wait(seconds)
            waited += seconds
            let place = root + "status/\(id)/"
            let reply = try await client.get(place, accept: TAXIIMedia.type, limit: 64 << 20)
            if reply.status == 429 || reply.status == 503 { continue }
            status = try reply.resource(at: place, now: now)
        }
        guard status["status"]?.string == "complete" else {
            throw ExchangeError(.malformed, "\(target) does not say what became of what it was given")
        }
        let failures = status["failures"]?.array ?? []
        let count = max(
            failures.count, Int(status["failure_count"]?.number?.value.clamped(to: 0...Double(batch.count)) ?? 0))
        for failure in failures.prefix(batch.count) {
            note(
                ExchangeError.excerpt(failure["id"]?.string ?? "an object without id"),
                ExchangeError.excerpt(failure["message"]?.string ?? "the server does not say why"), in: &outcome)
        }
        outcome.failed += max(0, min(count, batch.count) - min(failures.count, batch.count))
        outcome.given += batch.count - min(count, batch.count)
        return true
    }

    private func note(_ id: String, _ sentence: String, in outcome: inout Outcome) {
        outcome.failed += 1
        if outcome.failures.count < Self.mostFailures { outcome.failures.append(.init(id: id, sentence: sentence)) }
    }
}

extension Double {
    fileprivate func clamped(to range: ClosedRange<Double>) -> Double {
        Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
    }
}
