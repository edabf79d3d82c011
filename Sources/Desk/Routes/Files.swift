import Files
import Hall
import Ledger
import STIX
import Storage
import Web

extension Visit<DeskDomain> {
    /// Most bytes of a file that comes by a form; more comes by `concord blob put`.
    static var longestFile: Int { 64 << 20 }

    /// A form that brings a file.
    func fileForm() async throws -> Answer {
        let person = try writer()
        return try await fileForm(for: person, mistake: nil)
    }

    private func fileForm(for person: Person, mistake: FileFormModel.Mistake?) async throws -> Answer {
        // A file is brought at once, and not reviewed.
        let open = try await reader.collections().filter { person.may(.publish, in: $0).isAllowed }
        guard !open.isEmpty else { throw Problem.forbidden }
        let model = FileFormModel(
            targets: try await targets(open),
            collection: request.form["collection"] ?? request.query["collection"] ?? "",
            name: request.form["name"] ?? "", mistake: mistake, longest: Self.longestFile)
        let context = context
        return .page(model.page(in: context), in: context, status: mistake == nil ? 200 : 422)
    }

    /// Brings a file with the object that names it, in the name of the organisation of whoever sends it.
    func bringFile() async throws -> Answer {
        let person = try writer()
        guard let file = request.file else { return try await fileForm(for: person, mistake: .noFile) }
        let place = try await reader.collections().first { $0.id == request.form["collection"] }
        guard let place, person.may(.publish, in: place).isAllowed else {
            return try await fileForm(for: person, mistake: .noPlace)
        }
        let received: ReceivedBlob
        do {
            received = try await desk.ledger.draftBlob(for: place.id).take { try await file.next() }
        } catch let error as LedgerError where error.code == .overQuota {
            return try await fileForm(for: person, mistake: .noRoom)
        } catch let error as FileError where error.code == .tooLarge {
            return try await fileForm(for: person, mistake: .noRoom)
        }
        var isKept = false
        defer { if !isKept { received.discard() } }
        let typed = request.form["name"].flatMap { $0.isEmpty ? nil : $0 }
        let name = (typed ?? file.name).split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map {
            String($0.prefix(200))
        }
        let mediaType = file.mediaType.flatMap(Self.mediaType)
        let observable = try BlobObservable(
            received.hash, size: received.size, name: name, mediaType: mediaType, marking: place.defaultMarking)
        let plan = PlannedPlacement(
            [observable.bytes], bringing: [Deposit(received, mediaType: mediaType)], into: place, by: person)
        do {
            try await desk.ledger.say([plan])
            isKept = true
        } catch is PlacementRefused {
            return try await fileForm(for: person, mistake: .refused)
        } catch let error as LedgerError where error.code == .overQuota {
            return try await fileForm(for: person, mistake: .noRoom)
        }
        return .redirect(to: Address.object(observable.id).href(with: [("done", "published")]))
    }

    /// A claim that can stand in a header: `type/subtype` without parameters (RFC 6838 §4.2).
    private static func mediaType(_ claim: String) -> String? {
        let type = claim.prefix { $0 != ";" && $0 != " " }.lowercased()
        return type.wholeMatch(of: /[a-z0-9][a-z0-9!#$&^_.+-]{0,62}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,62}/) == nil
            ? nil : type
    }
}
