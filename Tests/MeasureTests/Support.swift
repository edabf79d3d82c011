import Foundation

@testable import Measure

/// A small index of invented countries, with a gap, an uncertain method and tiers.
enum Sample {
    static let framework = """
        name: Readiness
        version: "2"
        steps:
          - impute: median
          - normalise: min-max
            scale: [1, 100]
          - weigh: given
          - aggregate: arithmetic
          - tier: [{name: high, from: 60}, {name: low}]
        uncertainty:
          sample: {sobol: 32, scrambles: 2}
          seed: 5
          factors:
            - choice: aggregate
              among: [{aggregate: arithmetic}, {aggregate: geometric, name: geometric}]
            - weights: {uniform: 0.25}

        """

    static let indicators = """
        iCode,iName,Direction,Weight,Parent,Type
        laws,Laws,1,2,rules,Indicator
        courts,Courts,1,1,rules,Indicator
        team,Team,1,1,hands,Indicator
        delay,Delay,-1,1,hands,Indicator
        rules,Rules,,1,index,Aggregate
        hands,Hands,,1,index,Aggregate
        index,Readiness,,1,,Aggregate

        """

    static let data = """
        uCode,uName,laws,courts,team,delay
        NOR,Norvania,9,4,12,3
        SUD,Sudland,5,5,,9
        OST,Ostmark <b>,7,1,3,4
        WES,Westeria,2,2,6,1
        MIT,Mittelland,4,3,8,6

        """

    static func files(framework: String = framework, data: String = data) -> InputFiles {
        InputFiles(
            framework: InputFile(name: "framework.yaml", bytes: Array(framework.utf8)),
            data: InputFile(name: "data.csv", bytes: Array(data.utf8)),
            indicators: InputFile(name: "indicators.csv", bytes: Array(indicators.utf8)))
    }

    static let domain = MeasureDomain(version: "1.2.3")

    /// A folder that does not exist yet, and is removed after the work.
    static func inFolder<Result>(_ work: (String) async throws -> Result) async throws -> Result {
        let place = FileManager.default.temporaryDirectory.appending(path: "measure-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: place) }
        return try await work(place)
    }
}
