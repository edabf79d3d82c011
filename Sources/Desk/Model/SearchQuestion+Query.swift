import Ledger
import STIX
import Web

extension SearchQuestion {
    /// What the address of a search asks.
    ///
    /// Throws `Problem.badRequest` naming the parameter that can't be read.
    init(_ query: WebQuery) throws(Problem) {
        func read<Value>(_ facet: SearchModel.Facet, _ make: (String) -> Value?) throws(Problem) -> Value? {
            guard let text = query[facet.rawValue], !text.isEmpty else { return nil }
            guard let value = make(text) else { throw .badRequest(parameter: facet.rawValue) }
            return value
        }
        self.init(
            query["q"] ?? "", type: try read(.type) { Form.isType($0) ? $0 : nil },
            collection: try read(.collection) { Form.isUUID($0) ? $0.lowercased() : nil },
            source: try read(.source) { $0 }, marking: try read(.marking) { TLP(label: "TLP:\($0)") },
            period: try read(.period) { Period($0) })
    }

    /// The same question in an address, always in the same order.
    var query: WebQuery {
        let parameters: [(String, String?)] = [
            ("q", text.isEmpty ? nil : text), (SearchModel.Facet.type.rawValue, type),
            (SearchModel.Facet.collection.rawValue, collection), (SearchModel.Facet.source.rawValue, source),
            (SearchModel.Facet.marking.rawValue, marking.map(\.short)),
            (SearchModel.Facet.period.rawValue, period?.description),
        ]
        return WebQuery(parameters.compactMap { name, value in value.map { (name, $0) } })
    }
}

extension TLP {
    /// Its label without `TLP:` and in lower case, as in an address: `amber+strict`.
    var short: String { String(label.dropFirst(4)).lowercased() }
}
