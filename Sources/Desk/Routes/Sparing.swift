import Hall
import Ledger
import STIX
import Web

extension Visit<DeskDomain> {
    /// Which of these patterns name something that is likely to be harmless, and why, in their order.
    func spared(of patterns: [IndicatorPattern], for person: Person, keeping kept: Set<String>) async throws
        -> [SparedValue]
    {
        // Each answer says something of whom others answer for, so it is asked no faster than Check is.
        if !patterns.isEmpty { try desk.checks.count(.account(person.account)) }
        let named = patterns.map { (text: $0.value, values: $0.values) }
        let harmless = try await desk.harmless.find(named.flatMap(\.values).unique, for: .publishing)
        guard !harmless.isEmpty else { return [] }
        var names: [String: String] = [:]
        var spared: [SparedValue] = []
        for (text, values) in named {
            guard let reason = values.lazy.compactMap({ harmless[$0] }).first else { continue }
            let why: SparedValue.Why
            switch reason {
            case .specialUse(let use): why = .specialUse(use)
            case .knownGood(let lists): why = .knownGood(lists)
            case .constituency(let part, person.organisation.id): why = .ours(part: part)
            case .constituency(let part, let organisation):
                // Whom a member answers for is the desk's to know; others learn that it is somebody's.
                if person.may(.decide), names[organisation] == nil {
                    names[organisation] = try await people.name(of: .organisation(organisation))
                }
                why = names[organisation].map { .theirs(part: part, organisation: $0) } ?? .somebodys
            }
            spared.append(SparedValue(text: text, why: why, isKept: kept.contains(text)))
        }
        return spared
    }
}
