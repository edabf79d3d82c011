import ArgumentParser
import CompositeIndex
import Files
import Foundation
import Measure

struct MeasureCompareCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare", abstract: "Say what changed the scores between two editions.",
        discussion: """
            The change of each unit's score is split by Shapley value over its own data, the method, the weights and the data of \
            the others; the parts add up to the change. Editions of different method are refused unless --across-methods says that \
            this is meant.

            OLD and NEW are folders that `concord measure run` has written.

            Example:
              concord measure compare results-2024 results-2025 --output change.html
            """)

    @OptionGroup var output: OutputOption
    @Argument(help: "The results folder of the earlier edition.")
    var old: String
    @Argument(help: "The results folder of the later edition.")
    var new: String
    @Option(name: .customLong("output"), help: "A page to write as well.")
    var page: String?
    @Flag(help: "Compare editions though their methods differ.")
    var acrossMethods = false

    struct Line: Encodable {
        let unit: String
        let before: Double
        let after: Double
        let change: Double
        let ownData: Double
        let method: Double
        let weights: Double
        let othersData: Double
    }

    func run() async throws {
        Concord.publishesFiles()
        let (before, after) = (try ResultsFolder.edition(of: old), try ResultsFolder.edition(of: new))
        let domain = MeasureDomain(version: Concord.version)
        let change = try await domain.compare(before, after, acrossMethods: acrossMethods)
        try output.add("unit\tbefore\tafter\tchange\town data\tmethod\tweights\tothers' data")
        for unit in change.units {
            let numbers = [
                unit.before, unit.after, unit.change, unit.ownData, unit.method, unit.weights, unit.othersData,
            ]
            try output.say(
                Line(
                    unit: unit.unit, before: unit.before, after: unit.after, change: unit.change, ownData: unit.ownData,
                    method: unit.method, weights: unit.weights, othersData: unit.othersData),
                "\(unit.unit)\t\(numbers.map { "\(String(format: "%.2f", $0))" as Printed }.joined(separator: "\t"))")
        }
        if let page {
            try OutputFile.write(domain.page(of: change, from: before, to: after), to: page)
        }
        if !change.entered.isEmpty { try output.add("entered: \(change.entered.joined(separator: ", "))") }
        if !change.left.isEmpty { try output.add("left: \(change.left.joined(separator: ", "))") }
        for difference in change.methodDifferences { try output.add("the methods differ: \(difference)") }
    }
}
