import Hall
import Ledger
import MerkleLog
import Web

/// The log of a collection as C2SP tlog-tiles, with the records of its entries beside them.
extension Visit<DeskDomain> {
    func log() async throws -> Answer {
        .redirect(to: Address.collection(try await readableCollection().id).href)
    }

    func checkpoint() async throws -> Answer {
        let collection = try await readableCollection()
        guard let head = try await reader.head(of: collection) else { throw Problem.notFound }
        return Answer(
            contentType: "text/plain; charset=utf-8", body: Array(head.note.utf8),
            keeping: collection.isPublic ? .seconds(2) : .own)
    }

    func tile() async throws -> Answer {
        let collection = try await readableCollection()
        guard let head = try await reader.head(of: collection), let log = try await reader.log(collection.id) else {
            throw Problem.notFound
        }
        let size = head.checkpoint.size
        let path = "tile/" + (try request.value(.path))
        if let tile = Tile(path: path), tile.exists(in: size) {
            return .piece(try tile.encode(try await log.hashes(of: tile)), of: collection)
        }
        if let bundle = EntryBundle(path: path), bundle.entries.upperBound <= size {
            return .piece(try bundle.encode(try await log.leaves(of: bundle)), of: collection)
        }
        if let bundle = EntryBundle(recordsPath: path), bundle.entries.upperBound <= size {
            var bytes: [UInt8] = []
            for record in try await log.records(of: bundle) { record.append(to: &bytes) }
            // What is withdrawn or erased later leaves the bundle, so it is not kept.
            return Answer(
                contentType: "application/octet-stream", body: bytes, keeping: collection.isPublic ? .revalidated : .own
            )
        }
        throw Problem.notFound
    }

    func export() async throws -> Answer {
        let collection = try await readableCollection()
        var answer = Answer(
            contentType: "application/x-tar", body: [], keeping: .never,
            headers: [.init("Content-Disposition", "attachment; filename=\"\(collection.alias).tar\"")])
        answer.stream = AnswerStream { [reader] send in _ = try await reader.export(collection.id, to: send) }
        return answer
    }
}

extension Answer {
    /// A piece of a log; it never changes within an epoch, and the address is that of the collection in all its epochs.
    ///
    /// Only what everyone may read is kept by others than its reader.
    fileprivate static func piece(_ bytes: [UInt8], of collection: LogCollection) -> Answer {
        Answer(
            contentType: "application/octet-stream", body: bytes, keeping: collection.isPublic ? .seconds(300) : .own)
    }
}

extension LogCollection {
    fileprivate var isPublic: Bool { audience == .everyone }
}
