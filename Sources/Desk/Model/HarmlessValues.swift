package import Hall
package import Ledger
package import STIX

/// What is likely to be harmless of values that somebody is about to publish or to block.
package struct HarmlessValues: Sendable {
    private let lists: KnownGood
    private let people: any People

    package init(_ door: Door) {
        lists = KnownGood(door.ledger)
        people = door.people
    }

    /// Why each of these values is, for those that are: somebody's here, else no address of the Internet, else known.
    package func find(_ values: [ObservableValue], for purpose: Harmless.Purpose) async throws
        -> [ObservableValue: Harmless]
    {
        let ours = Constituencies(try await people.constituencies())
        let known = try await lists.lists(touching: values, for: purpose)
        var found: [ObservableValue: Harmless] = [:]
        for value in values {
            let isPage = value.kind == .url && purpose == .blocking && !value.isWholeHost
            found[value] =
                (isPage ? nil : ours.harmless(value)) ?? SpecialUse(value).map { .specialUse($0) }
                ?? known[value].map { .knownGood($0) }
        }
        return found
    }
}
