import Hall
import CompositeIndex
import Foundation
import Testing

@testable import Measure

/// The index of 51 economies that a peer has computed too, from its files to the files that we write.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["CONCORD_REAL_DATA"] != nil))
struct ConnectivityTests {
    static let folder = (ProcessInfo.processInfo.environment["CONCORD_REAL_DATA"] ?? "") + "/measure/"

    static let framework = """
        name: Sustainable Connectivity
        steps:
          - denominate
          - impute: group-mean
            group: EurAsia_group
          - screen: {units: 0.9}
          - treat: winsorise
            skewness: 2
            kurtosis: 3.5
            at-most: 5
            then: logarithm
          - normalise: min-max
            scale: [0, 100]
          - weigh: given
          - aggregate: arithmetic

        """

    private static func files() async throws -> [String: [UInt8]] {
        let inputs = InputFiles(
            framework: .init(name: "framework.yaml", bytes: Array(framework.utf8)),
            data: try InputFile(path: folder + "asem_iData.csv"),
            indicators: try InputFile(path: folder + "asem_iMeta.csv"))
        let all = try await Sample.domain.files(of: FiledEdition(inputs)) { _, _ in }.all()
        return Dictionary(uniqueKeysWithValues: all.map { ($0.path, $0.bytes) })
    }

    /// The numbers of a table by unit and column.
    private static func numbers(_ bytes: [UInt8], _ file: String) throws -> [String: Double] {
        let table = try CSVTable.read(bytes, file: file)
        var numbers: [String: Double] = [:]
        for row in table.rows {
            for (heading, cell) in zip(table.headings, row.cells) {
                if case .number(let number) = NumberCell(cell) { numbers["\(row.cells[0]) \(heading)"] = number }
            }
        }
        return numbers
    }

    @Test func `every stage that is written is that of the peer`() async throws {
        let written = try await Self.files()
        for (mine, theirs) in [
            ("stages/1-denominate.csv", "Denominated"), ("stages/2-impute.csv", "Imputed"),
            ("stages/3-screen.csv", "Screened"),
            ("stages/4-treat.csv", "Treated"), ("stages/5-normalise.csv", "Normalised"),
            ("stages/7-aggregate.csv", "Aggregated"),
        ] {
            let found = try Self.numbers(try #require(written[mine]), mine)
            let expected = try Self.numbers(InputFile(path: Self.folder + "asem_stage_\(theirs).csv").bytes, theirs)
            #expect(Set(found.keys) == Set(expected.keys), "\(theirs)")
            for (place, number) in expected {
                let own = found[place] ?? .nan
                #expect(abs(own - number) <= 1e-9 * max(1, abs(number)), "\(theirs) \(place): \(own), not \(number)")
            }
        }
    }

    @Test func `scores and ranks that are written are those of the peer`() async throws {
        let found = try Self.numbers(try #require(await Self.files()["scores.csv"]), "scores.csv")
        let expected = try Self.numbers(InputFile(path: Self.folder + "asem_results_aggs.csv").bytes, "aggs")
        #expect(expected.count == 51 * 12)
        for (place, number) in expected { #expect(abs((found[place] ?? .nan) - number) <= 1e-9, "\(place)") }
    }

    @Test func `the panel is computed for any of its years`() throws {
        let inputs = InputFiles(
            framework: .init(name: "framework.yaml", bytes: Array(Self.framework.utf8)),
            data: try InputFile(path: Self.folder + "asem_iData_panel.csv"),
            indicators: try InputFile(path: Self.folder + "asem_iMeta.csv"))
        let latest = try FiledEdition(inputs)
        #expect(latest.data.time == 2022 && latest.data.otherTimes.map(\.time) == [2018, 2019, 2020, 2021])
        #expect(try FiledEdition(inputs, time: 2018).computed().index.count == 51)
    }
}
