package import CompositeIndex

extension MeasureDomain {
    /// What became of a run.
    package struct Outcome: Sendable {
        package let edition: FiledEdition
        package let results: IndexResults
        /// The units from the best rank down.
        package let order: [Int]
        /// SHA-256 of the manifest: who has it can tell whether a folder is this one.
        package let digest: String
        /// How many files were written.
        package let files: Int
    }

    /// Computes an edition and writes the folder that anybody can compute again.
    ///
    /// - Parameter progress: is told how many of how many runs of the uncertainty analysis are done.
    /// - Throws: `MeasureError`.
    package func run(
        _ edition: FiledEdition, into folder: String, progress: @escaping @Sendable (Int, Int) -> Void
    ) async throws(MeasureError) -> Outcome {
        let files = try await files(of: edition, progress: progress)
        let all = try files.all()
        try ResultsFolder.write(all, to: folder)
        return Outcome(
            edition: edition, results: files.results, order: ResultTables(results: files.results).order,
            digest: InputFile.digest(all[all.count - 1].bytes), files: all.count)
    }

    func files(
        of edition: FiledEdition, progress: @escaping @Sendable (Int, Int) -> Void
    ) async throws(MeasureError) -> ResultFiles {
        let results = try edition.computed()
        var robustness: Robustness?
        if let plan = edition.uncertainty { robustness = try await Robustness(edition, plan: plan, progress: progress) }
        return ResultFiles(edition: edition, results: results, robustness: robustness, version: version)
    }
}
