import STIX

@testable import Desk

/// Builders for the invented objects of pictures and tests.
extension JSON {
    static func mock(_ members: KeyValuePairs<String, JSON>) -> JSON {
        .object(members.map { JSON.Member(name: $0.key, value: $0.value) })
    }

    static func mock(_ texts: [String]) -> JSON {
        .array(texts.map(JSON.string))
    }

    static func mock(_ number: Int) -> JSON {
        JSON.Number(Double(number)).map(JSON.number) ?? .null
    }
}
