extension ObjectReader {
    /// Judges which properties an object or a part has, and which it lacks.
    mutating func check(_ shape: Shape, _ seen: Seen, at position: Int, level: Int) {
        let missing = shape.required & ~seen.names
        if missing != 0 { noteMissing(missing, shape, at: position, level: level) }
        for rule in shape.rules {
            switch rule {
            case .oneOf(let names): checkOneOf(names, shape, seen, at: position, level: level)
            case .exactlyOne(let names):
                checkOneOf(names, shape, seen, at: position, level: level)
                let found = names & seen.names
                if found.nonzeroBitCount > 1 {
                    let list = shape.names(found).joined(separator: " and ")
                    note(
                        shape.code ?? .excludedProperty, at: position, level: level,
                        "Of \(list) only one may be there.", section: shape.section)
                }
            case .needs(let name, let others):
                if seen.names & name != 0 { need(others, shape, seen, at: position, level: level) }
            case .needsWhen(let name, let value, let others):
                if (value ? seen.trues : seen.falses) & name != 0 {
                    need(others, shape, seen, at: position, level: level)
                }
            case .excludes(let name, let other):
                if seen.names & name != 0 { exclude(other, name, shape, seen, at: position, level: level) }
            case .excludesWhen(let name, let value, let other):
                if (value ? seen.trues : seen.falses) & name != 0 {
                    exclude(other, name, shape, seen, at: position, level: level)
                }
            case .needsUnlessFalse(let name, let others):
                if seen.names & ~seen.falses & name != 0 { need(others, shape, seen, at: position, level: level) }
            case .disputed(let name, let property, let instead):
                if seen.names & name != 0 {
                    note(
                        .disputedForm, at: position, pointer: "\(pointer(level: level))/\(property)",
                        "The texts of this extension contradict each other here: write \(instead).",
                        section: shape.section)
                }
            case .asks(let name, let others):
                if name == 0 || seen.names & name != 0 { ask(others, shape, seen, at: position, level: level) }
            case .order(let first, let second, let isStrict):
                if level == 0, scratch.times.count > 1 { checkOrder(first, second, isStrict, shape) }
            }
        }
    }

    private mutating func checkOneOf(_ names: UInt64, _ shape: Shape, _ seen: Seen, at position: Int, level: Int) {
        guard names & seen.names == 0 else { return }
        let list = shape.names(names).joined(separator: ", ")
        note(
            shape.code ?? .missingOneOf, at: position, level: level, "One of \(list) must be there.",
            section: shape.section)
    }

    private mutating func need(_ others: UInt64, _ shape: Shape, _ seen: Seen, at position: Int, level: Int) {
        let missing = others & ~seen.names
        if missing != 0 { noteMissing(missing, shape, at: position, level: level) }
    }

    private mutating func ask(_ others: UInt64, _ shape: Shape, _ seen: Seen, at position: Int, level: Int) {
        for name in shape.names(others & ~seen.names) {
            note(
                .disputedForm, at: position, level: level,
                "The texts of this extension contradict each other here: by some of them \(name) must be there.",
                section: shape.section)
        }
    }

    /// What should stand beside extensions in the object itself, once all of it has been read.
    mutating func checkDemands() {
        for demand in demands {
            for (name, number) in demand.shape.beside where !scratch.members.contains(where: { $0.property == number })
            {
                note(
                    .disputedForm, at: demand.position, pointer: demand.pointer,
                    "The texts of this extension contradict each other here: by some of them the object must have \(name).",
                    section: demand.shape.section)
            }
        }
    }

    private mutating func noteMissing(_ missing: UInt64, _ shape: Shape, at position: Int, level: Int) {
        for name in shape.names(missing) {
            note(
                shape.code ?? .missingProperty, at: position, level: level, "The property \(name) must be there.",
                section: shape.section)
        }
    }

    private mutating func exclude(
        _ other: UInt64, _ name: UInt64, _ shape: Shape, _ seen: Seen, at position: Int, level: Int
    ) {
        guard seen.names & other != 0 else { return }
        let (excluded, reason) = (shape.names(other).joined(), shape.names(name).joined())
        note(
            .excludedProperty, at: position, level: level, "With this \(reason), \(excluded) may not be there.",
            section: shape.section)
    }

    private mutating func checkOrder(_ first: Int16, _ second: Int16, _ isStrict: Bool, _ shape: Shape) {
        guard let earlier = scratch.times.first(where: { $0.bit == first }),
            let later = scratch.times.first(where: { $0.bit == second }),
            later.time < earlier.time || (isStrict && later.time == earlier.time)
        else { return }
        let name = shape.names[Int(first)]
        note(
            .timeOrder, scratch.members[later.member],
            "This must be later than \(name)\(isStrict ? "" : ", or equal").", section: shape.section)
    }
}
