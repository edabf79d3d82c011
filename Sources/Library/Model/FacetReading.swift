import Hall
import Kinds

/// How the short values of a kind's objects are read in a list: a date by its year, a term as it is called now.
struct FacetReading: Sendable {
    let kind: Kind
    /// The identifiers of the kind's versions that are known to the reader.
    let versions: [String]
    /// The fields that are dates.
    let dates: Set<String>
    let terms: TermMap

    /// The values that a chosen one stands for.
    func all(_ value: String, of field: String) -> [String] {
        guard let vocabulary = kind.field(field).flatMap(kind.vocabulary) else { return [value] }
        return terms.all(value, in: vocabulary)
    }

    func shown(_ value: String, of field: String) -> String {
        if dates.contains(field) { return String(value.prefix(4)) }
        guard let vocabulary = kind.field(field).flatMap(kind.vocabulary) else { return value }
        return terms.now(value, in: vocabulary)
    }
}
