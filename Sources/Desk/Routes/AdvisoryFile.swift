import Hall
import Ledger
import STIX
import Web

extension Visit<DeskDomain> {
    /// An advisory as plain text.
    func text() async throws -> Answer {
        let (advisory, labels) = try await advisory()
        let body = Array(advisory.plain(labels).utf8)
        return file(body, type: "text/plain; charset=utf-8")
    }

    /// An advisory as a mail to save.
    func mail() async throws -> Answer {
        let (advisory, labels) = try await advisory()
        let address = gateway.address
        let host = address.split(separator: "/").last.map { String($0.prefix { $0 != ":" }) } ?? "localhost"
        var answer = file(
            advisory.mail(labels, from: advisory.author, host: host), type: "message/rfc822")
        answer.headers.append(.init("Content-Disposition", "attachment; filename=\"advisory.eml\""))
        return answer
    }

    private func file(_ body: [UInt8], type: String) -> Answer {
        Answer(
            contentType: type, body: body, keeping: person == nil ? .revalidated : .own,
            headers: [.init("Vary", "Accept-Language, Cookie"), .init("Content-Language", request.language.rawValue)],
            etag: Fingerprint.etag(of: body))
    }

    /// Only reports are texts by themselves; for anything else there is no such file.
    private func advisory() async throws -> (AdvisoryText, AdvisoryText.Labels) {
        let id = try request.value(.id)
        guard let placement = try await reader.standing(of: id)?.current, placement.withdrawal == nil,
            let body = try await reader.body(of: placement)
        else { throw Problem.notFound }
        let json = try JSON.parse(body)
        guard json.text("type") == "report" else { throw Problem.notFound }
        let references = json.texts("object_refs")
        let author = json.text("created_by_ref")
        let names = try await objectNames(references)
        let authorship = try await reader.authorship(of: placement)
        let labels = DeskWords.in(request.language).publish.labels
        let objects = references.filter { $0 != author }.compactMap { names[$0] }.prefix(200).map { name in
            let type = gateway.types[name.type]?.words(request.language).one ?? name.type
            return "\(type): \(name.title)"
        }
        let sources = ExternalReference.all(of: json).map { source in
            [source.source, source.externalID, source.address].compactMap(\.self).joined(separator: " ")
        }
        let advisory = AdvisoryText(
            title: (json.text("name") ?? id).split(whereSeparator: \.isNewline).joined(separator: " "),
            marking: placement.marking,
            author: authorship?.name ?? (author == nil ? labels.noAuthor : labels.unknownAuthor),
            published: Moment(json.text("published") ?? placement.version.description),
            text: json.text("description") ?? "", objects: Array(objects), sources: sources,
            address: gateway.full(.object(id)), id: id)
        return (advisory, labels)
    }
}
