public import STIX

/// The values among which conditions are asked: those of a row first, then those of the whole.
struct Surroundings {
    let row: JSON
    let whole: JSON

    func holds(_ condition: Condition) -> Bool {
        let value = row[condition.field] ?? whole[condition.field]
        switch condition.test {
        case .isFilled(let isFilled): return (value.map { !$0.isBlank } ?? false) == isFilled
        case .isOneOf(let values):
            if let text = value?.string { return values.contains(text) }
            return value?.array?.contains { values.contains($0.string ?? "") } ?? false
        }
    }

    func shows(_ field: Field) -> Bool { field.shown.map(holds) ?? true }

    func requires(_ field: Field) -> Bool {
        switch field.required {
        case .never: false
        case .always: true
        case .when(let condition): holds(condition)
        }
    }
}

extension JSON {
    /// Whether nothing was filled in.
    var isBlank: Bool {
        switch self {
        case .null: true
        case .string(let text): text.allSatisfy(\.isWhitespace)
        case .array(let elements): elements.allSatisfy(\.isBlank)
        case .object(let members): members.allSatisfy(\.value.isBlank)
        case .bool, .number: false
        }
    }
}

extension Kind {
    /// Whether a field is asked, given what the others say.
    ///
    /// - Parameter row: the values beside it, for a field of a list.
    public func shows(_ field: Field, in values: JSON, row: JSON? = nil) -> Bool {
        Surroundings(row: row ?? values, whole: values).shows(field)
    }

    /// Whether a field must be filled in, given what the others say.
    public func requires(_ field: Field, in values: JSON, row: JSON? = nil) -> Bool {
        Surroundings(row: row ?? values, whole: values).requires(field)
    }

    /// Whether a date has passed without what it waited for.
    ///
    /// - Parameter row: the values beside it, for a field of a list.
    public func isOverdue(_ field: Field, in values: JSON, row: JSON? = nil, on today: FullDate) -> Bool {
        let surroundings = Surroundings(row: row ?? values, whole: values)
        guard let condition = field.overdue?.unless,
            let day = surroundings.row[field.name]?.string.flatMap(FullDate.init)
        else { return false }
        return day < today && !surroundings.holds(condition)
    }

    /// Whether others are asked what they think of its texts: something is only done once all of them are answered.
    public var isConsulted: Bool { life?.steps.contains(where: \.needsAnswers) ?? false }

    /// Whether an object can be late: a date of it can pass, or a clock run out.
    public var canBeLate: Bool {
        !clocks.isEmpty
            || fields.contains { field in
                guard case .list(let inner) = field.type else { return field.overdue != nil }
                return inner.contains { $0.overdue != nil }
            }
    }

    /// Whether any of its dates has passed without what it waited for.
    public func isOverdue(_ values: JSON, on today: FullDate) -> Bool { overdueField(in: values, on: today) != nil }

    /// The first field whose date has passed without what it waited for.
    public func overdueField(in values: JSON, on today: FullDate) -> Field? {
        for field in fields {
            guard case .list(let inner) = field.type else {
                if isOverdue(field, in: values, on: today) { return field }
                continue
            }
            for row in values[field.name]?.array ?? [] {
                if let late = inner.first(where: { isOverdue($0, in: values, row: row, on: today) }) { return late }
            }
        }
        return nil
    }
}
