import Hall
import Ledger
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
        let typed = request.form["name"].flatMap { $0.isEmpty ? nil : $0 }
        do {
            let id = try await desk.ledger.take(file, named: typed ?? file.name, into: place, by: person)
            return .redirect(to: Address.object(id).href(with: [("done", "published")]))
        } catch let mistake as FileFormModel.Mistake {
            return try await fileForm(for: person, mistake: mistake)
        }
    }
}
