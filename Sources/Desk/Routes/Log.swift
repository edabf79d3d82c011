import Ledger
import MerkleLog
import Web

/// The log of a collection as C2SP tlog-tiles, with the records of its entries beside them.
extension DeskDomain {
    var log: Endpoint {
        Endpoint(.log, says: "The address of a log; leads on to its collection.") { request in
            .redirect(to: Address.collection(try await readable(request).id).href)
        }
    }

    var checkpoint: Endpoint {
        Endpoint(.checkpoint, says: "The signed checkpoint of a collection's log.") { request in
            guard let head = try await reader.head(of: readable(request)) else { throw Problem.notFound }
            return Answer(
                contentType: "text/plain; charset=utf-8", body: Array(head.note.utf8), keeping: .seconds(2))
        }
    }

    var tile: Endpoint {
        Endpoint(.tile, says: "A hash tile, entry bundle or record bundle of a collection's log.") { request in
            let collection = try await readable(request)
            guard let head = try await reader.head(of: collection), let log = try await reader.log(collection.id) else {
                throw Problem.notFound
            }
            let size = head.checkpoint.size
            let path = "tile/" + (try request.value(.path))
            if let tile = Tile(path: path), tile.exists(in: size) {
                return .piece(try tile.encode(try await log.hashes(of: tile)))
            }
            if let bundle = EntryBundle(path: path), bundle.entries.upperBound <= size {
                return .piece(try bundle.encode(try await log.leaves(of: bundle)))
            }
            if let bundle = EntryBundle(recordsPath: path), bundle.entries.upperBound <= size {
                var bytes: [UInt8] = []
                for record in try await log.records(of: bundle) { record.append(to: &bytes) }
                // What is withdrawn or erased later leaves the bundle, so it is not kept.
                return Answer(contentType: "application/octet-stream", body: bytes, keeping: .revalidated)
            }
            throw Problem.notFound
        }
    }

    var export: Endpoint {
        Endpoint(.export, says: "The whole log as one file that `concord log verify` reads.") { request in
            let collection = try await readable(request)
            var answer = Answer(
                contentType: "application/x-tar", body: [], keeping: .never,
                headers: [.init("Content-Disposition", "attachment; filename=\"\(collection.alias).tar\"")])
            answer.stream = AnswerStream { [reader] send in _ = try await reader.export(collection.id, to: send) }
            return answer
        }
    }
}

extension Answer {
    /// A piece of a log; it never changes within an epoch, and the address is that of the collection in all its epochs.
    fileprivate static func piece(_ bytes: [UInt8]) -> Answer {
        Answer(contentType: "application/octet-stream", body: bytes, keeping: .seconds(300))
    }
}
