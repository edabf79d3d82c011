import ArgumentParser
import CompositeIndex
import Files
import Foundation
import Measure

struct MeasureRoadmapCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roadmap", abstract: "Find the cheapest set of actions by which a unit reaches a tier or a score.",
        discussion: """
            The data of all others, the normalisation and the weights stay as in the results. The plan is proved the cheapest; where \
            the time runs out, the gap that is left is stated. Its probability is drawn: each action delivers at least the share \
            --delivers of its effect, and every weight moves by up to --weight-noise.

            ACTIONS is a table with the columns aCode, aName, Cost, Needs (codes with spaces between them), and one for each \
            indicator that an action improves, with how far.

            Examples:
              concord measure roadmap results --unit WES --actions actions.csv --reach advancing
              concord measure roadmap results --unit WES --actions actions.csv --score Legal=60 --score Technical=55
            """)

    @OptionGroup var output: OutputOption
    @Argument(help: "A results folder.")
    var folder: String
    @Option(help: "The code of the unit.")
    var unit: String
    @Option(help: "The table of actions: CSV.")
    var actions: String
    @Option(help: "The tier or maturity stage to reach.")
    var reach: String?
    @Option(help: "A node and the score that it should have, as CODE=SCORE; several at once if repeated.")
    var score: [String] = []
    @Option(help: "The least share of its effect that an action delivers, 0 to 1.")
    var delivers = 0.7
    @Option(help: "How far each weight may move, as a share of it.")
    var weightNoise = 0.25
    @Option(help: "Where the random numbers of the probability come from.")
    var seed: UInt64 = 1
    @Option(help: "Seconds after which the search ends with what it has.")
    var seconds = 60.0

    struct Answer: Encodable {
        struct Stride: Encodable {
            let action: String
            let spent: Double
            let scores: [Double]
        }

        let unit: String
        let start: [Double]
        let steps: [Stride]
        let cost: Double
        let bound: Double
        let proved: Bool
        let probability: Double
    }

    func run() async throws {
        let edition = try ResultsFolder.edition(of: folder)
        let table = try ActionTable(InputFile(path: actions, .fileOrStream))
        let end = ContinuousClock.now + .seconds(seconds)
        let progress = ProgressLine("searching")
        defer { progress.end() }
        let way = try MeasureDomain(version: Concord.version).plan(
            unit, to: try goal(), with: table.actions, in: edition,
            doubt: try RoadmapDoubt(leastDelivered: delivers, weightNoise: weightNoise), seed: seed
        ) {
            progress.update($0, of: nil, "branches")
            return ContinuousClock.now < end
        }
        progress.end()
        let plan = way.plan
        try output.say(
            Answer(
                unit: unit, start: plan.start,
                steps: plan.steps.map { .init(action: $0.action, spent: $0.spent, scores: $0.scores) }, cost: plan.cost,
                bound: plan.bound, proved: plan.isProved, probability: way.probability.share),
            sentences(way, names: Dictionary(table.actions.map { ($0.code, $0.name) }, uniquingKeysWith: { $1 })))
    }

    private func goal() throws -> MeasureDomain.Goal {
        if let reach {
            guard score.isEmpty else { throw ValidationError("give --reach or --score, not both") }
            return .standing(reach)
        }
        guard !score.isEmpty else { throw ValidationError("give --reach or --score: what is to be reached") }
        return .profile(
            try score.map { text in
                let parts = text.split(separator: "=")
                guard parts.count == 2, let least = Double(parts[1]) else {
                    throw ValidationError("\(text) is not of the form CODE=SCORE")
                }
                return .init(String(parts[0]), atLeast: least)
            })
    }

    private func sentences(_ way: MeasureDomain.Way, names: [String: String]) -> Printed {
        func scores(_ values: [Double]) -> String {
            zip(way.gates, values).map { "\($0.node) \(String(format: "%.2f", $1))" }.joined(separator: ", ")
        }
        let plan = way.plan
        let goal = way.gates.map { "\($0.node) \(String(format: "%.2f", $0.atLeast))" }.joined(separator: ", ")
        var lines: [Printed] = ["\(unit): \(scores(plan.start)); to reach \(goal)"]
        for (number, step) in plan.steps.enumerated() {
            let name = names[step.action].map { $0 == step.action ? "" : " (\($0))" } ?? ""
            lines.append("  \(number + 1). \(step.action)\(name): spent \(shown(step.spent)), \(scores(step.scores))")
        }
        lines.append(
            plan.isProved
                ? "cost \(shown(plan.cost)), proved the cheapest"
                : "cost \(shown(plan.cost)); time ran out, and no plan costs less than \(shown(plan.bound))")
        let percent = { (share: Double) in String(format: "%.0f %%", share * 100) }
        lines.append(
            """
            reached with a probability of \(percent(way.probability.share)) where each action delivers \(percent(delivers)) to 100 % of its \
            effect and weights move by up to \(percent(weightNoise))
            """)
        return lines.joined(separator: "\n")
    }

    private func shown(_ number: Double) -> String { String(format: "%g", number) }
}
