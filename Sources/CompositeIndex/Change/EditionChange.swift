/// How the scores of an index changed from one edition to the next, and what made them change.
///
/// The change of a unit is split by Shapley value over four players: its own data, the method, the weights, and the data of
/// the others. Each is either of the old or of the new edition, so 16 mixed indices are computed; an order in which the
/// players change over is never chosen, because all orders count alike.
///
/// - *Own data* and *others' data* are rows of values, denominators and other times. Units that enter or leave belong to the
///   others. An indicator or denominator that only one edition has belongs to the method, and brings its values along.
/// - *Weights* are the numbers that were used, those derived from data as well. In a mix, a child that the edition of the
///   weights does not know keeps its share, and the others divide the rest by their old proportions. Only weights that each
///   unit chooses for itself (benefit of the doubt) are a rule, and derived anew in each mix.
/// - *Method* is all else: the hierarchy, directions, targets, and every other step.
public struct EditionChange: Hashable, Sendable {
    /// The change of one unit.
    public struct UnitChange: Hashable, Sendable {
        /// The unit.
        public let unit: String
        /// Its score in the old edition.
        public let before: Double
        /// Its score in the new edition.
        public let after: Double
        /// What its own data made of the change.
        public let ownData: Double
        /// What the method made of it.
        public let method: Double
        /// What the weights made of it.
        public let weights: Double
        /// What the data of the others made of it.
        public let othersData: Double

        /// The whole change, which the four parts add up to.
        public var change: Double { after - before }
    }

    /// The units that were looked at, in the order of the new one.
    public let units: [UnitChange]
    /// The units that only the new edition has.
    public let entered: [String]
    /// The units that only the old edition has.
    public let left: [String]
    /// In what the methods differ, one sentence part each; empty where they are the same.
    public let methodDifferences: [String]

    /// Splits the changes.
    ///
    /// - Parameters:
    ///   - acrossMethods: says that editions of different method may be compared; otherwise they are refused.
    ///   - chosen: the codes of the units whose change is split; nil for all that are in both editions.
    ///   - workers: how many threads work; the result does not depend on it.
    /// - Throws: `IndexError` `methodsDiffer`; `noData` where no unit is in both editions or a unit has no score in one of
    ///   the mixed indices; and whatever the methods themselves refuse.
    public static func between(
        _ old: Edition, _ new: Edition, acrossMethods: Bool = false, of chosen: [String]? = nil, workers: Int = 1
    ) async throws(IndexError) -> EditionChange {
        let differences = new.differences(from: old)
        guard differences.isEmpty || acrossMethods else {
            throw IndexError(
                .methodsDiffer,
                "The editions differ in method (\(differences.prefix(5).joined(separator: "; "))); say so to compare them."
            )
        }
        let (oldCodes, newCodes) = (old.data.unitCodes, new.data.unitCodes)
        let common = newCodes.filter(Set(oldCodes).contains)
        guard !common.isEmpty else { throw IndexError(.noData, "No unit is in both editions.") }
        if let stranger = chosen?.first(where: { !common.contains($0) }) {
            throw IndexError(.unknownUnit, "The unit is not in both editions.", at: .init(unit: stranger))
        }
        let split = common.filter { chosen?.contains($0) ?? true }
        let mixer = try EditionMixer(old: old, new: new)
        let shared = try mixer.sharedScores()
        var changes = [UnitChange?](repeating: nil, count: split.count)
        try await ParallelWork.each(split, workers: workers) { (unit) throws(IndexError) in
            try mixer.change(of: unit, shared: shared)
        } then: {
            changes[$0] = $1
        }
        return EditionChange(
            units: changes.compactMap(\.self), entered: newCodes.filter { !oldCodes.contains($0) },
            left: oldCodes.filter { !newCodes.contains($0) }, methodDifferences: differences)
    }
}
