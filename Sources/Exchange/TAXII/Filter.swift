import Crypto
import Foundation
import Ledger
import STIX
import Web

/// What the query of a request asks for (TAXII 2.1 §3.4), and where an earlier page ended.
struct Filter {
    /// What a kind of resource can be filtered by, beside `added_after`, `limit` and `next`.
    enum Match: String, CaseIterable {
        case id, type, version
        case specVersion = "spec_version"
    }

    private var question: LogQuestion
    private var isVain = false
    /// Names the resource and the filters: a cursor leads on in the very list it came from.
    private let scope: String

    static let mostObjects = 1_000
    private static let mostValues = 100

    /// - Parameters:
    ///   - matches: those of them that the resource knows.
    ///   - subject: what of which collection is listed.
    ///   - isPaged: whether `added_after`, `limit` and `next` mean something.
    init(_ query: WebQuery, matches: [Match], of subject: String, isPaged: Bool = true) throws {
        var question = LogQuestion(limit: Self.mostObjects)
        var seen: [String: String] = [:]
        for (name, value) in query.parameters {
            guard seen.updateValue(value, forKey: name) == nil else {
                throw TAXIIError.badParameter(name, "It stands there twice; several values are written with commas.")
            }
        }
        for match in matches {
            let name = "match[\(match.rawValue)]"
            guard let value = seen[name] else { continue }
            let values = value.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            guard !values.contains(""), values.count <= Self.mostValues else {
                throw TAXIIError.badParameter(name, "It is a list of 1 to \(Self.mostValues) values with commas.")
            }
            switch match {
            case .id: question.ids = Array(Set(values)).sorted()
            case .type: question.types = Array(Set(values)).sorted()
            case .version: question.versions = try Self.versions(values, name)
            case .specVersion: isVain = !values.contains("2.1")
            }
        }
        let known = matches.map { "match[\($0.rawValue)]" } + (isPaged ? ["added_after", "limit", "next"] : [])
        try query.check(known)
        if isPaged, let text = seen["added_after"] {
            guard let date = Timestamp(text) else {
                throw TAXIIError.badParameter("added_after", "It is a moment such as 2026-01-31T12:00:00.000Z.")
            }
            question.addedAfter = date
        }
        if isPaged, let text = seen["limit"] {
            guard let limit = Int(text), limit > 0 else {
                throw TAXIIError.badParameter("limit", "It is a positive whole number.")
            }
            question.limit = min(limit, Self.mostObjects)
        }
        let filters = seen.filter { $0.key != "limit" && $0.key != "next" }.sorted { $0.key < $1.key }
        scope = ([subject] + filters.flatMap { [$0.key, $0.value] }).map { "\($0.utf8.count) \($0)" }.joined()
        self.question = question
        if isPaged, let next = seen["next"] { self.question.after = try position(of: next) }
    }

    /// The question; one that nothing answers where only another version of STIX is asked for.
    var asked: LogQuestion {
        var asked = question
        if isVain { asked.ids = [] }
        return asked
    }

    /// Only this object; of it these versions, where no others are asked for.
    mutating func narrow(to id: String, _ versions: LogQuestion.Versions? = nil) {
        question.ids = [id]
        if let versions { question.versions = versions }
    }

    /// What leads on behind a position.
    func next(after position: Int) -> String { "\(position).\(seal(position))" }

    /// - Throws: 400 for what did not come from this list.
    private func position(of next: String) throws -> Int {
        let halves = next.split(separator: ".", omittingEmptySubsequences: false)
        guard halves.count == 2, let position = Int(halves[0]), position >= 0, halves[1] == seal(position) else {
            throw TAXIIError.badParameter("next", "It leads on in the list that gave it, with the same filters.")
        }
        return position
    }

    /// Not a secret: it keeps a mistake from leaving a hole.
    private func seal(_ position: Int) -> String {
        hex(Array(SHA256.hash(data: Array("\(position) \(scope)".utf8)))[..<8])
    }

    private static func versions(_ values: [String], _ name: String) throws -> LogQuestion.Versions {
        var versions = LogQuestion.Versions()
        for value in values {
            switch value {
            case "last": versions.last = true
            case "first": versions.first = true
            case "all": versions.all = true
            default:
                guard let time = Timestamp(value) else {
                    throw TAXIIError.badParameter(name, "A version is `last`, `first`, `all` or a moment.")
                }
                versions.times.append(time)
            }
        }
        guard !versions.all || values.count == 1 else {
            throw TAXIIError.badParameter(name, "`all` stands alone.")
        }
        return versions
    }
}

extension WebQuery {
    /// A filter that is not understood is never ignored: whoever sent it would take all for some.
    ///
    /// - Throws: 400 for a parameter of another name.
    func check(_ known: [String]) throws {
        guard let unknown = parameters.map(\.name).first(where: { !known.contains($0) }) else { return }
        let list = known.isEmpty ? "takes no parameters" : "knows \(known.joined(separator: ", "))"
        throw TAXIIError.badParameter(unknown, "This address \(list).")
    }
}
