package import Ledger
import Web

/// One figure of the gateway, as Prometheus reads it: a name, and a value for each set of labels.
package struct MetricFamily: Sendable {
    package enum Kind: String, Sendable { case gauge, counter }

    package struct Sample: Sendable {
        let labels: [(name: String, value: String)]
        let value: Double

        package init(_ labels: [(name: String, value: String)] = [], _ value: Double) {
            self.labels = labels
            self.value = value
        }
    }

    package let name: String
    let kind: Kind
    let help: String
    let samples: [Sample]

    /// - Parameter help: one sentence, without a line end.
    package init(_ name: String, _ kind: Kind, _ help: String, _ samples: [Sample]) {
        self.name = name
        self.kind = kind
        self.help = help
        self.samples = samples
    }

    /// The lines of the text format, version 0.0.4; nothing where there is no sample.
    var text: String {
        guard !samples.isEmpty else { return "" }
        return "# HELP \(name) \(help)\n# TYPE \(name) \(kind.rawValue)\n"
            + samples.map { sample in
                let labels = sample.labels.map { "\($0.name)=\"\(Self.escaped($0.value))\"" }.joined(separator: ",")
                return name + (labels.isEmpty ? "" : "{\(labels)}") + " \(Self.number(sample.value))\n"
            }.joined()
    }

    /// Backslash, quotation mark and line feed are all that the format escapes.
    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }

    private static func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
    }
}

/// Who asks for figures, and what they read: each domain tells of that and no more.
package struct MetricsQuestion: Sendable {
    package let person: Person
    package let collections: [LogCollection]

    package init(person: Person, collections: [LogCollection]) {
        self.person = person
        self.collections = collections
    }

    /// The alias of a collection that they read; nil for any other.
    package func alias(of collection: String) -> String? { collections.first { $0.id == collection }?.alias }
}
