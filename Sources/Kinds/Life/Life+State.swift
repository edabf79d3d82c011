/// A step that somebody took, as its object says.
public struct TakenStep: Sendable, Hashable {
    /// The identifier of its object.
    public let id: String
    /// The step, by its name in the kind.
    public let step: String
    /// The state that its author saw.
    public let from: String
    /// The steps that its author saw, by the identifiers of their objects.
    public let seen: Set<String>
    /// As what they may act: what they are to the thing.
    public let roles: Set<Life.Who>

    /// Makes one.
    public init(id: String, step: String, from: String, seen: Set<String>, roles: Set<Life.Who>) {
        self.id = id
        self.step = step
        self.from = from
        self.seen = seen
        self.roles = roles
    }
}

/// Where a thing is, as far as the steps that are known tell.
public struct LifeState: Sendable, Hashable {
    /// The name of the state.
    public let state: String
    /// The steps that count, each after those that its author saw.
    public let counted: [String]
    /// The step that led to the state; nil at the beginning.
    public let last: String?
    /// Steps that somebody saw and that are not here: what they would say is not known.
    public let missing: Set<String>
    /// Steps that do not count, and why.
    public let ignored: [String: Why]

    /// Why a step does not count.
    public enum Why: String, Sendable {
        /// The kind has no such step.
        case unknownStep
        /// Whoever took it may not.
        case notAllowed
        /// It may not be taken from there, or its author says that the thing was where it was not.
        case outOfPlace
        /// It claims to have seen what saw it.
        case circular
    }
}

extension Life {
    /// The most steps of one thing that are looked at, by the order of their identifiers.
    public static let mostSteps = 300

    /// Where a thing is after these steps: the same for the same steps, in whichever order they come.
    ///
    /// No dates count. A step counts where its author might take it, and saw the state from which it may be taken. Steps that
    /// follow what is not here are believed as far as that goes; of several that saw nothing of each other, the one that leads
    /// to the state further down the list counts, and of those the one with the least identifier.
    public func state(after steps: some Sequence<TakenStep>) -> LifeState {
        var byID: [String: TakenStep] = [:]
        for step in steps where byID[step.id] == nil || Self.isLess(step, byID[step.id]) { byID[step.id] = step }
        if byID.count > Self.mostSteps {
            let kept = Set(byID.keys.sorted().prefix(Self.mostSteps))
            byID = byID.filter { kept.contains($0.key) }
        }
        var (ignored, counted) = ([String: LifeState.Why](), [String]())
        var ancestors: [String: Set<String>] = [:]
        let missing = Set(byID.values.flatMap(\.seen)).subtracting(byID.keys)

        for id in Self.ordered(byID) {
            guard let taken = byID[id] else { continue }
            let known = taken.seen.intersection(byID.keys)
            guard known.allSatisfy({ ancestors[$0] != nil }) else {
                ignored[id] = .circular
                continue
            }
            let past = known.reduce(into: known) { $0.formUnion(ancestors[$1] ?? []) }
            ancestors[id] = past
            guard let step = step(taken.step) else {
                ignored[id] = .unknownStep
                continue
            }
            guard !taken.roles.isDisjoint(with: step.who) else {
                ignored[id] = .notAllowed
                continue
            }
            let counts = counted.filter(past.contains)
            let knowsAll = past.union([id]).allSatisfy { byID[$0]?.seen.isSubset(of: byID.keys) ?? false }
            let before = knowsAll ? latest(of: counts, byID, ancestors).state : taken.from
            guard before == taken.from, step.from.contains(before) else {
                ignored[id] = .outOfPlace
                continue
            }
            counted.append(id)
        }
        let end = latest(of: counted, byID, ancestors)
        return LifeState(state: end.state, counted: counted, last: end.last, missing: missing, ignored: ignored)
    }

    /// The state after steps that count: that of the ones that none of the others has seen.
    private func latest(of counted: [String], _ all: [String: TakenStep], _ ancestors: [String: Set<String>]) -> (
        state: String, last: String?
    ) {
        let seen = counted.reduce(into: Set<String>()) { $0.formUnion(ancestors[$1] ?? []) }
        var best: (rank: Int, id: String)?
        for id in counted where !seen.contains(id) {
            guard let target = all[id].flatMap({ step($0.step)?.to }),
                let rank = states.firstIndex(where: { $0.name == target })
            else { continue }
            if best.map({ rank > $0.rank || rank == $0.rank && id < $0.id }) ?? true { best = (rank, id) }
        }
        return (best.map { states[$0.rank].name } ?? states[0].name, best?.id)
    }

    /// Each after those that it saw, as far as they are here; those in a circle, and what follows them, last.
    private static func ordered(_ steps: [String: TakenStep]) -> [String] {
        var waits: [String: Int] = [:]
        var followers: [String: [String]] = [:]
        for (id, step) in steps {
            let known = step.seen.filter { steps[$0] != nil }
            waits[id] = known.count
            for other in known { followers[other, default: []].append(id) }
        }
        var (order, ready) = ([String](), waits.filter { $0.value == 0 }.map(\.key).sorted())
        while !ready.isEmpty {
            let id = ready.removeFirst()
            order.append(id)
            for follower in (followers[id] ?? []).sorted() {
                waits[follower, default: 1] -= 1
                if waits[follower] == 0 { ready.append(follower) }
            }
        }
        let done = Set(order)
        return order + steps.keys.filter { !done.contains($0) }.sorted()
    }

    /// Of two contents under one identifier the same one counts everywhere.
    private static func isLess(_ step: TakenStep, _ other: TakenStep?) -> Bool {
        guard let other else { return true }
        func key(_ step: TakenStep) -> [String] {
            [step.step, step.from] + step.seen.sorted() + step.roles.map(\.rawValue).sorted()
        }
        return key(step).lexicographicallyPrecedes(key(other))
    }
}
