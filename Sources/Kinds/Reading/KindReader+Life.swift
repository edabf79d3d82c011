extension KindReader {
    /// The states and steps of a kind; nil where it has none.
    static func life(_ members: inout Members, _ names: [String: Field]) throws(KindFault) -> Life? {
        let (stateEntry, stepEntry, addressee) = (
            members.take("states"), members.take("steps"), members.take("addressee")
        )
        guard let stateEntry else {
            if let stray = stepEntry ?? addressee {
                throw stray.fault(.missing, "steps lead between states, and there are no states")
            }
            return nil
        }
        var states: [Life.State] = []
        for one in try stateEntry.list(atMost: 40) {
            let state = try one.members { members throws(KindFault) in
                Life.State(
                    name: try members.need("state").name(joinedBy: "-"),
                    label: try members.need("label").phrase(atMost: 200),
                    isEnd: try members.take("end")?.flag() ?? false)
            }
            guard !states.contains(where: { $0.name == state.name }) else {
                throw one.fault(.duplicate, "there are two states \(state.name)")
            }
            states.append(state)
        }
        guard !states.isEmpty else { throw stateEntry.fault(.missing, "there must be one state at least") }
        let addressed = try addressee?.addressees(names)
        var steps: [Life.Step] = []
        for one in try stepEntry?.list(atMost: 80) ?? [] {
            let step = try step(one, states, hasAddressee: addressed != nil)
            guard !steps.contains(where: { $0.name == step.name }) else {
                throw one.fault(.duplicate, "there are two steps \(step.name)")
            }
            steps.append(step)
        }
        return Life(states: states, steps: steps, addressee: addressed)
    }

    private static func step(_ entry: Entry, _ states: [Life.State], hasAddressee: Bool) throws(KindFault) -> Life.Step
    {
        try entry.members { members throws(KindFault) in
            var from: [String] = []
            for one in try members.need("from").oneOrList(atMost: 40) { from.append(try one.state(of: states)) }
            let (whoEntry, toEntry) = (try members.need("who"), try members.need("to"))
            return Life.Step(
                name: try members.need("step").name(joinedBy: "-"), from: from, to: try toEntry.state(of: states),
                who: try whoEntry.people(hasAddressee: hasAddressee),
                label: try members.need("label").phrase(atMost: 200),
                needsReason: try members.take("reason")?.flag() ?? false,
                needsAnswers: try members.take("answers")?.flag() ?? false)
        }
    }

    static func clocks(_ members: inout Members, _ life: Life?) throws(KindFault) -> [LifeClock] {
        var clocks: [LifeClock] = []
        for one in try members.take("clocks")?.list(atMost: 20) ?? [] {
            guard let life else { throw one.fault(.missing, "a clock runs in a state, and there are no states") }
            let clock = try one.members { members throws(KindFault) in
                LifeClock(
                    name: try members.need("clock").name(joinedBy: "-"),
                    label: try members.need("label").phrase(atMost: 200),
                    state: try members.need("while").state(of: life.states),
                    within: try members.need("within").duration(),
                    inWorkingHours: try members.take("working_hours")?.flag() ?? false,
                    then: try members.need("then").people(hasAddressee: life.addressee != nil))
            }
            guard clock.within.wholeDays + clock.within.seconds / 86_400 <= LifeClock.longest else {
                throw one.fault(.tooLarge, "a clock runs for \(LifeClock.longest) days at most")
            }
            guard !clocks.contains(where: { $0.name == clock.name }) else {
                throw one.fault(.duplicate, "there are two clocks \(clock.name)")
            }
            clocks.append(clock)
        }
        return clocks
    }

    static func letters(_ members: inout Members, _ names: [String: Field]) throws(KindFault) -> [Kind.Letter] {
        var letters: [Kind.Letter] = []
        for one in try members.take("letters")?.list(atMost: 20) ?? [] {
            let letter = try one.members { members throws(KindFault) in
                Kind.Letter(
                    name: try members.need("letter").name(joinedBy: "-"),
                    subject: try members.need("subject").template(atMost: 300, naming: names),
                    text: try members.need("text").template(atMost: 20_000, naming: names))
            }
            guard !letters.contains(where: { $0.name == letter.name }) else {
                throw one.fault(.duplicate, "there are two letters \(letter.name)")
            }
            letters.append(letter)
        }
        return letters
    }
}

extension Entry {
    fileprivate func state(of states: [Life.State]) throws(KindFault) -> String {
        let name = try text()
        guard states.contains(where: { $0.name == name }) else {
            throw fault(.unknownReference, "there is no state \(name)")
        }
        return name
    }

    fileprivate func people(hasAddressee: Bool) throws(KindFault) -> [Life.Who] {
        var people: [Life.Who] = []
        for one in try oneOrList(atMost: 3) {
            let who = try one.term(Life.Who.self)
            guard who != .addressee || hasAddressee else {
                throw one.fault(.missing, "nobody is addressed: `addressee` names the field that says who")
            }
            guard !people.contains(who) else { throw one.fault(.duplicate, "\(who.rawValue) stands here twice") }
            people.append(who)
        }
        guard !people.isEmpty else { throw fault(.missing, "somebody must be named here") }
        return people
    }

    fileprivate func addressees(_ names: [String: Field]) throws(KindFault) -> String {
        let name = try text()
        guard let field = names[name] else { throw fault(.unknownReference, "there is no field \(name)") }
        guard field.type == .party else {
            throw fault(.wrongType, "\(name) is \(field.type.name), and a party is expected")
        }
        return name
    }
}
