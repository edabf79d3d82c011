extension Step: Codable {
    private enum NameKey: String, CodingKey {
        case name
    }

    /// Reads one object with exactly one kind of step in it.
    public init(from decoder: any Decoder) throws {
        let kinds = try decoder.container(keyedBy: StepMethod.Kind.self)
        guard let kind = kinds.allKeys.first, kinds.allKeys.count == 1 else {
            let known = StepMethod.Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "A step holds exactly one of: \(known)."))
        }
        let method: StepMethod =
            switch kind {
            case .screen: .screen(try kinds.decode(Screening.self, forKey: kind))
            case .denominate: .denominate(try kinds.decode(Denomination.self, forKey: kind))
            case .impute: .impute(try kinds.decode(Imputation.self, forKey: kind))
            case .treat: .treat(try kinds.decode(OutlierTreatment.self, forKey: kind))
            case .normalise: .normalise(try kinds.decode(Normalisation.self, forKey: kind))
            case .weigh: .weigh(try kinds.decode(Weighting.self, forKey: kind))
            case .aggregate: .aggregate(try kinds.decode(Aggregation.self, forKey: kind))
            case .tier: .tier(try kinds.decode(TierScheme.self, forKey: kind))
            case .stage: .stage(try kinds.decode(MaturityScheme.self, forKey: kind))
            }
        let names = try decoder.container(keyedBy: NameKey.self)
        self.init(method, name: try names.decodeIfPresent(String.self, forKey: .name))
    }

    /// Writes the name and the kind with its parameters.
    public func encode(to encoder: any Encoder) throws {
        var names = encoder.container(keyedBy: NameKey.self)
        try names.encode(name, forKey: .name)
        var kinds = encoder.container(keyedBy: StepMethod.Kind.self)
        switch method {
        case .screen(let choice): try kinds.encode(choice, forKey: .screen)
        case .denominate(let choice): try kinds.encode(choice, forKey: .denominate)
        case .impute(let choice): try kinds.encode(choice, forKey: .impute)
        case .treat(let choice): try kinds.encode(choice, forKey: .treat)
        case .normalise(let choice): try kinds.encode(choice, forKey: .normalise)
        case .weigh(let choice): try kinds.encode(choice, forKey: .weigh)
        case .aggregate(let choice): try kinds.encode(choice, forKey: .aggregate)
        case .tier(let choice): try kinds.encode(choice, forKey: .tier)
        case .stage(let choice): try kinds.encode(choice, forKey: .stage)
        }
    }
}
