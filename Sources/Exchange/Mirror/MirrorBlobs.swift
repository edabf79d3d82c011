import Files
import Hall
import Ledger
import Outside
import Storage

/// Brings the files that objects of a mirror name, as far as the peer gives them and there is room.
///
/// What does not come now is asked for again at the next visit: the log is whole without it.
struct MirrorBlobs {
    let ledger: GatewayLedger
    let collection: LogCollection
    /// The address of the log, without a slash at its end.
    let log: String
    let client: PeerClient

    /// What came of it.
    struct Outcome: Equatable {
        var brought = 0
        /// The peer lists them, and did not give them, or gave something else.
        var notGiven = 0
        /// The mirror has no room for the rest.
        var isFull = false

        /// For people; nil where there is nothing to say.
        var sentence: String? {
            var said: [String] = []
            if brought > 0 { said.append("\(brought) files came") }
            if notGiven > 0 { said.append("\(notGiven) files were not given, and are asked for again") }
            if isFull { said.append("there is no room for more of its files: see `concord blob`") }
            return said.isEmpty ? nil : said.joined(separator: "; ")
        }
    }

    /// A thousand lines of a hash and a size.
    private static let longestList = 128 << 10
    /// So many that fail one after the other end the visit: the rest would too.
    private static let mostFailures = 3

    func fetch() async throws -> Outcome {
        var outcome = Outcome()
        var failures = 0
        var after: BlobHash?
        while let page = try await list(after: after) {
            let listed = page.map(\.hash)
            try await ledger.withholdUnlisted(listed, after: after, upTo: listed.last, in: collection)
            guard let last = page.last else { break }
            let wanted = Set(try await ledger.lacking(listed, in: collection))
            for (hash, size) in page where wanted.contains(hash) {
                do {
                    guard try await bring(hash, size: size) else {
                        throw ExchangeError(.malformed, "it is not \(hash)")
                    }
                    outcome.brought += 1
                    failures = 0
                } catch let error as CancellationError {
                    throw error
                } catch let error as LedgerError where error.code == .overQuota {
                    outcome.isFull = true
                    return outcome
                } catch {
                    outcome.notGiven += 1
                    failures += 1
                    if failures == Self.mostFailures { return outcome }
                }
            }
            after = last.hash
        }
        return outcome
    }

    /// Nil where the peer keeps no such list: it is an older gateway.
    private func list(after: BlobHash?) async throws -> [(hash: BlobHash, size: Int)]? {
        let query = after.map { "?after=\($0)" } ?? ""
        let reply = try await client.get("\(log)/blobs\(query)", limit: Self.longestList)
        guard reply.status == 200 else { return nil }
        var page: [(hash: BlobHash, size: Int)] = []
        var last = after?.description ?? ""
        for line in String(decoding: reply.body, as: UTF8.self).split(separator: "\n") {
            let parts = line.split(separator: " ")
            // In order, or a peer could list the same for ever.
            guard parts.count == 2, let hash = BlobHash(hex: parts[0]), let size = Int(parts[1]), size >= 0,
                hash.description > last
            else { throw ExchangeError(.malformed, "the list of files of \(log) can't be read") }
            last = hash.description
            page.append((hash, size))
        }
        return page
    }

    /// - Returns: whether the bytes are those that they are called after.
    private func bring(_ hash: BlobHash, size: Int) async throws -> Bool {
        let draft = try await ledger.draftBlob(for: collection.id)
        do {
            try await client.read("\(log)/blob/\(hash)", accept: "*/*", limit: size) { status, _ in
                guard status == 200 else {
                    throw ExchangeError(.refused, "the file \(hash) was answered with \(status)")
                }
            } take: {
                try await draft.write($0)
            }
        } catch let error as FileError where error.code == .tooLarge {
            throw LedgerError(.overQuota, "there is no room for the file \(hash)")
        }
        let received = try await draft.finish()
        guard received.hash == hash else { return false }
        try await ledger.bring([Deposit(received)], into: collection.id, as: Source(named: collection.alias))
        return true
    }
}
