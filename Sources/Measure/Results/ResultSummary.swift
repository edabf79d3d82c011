import CompositeIndex
import Foundation

/// The result for programs: units from the best rank down, each with the scores of all aggregates.
struct ResultSummary: Encodable {
    struct Standing: Encodable {
        let code: String
        let name: String
        /// Nil where the unit has no score.
        let rank: Int?
        /// The score of each aggregate that has one.
        let scores: [String: Double]
        /// The tier or stage that each step puts the unit in.
        let standings: [String: String]
    }

    struct Node: Encodable {
        let code: String
        let name: String
        let parent: String?
        let weight: Double
    }

    let name: String
    let version: String
    let time: Double?
    let framework: Framework
    let nodes: [Node]
    let units: [Standing]

    init(_ results: IndexResults, _ edition: FiledEdition) {
        let tables = ResultTables(results: results)
        let hierarchy = results.data.hierarchy
        let weights = OutlineWeights(results)
        let standings = tables.standings
        name = edition.framework.name
        version = edition.framework.version
        time = results.data.time
        framework = edition.framework
        nodes = hierarchy.outline.map { number in
            let node = hierarchy.nodes[number]
            return Node(
                code: node.code, name: node.name, parent: node.parent.map { hierarchy.nodes[$0].code },
                weight: weights.amongSiblings[number])
        }
        let ranks = results.ranks
        units = tables.order.map { row in
            var scores: [String: Double] = [:]
            for number in hierarchy.aggregateNumbers {
                let score = results.scores?[row, number] ?? .nan
                if !score.isNaN { scores[hierarchy.nodes[number].code] = score }
            }
            return Standing(
                code: results.data.units[row].code, name: results.data.units[row].name,
                rank: ranks.isEmpty ? nil : ranks[row], scores: scores,
                standings: Dictionary(
                    standings.map { ($0.heading, $0.names[row]) }, uniquingKeysWith: { first, _ in first }))
        }
    }

    func json() throws(MeasureError) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        do {
            return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
        } catch {
            throw MeasureError("unwritable", "the results could not be written as JSON: \(error)")
        }
    }
}
