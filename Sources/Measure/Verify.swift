import Foundation

extension MeasureDomain {
    /// What a check found.
    package struct Check: Sendable {
        package let isWell: Bool
        /// What was looked at: a file, or a published index.
        package let what: String
        package let sentence: String
    }

    /// Computes a results folder again from its inputs and compares every byte.
    ///
    /// - Throws: `MeasureError` where there is no results folder, or its inputs were changed.
    package func verify(
        _ folder: String, progress: @escaping @Sendable (Int, Int) -> Void
    ) async throws(MeasureError) -> [Check] {
        let manifest = try ResultsFolder.manifest(of: folder)
        let edition = try ResultsFolder.edition(of: folder)
        let inputs = manifest.inputs
        var checks = [inputs.framework, inputs.data, inputs.indicators].map {
            Check(isWell: true, what: $0.path, sentence: "is what the results were computed from")
        }
        let computed = try await MeasureDomain(version: manifest.concord).files(of: edition, progress: progress).all()
        var expected: [String: [UInt8]] = [:]
        for file in computed { expected[file.path] = file.bytes }
        for entry in manifest.results {
            checks.append(check(entry, expected.removeValue(forKey: entry.path), in: folder))
        }
        for path in [inputs.framework.path, inputs.data.path, inputs.indicators.path] { expected[path] = nil }
        if let own = expected.removeValue(forKey: ResultsFolder.manifest) {
            let same = try InputFile(path: folder + "/" + ResultsFolder.manifest).bytes == own
            checks.append(
                Check(
                    isWell: same, what: ResultsFolder.manifest,
                    sentence: same ? "names exactly these files" : "is not the manifest of these inputs"))
        }
        let named = Set(
            [ResultsFolder.manifest, inputs.framework.path, inputs.data.path, inputs.indicators.path]
                + manifest.results.map(\.path))
        for (path, type) in try ResultsFolder.contents(of: folder) {
            let isNeeded = named.contains(path) || type == .typeDirectory && named.contains { $0.hasPrefix(path + "/") }
            if !isNeeded {
                checks.append(
                    Check(
                        isWell: false, what: path,
                        sentence: "does not belong to these results: the manifest has no word of it"))
            } else if type != .typeRegular, type != .typeDirectory {
                checks.append(
                    Check(
                        isWell: false, what: path,
                        sentence: "is a link or the like: what it leads to may be something else tomorrow"))
            }
        }
        for path in expected.keys.sorted() {
            checks.append(
                Check(isWell: false, what: path, sentence: "is computed from these inputs, and the folder lacks it"))
        }
        return checks
    }

    /// Computes the published indices that the program holds, and compares them with what was published.
    package func verifyPublished() throws(MeasureError) -> [Check] {
        var checks: [Check] = []
        for index in PublishedIndex.all {
            let comparison = try index.reproduced()
            let off = comparison.differences
            let sentence =
                off.isEmpty
                ? "\(comparison.count) of \(comparison.count) figures as published (\(index.source))"
                : "\(off.count) of \(comparison.count) figures differ: \(off.prefix(5).joined(separator: "; "))"
            checks.append(Check(isWell: off.isEmpty, what: index.title, sentence: sentence))
        }
        return checks
    }

    private func check(
        _ entry: ResultsFolder.Manifest.Entry, _ computed: [UInt8]?, in folder: String
    ) -> Check {
        let found: InputFile
        do {
            found = try InputFile(path: folder + "/" + entry.path)
        } catch {
            return Check(isWell: false, what: entry.path, sentence: "is not there, or can't be read")
        }
        guard let computed else {
            return Check(isWell: false, what: entry.path, sentence: "is not computed from these inputs")
        }
        guard found.bytes == computed else {
            let sentence =
                found.digest == entry.sha256
                ? "is as it was written, and is not what the inputs give" : "was changed since it was written"
            return Check(isWell: false, what: entry.path, sentence: sentence)
        }
        return Check(isWell: true, what: entry.path, sentence: "comes out byte for byte")
    }
}
