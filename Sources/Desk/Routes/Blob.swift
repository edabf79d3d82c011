import Hall
import Ledger
import STIX
import Web

/// Files that are not objects: whoever reads an object that names one has it, and to everybody else it is not there.
extension Visit<DeskDomain> {
    func objectBlob() async throws -> Answer {
        guard let shown = try await reader.standing(of: request.value(.id))?.current,
            let blob = try await reader.blob(of: shown)
        else { throw Problem.notFound }
        let name = try await reader.body(of: shown).flatMap { try JSON.parse($0).text("name") }
        return try await answer(blob, called: name)
    }

    func blob() async throws -> Answer {
        guard let blob = try await reader.blob(digits: try request.value(.hash), in: request.value(.collection))
        else { throw Problem.notFound }
        return try await answer(blob, called: nil)
    }

    /// A line for each: SHA-256, space, size; `after` goes on behind one.
    func blobs() async throws -> Answer {
        let collection = try await readableCollection()
        guard let list = try await reader.blobList(of: collection, after: request.query["after"]) else {
            throw Problem.badRequest(parameter: "after")
        }
        return Answer(
            contentType: "text/plain; charset=utf-8", body: Array(list.utf8),
            keeping: collection.audience == .everyone ? .revalidated : .own)
    }

    /// It is opened here, and read while it is sent: then no connection of the database is held.
    private func answer(_ blob: Blob, called name: String?) async throws -> Answer {
        guard let file = try await reader.sent(blob, called: name, inParts: request.range != nil)
        else { throw Problem.notFound }
        return .file(file, for: request, keeping: .own)
    }
}
