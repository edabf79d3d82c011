import Hall
import Ledger
import STIX
import Web

extension Visit<ExchangeDomain> {
    /// TAXII 2.1 §5.4.
    func objects() async throws -> Answer {
        let name = try request.value(.name)
        return try await envelope(
            Filter(request.query, matches: [.id, .type, .version, .specVersion], of: "objects \(name)"))
    }

    /// TAXII 2.1 §5.6.
    func object() async throws -> Answer {
        let (name, id) = (try request.value(.name), try request.value(.id))
        var filter = try Filter(request.query, matches: [.version, .specVersion], of: "object \(name) \(id)")
        filter.narrow(to: id)
        return try await envelope(filter, about: id)
    }

    /// TAXII 2.1 §5.3.
    func manifest() async throws -> Answer {
        let name = try request.value(.name)
        let filter = try Filter(
            request.query, matches: [.id, .type, .version, .specVersion], of: "manifest \(name)")
        let page = try await versions(filter)
        return answer(
            page, filter,
            page.content.isEmpty
                ? nil
                : .init(
                    name: "objects",
                    value: .array(
                        page.content.map {
                            .object([
                                .text("id", $0.id), .text("date_added", $0.added.whole),
                                .text("version", $0.version.description), .text("media_type", TAXIIMediaType.stix),
                            ])
                        })))
    }

    /// TAXII 2.1 §5.8.
    func versions() async throws -> Answer {
        let (name, id) = (try request.value(.name), try request.value(.id))
        var filter = try Filter(request.query, matches: [.specVersion], of: "versions \(name) \(id)")
        filter.narrow(to: id, .all)
        let page = try await versions(filter, about: id)
        return answer(
            page, filter,
            page.content.isEmpty ? nil : .texts("versions", page.content.map(\.version.description)))
    }

    /// The bytes of the objects as they came, in one piece with what stands around them.
    private func envelope(_ filter: Filter, about id: String? = nil) async throws -> Answer {
        let opening = Array(#"{"objects":["#.utf8)
        guard
            var page = try await reader.bodies(
                filter.asked, in: request.value(.name), opening: opening, mostBytes: Self.mostBytes)
        else { throw nothing }
        if page.count == 0 {
            try await find(id, in: page.collection)
            page.content = Array("{".utf8)
        } else {
            page.content.append(UInt8(ascii: "]"))
        }
        if page.more {
            let comma = page.count == 0 ? "" : ","
            page.content += Array(#"\#(comma)"more":true,"next":"\#(filter.next(after: page.reached))""#.utf8)
        }
        page.content.append(UInt8(ascii: "}"))
        var answer = Answer.taxii(page.content)
        answer.headers = dates(page)
        return answer
    }

    /// A page of larger objects is shorter: a thousand of them are not held for everybody who asks.
    private static let mostBytes = 2 << 20

    private func versions(_ filter: Filter, about id: String? = nil) async throws -> LogPage<[PlacedVersion]> {
        guard let page = try await reader.versions(filter.asked, in: request.value(.name)) else { throw nothing }
        if page.count == 0 { try await find(id, in: page.collection) }
        return page
    }

    /// - Throws: 404 where an object by itself is asked for, and does not stand there.
    private func find(_ id: String?, in collection: LogCollection) async throws {
        guard let id else { return }
        guard try await reader.holds(id, in: collection) else { throw TAXIIError.notFound }
    }

    private func answer<Content>(_ page: LogPage<Content>, _ filter: Filter, _ list: JSON.Member?) -> Answer {
        var members = list.map { [$0] } ?? []
        // `next` was forgotten in the standard for these two (§5.3.1, §5.8.1), and clients look for it.
        if page.more { members += [.flag("more", true), .text("next", filter.next(after: page.reached))] }
        var answer = Answer.taxii(.object(members))
        answer.headers = dates(page)
        return answer
    }

    private func dates<Content>(_ page: LogPage<Content>) -> [Answer.Header] {
        [
            page.firstAdded.map { .init("X-TAXII-Date-Added-First", $0.whole) },
            page.lastAdded.map { .init("X-TAXII-Date-Added-Last", $0.whole) },
        ].compactMap(\.self)
    }
}

extension Timestamp {
    /// With all six decimals, as TAXII writes moments (§2).
    var whole: String {
        let text = description.dropLast()
        let decimals = text.reversed().prefix { $0 != "." }.count
        return text + String(repeating: "0", count: max(0, 6 - decimals)) + "Z"
    }
}
