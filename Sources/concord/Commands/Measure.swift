import ArgumentParser

struct MeasureCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure", abstract: "Compute a composite index, audit it, compare editions, plan a way up.",
        discussion: """
            An index is three files: a table of units and numbers, a table that says what its columns are, and a framework that \
            states every choice of the method. What is computed from them anybody can compute again.

            These commands need no gateway.
            """,
        subcommands: [
            MeasureRunCommand.self, MeasureAuditCommand.self, MeasureCompareCommand.self, MeasureRoadmapCommand.self,
            MeasureVerifyCommand.self,
        ])
}
