import Testing

@testable import STIX

/// The tables of the extensions that are known beside the standard.
@Suite struct KnownExtensionTests {
    /// Every property of the extensions and of the types they declare, at any depth, with the parts it belongs to.
    static func properties(of known: KnownExtension) -> [(parts: String, property: Property)] {
        func inside(_ type: ValueType) -> [(String, Property)] {
            switch type {
            case .list(let element), .dictionary(let element, _), .kept(_, let element): inside(element)
            case .object(let parts): inside(parts)
            case .extensions(let parts): parts.flatMap(inside)
            default: []
            }
        }
        func inside(_ parts: Parts) -> [(String, Property)] {
            parts.properties.flatMap { [(parts.name, $0)] + inside($0.type) }
        }
        let own = known.newType.map { type in type.own.flatMap { [(type.name, $0)] + inside($0.type) } } ?? []
        return inside(known.parts) + own
    }

    static func vocabularies(of known: KnownExtension) -> [Vocabulary] {
        func term(_ type: ValueType) -> Vocabulary? {
            switch type {
            case .term(let vocabulary): vocabulary
            case .list(let element), .kept(_, let element): term(element)
            default: nil
            }
        }
        return properties(of: known).compactMap { term($0.property.type) }
    }

    @Test func `each extension is there once, and every new type is named`() {
        let ids = KnownExtension.all.map(\.definition.id)
        #expect(Set(ids).count == ids.count)
        #expect(ids.allSatisfy { $0.hasPrefix("extension-definition--") && STIXIdentifier.form(of: $0) == .standard })
        let types = KnownExtension.all.compactMap(\.newType)
        #expect(types.map(\.name) == KnownExtension.newTypes.map(\.name))
        #expect(types.map(\.category) == KnownExtension.newTypes.map(\.category))
        let standard = Set(ObjectType.standard.map(\.name))
        #expect(types.allSatisfy { !standard.contains($0.name) })
        #expect(KnownExtension.declaring("task")?.definition.id == KnownExtension.task.definition.id)
        #expect(KnownExtension.declaring("incident") == nil)
        // An extension says of its kind what its definition says.
        for known in KnownExtension.all {
            #expect((known.newType != nil) == (known.definition.kind == .newDomainObject))
            guard case .properties(let types) = known.addition else { continue }
            #expect(!types.isEmpty && types.allSatisfy { ObjectType.named($0) != nil })
        }
    }

    @Test func `definitions are clean objects, and stable bytes`() throws {
        for object in KnownExtension.all.map(\.definition.object) + [KnownExtension.ownAuthor] {
            let text = String(decoding: object, as: UTF8.self)
            let scan = Scan(text)
            #expect(scan.codes == [], "\(text)")
            #expect(scan.objects.map(\.markingRefs) == [[TLP.clear.markingID]])
            #expect(try JSON.parse(object).canonical() == object)
        }
        let event = try JSON.parse(KnownExtension.event.definition.object)
        #expect(event["extension_types"]?[0]?.string == "new-sdo")
        #expect(event["version"]?.string == "1.0.0")
        #expect(event["description"] == nil)
        #expect(
            Scan(String(decoding: KnownExtension.ownAuthor, as: UTF8.self)).ids == [
                KnownExtension.contactAndConstituency.definition.author
            ])
        #expect(TLP.extensionID == KnownExtension.tlp2.definition.id)
    }

    @Test(arguments: KnownExtension.all.map(\.definition.name)) func `references end so that the reader finds them`(
        _ name: String
    ) throws {
        // Whoever asks for what an object refers to looks at these endings, at any depth.
        let known = try #require(KnownExtension.all.first { $0.definition.name == name })
        func isReference(_ type: ValueType) -> Bool {
            switch type {
            case .identifier: true
            case .list(let element), .kept(_, let element): isReference(element)
            default: false
            }
        }
        for (parts, property) in Self.properties(of: known) {
            let ends = property.name.hasSuffix("_ref") || property.name.hasSuffix("_refs")
            #expect(ends == isReference(property.type), "\(parts).\(property.name)")
            #expect(Array(property.name.utf8).withUnsafeBufferPointer(isPropertyName) || property.name == "count")
        }
    }

    @Test(arguments: KnownExtension.all.map(\.definition.name)) func `rules name properties that there are`(
        _ name: String
    ) throws {
        let known = try #require(KnownExtension.all.first { $0.definition.name == name })
        func named(_ rule: Rule) -> [String] {
            switch rule {
            case .oneOf(let names), .exactlyOne(let names), .together(let names): names
            case .needs(let name, let others), .needsWhen(let name, _, let others),
                .needsUnlessNone(let name, let others):
                [name] + others
            case .excludes(let one, let other), .excludesWhen(let one, _, let other), .order(let one, let other),
                .strictOrder(let one, let other):
                [one, other]
            case .disputed(let name, _): [name]
            case .asks(let name, let others): (name.map { [$0] } ?? []) + others
            }
        }
        func check(_ rules: [Rule], _ properties: [Property], _ place: String) {
            #expect(Set(rules.flatMap(named)).isSubset(of: properties.map(\.name)), "\(place)")
            // Properties are counted in the bits of a word.
            #expect(properties.count < 63)
        }
        func visit(_ type: ValueType) {
            switch type {
            case .list(let element), .dictionary(let element, _), .kept(_, let element): visit(element)
            case .object(let parts): visit(parts)
            case .extensions(let parts): parts.forEach(visit)
            default: break
            }
        }
        func visit(_ parts: Parts) {
            check(parts.rules, parts.properties, parts.name)
            for property in parts.properties { visit(property.type) }
        }
        visit(known.parts)
        if let type = known.newType {
            check(type.rules, type.own, type.name)
            for property in type.own { visit(property.type) }
            let names = type.display + type.searchable.values.flatMap(\.self)
            #expect(Set(names).isSubset(of: type.own.map(\.name)))
        }
    }

    @Test func `the names of relationships fit a word, and their ends are types`() {
        #expect(RelationshipSummary.standard.names.names.count <= 64)
        let types = Set(ObjectType.all.map(\.name) + ["observable"])
        for row in KnownExtension.all.flatMap(\.relationships) {
            #expect(types.contains(row.source) && types.isSuperset(of: row.targets), "\(row)")
        }
    }

    @Test func `what the known types say is shown, searched and referred to`() throws {
        let event = try #require(
            Scan(
                Sample.object(
                    "event",
                    """
                    "name":"Mail server down","goal":"Extortion","status":"ongoing","event_types":["ransomware"],\
                    "changed_objects":[{"state_change_type":"caused","result_ref":"impact--\(Sample.uuid)"}],\
                    "extensions":{"\(KnownExtension.event.definition.id)":{"extension_type":"new-sdo"}}
                    """)
            ).objects.first)
        #expect(event.findings == [])
        #expect(event.name == "Mail server down")
        #expect(
            Set(event.searchable) == [
                SearchableText(kind: .name, text: "Mail server down"),
                SearchableText(kind: .name, text: "ransomware"), SearchableText(kind: .prose, text: "Extortion"),
            ])
        #expect(
            event.references == [
                Reference(property: "changed_objects/result_ref", target: "impact--\(Sample.uuid)")
            ])

        let id = KnownExtension.contactInformation.definition.id
        let identity = try #require(
            Scan(
                Sample.object(
                    "identity",
                    """
                    "name":"A. Valdor","extensions":{"\(id)":{"extension_type":"property-extension",\
                    "first_name":"Amina","last_name":"Valdor","contact_numbers":[{"contact_number":"+999 555 0100",\
                    "contact_number_type":"work-phone"}],"email_addresses":[{"digital_contact_type":"work",\
                    "email_address_ref":"email-addr--\(Sample.uuid)"}]}}
                    """)
            ).objects.first)
        #expect(identity.findings == [])
        #expect(
            Set(identity.searchable.map(\.text)) == ["A. Valdor", "Amina", "Valdor"], "a number is not searched")
        #expect(
            identity.references.map(\.property) == ["extensions/\(id)/email_addresses/email_address_ref"])

        let impact = try #require(
            Scan(
                Sample.object(
                    "impact",
                    """
                    "impact_category":"availability","extensions":{"availability-ext":{"availability_impact":5},\
                    "\(KnownExtension.impact.definition.id)":{"extension_type":"new-sdo"}}
                    """)
            ).objects.first)
        #expect(impact.name == "availability")
    }

    @Test func `an exchange policy restricts as any marking does that nobody has mapped`() throws {
        let policy = try #require(CorpusCase.all.first { $0.object.contains(KnownExtension.iep2.definition.id) })
        let object = try #require(Scan(policy.object).objects.first)
        #expect(object.markingDefinition == .other(KnownExtension.iep2.definition.id))
    }

    @Test func `a finding of an extension names its specification`() throws {
        let wrong = Sample.object(
            "task",
            """
            "outcome":"done","extensions":{"\(KnownExtension.task.definition.id)":{"extension_type":"new-sdo"}}
            """)
        let finding = try #require(Scan(wrong).objects.first?.findings.first)
        #expect(finding.section == KnownExtension.incidentSuite)
        #expect(finding.severity == .error)
        #expect(finding.sentence.contains("cancelled"))
        #expect(Finding.Code.disputedForm.severity == .warning)
        #expect(Finding.Code.misplacedExtension.severity == .warning)
    }

    /// Every term of every vocabulary of an extension, and one that it has not, in the one place that takes it.
    @Test(arguments: [
        "event-status-enum", "task-outcome-enum", "timestamp-fidelity-enum", "event-type-ov", "task-type-ov",
    ])
    func `terms are those of the vocabulary`(_ name: String) throws {
        let known = try #require(
            KnownExtension.all.first { Self.vocabularies(of: $0).contains { $0.name == name } && $0.newType != nil })
        let vocabulary = try #require(Self.vocabularies(of: known).first { $0.name == name })
        let property = try #require(
            known.newType?.own.first { property in
                switch property.type {
                case .term(let own): own.name == name
                case .list(.term(let own)): own.name == name
                default: false
                }
            })
        let case0 = try #require(
            CorpusCase.all.first { $0.type == known.newType?.name && $0.title == "everything" })
        let members = try #require(try JSON.parse(Array(case0.object.utf8)).members)
        func codes(_ term: String) throws -> [Finding.Code] {
            let value: JSON = name.hasSuffix("-ov") ? .array([.string(term)]) : .string(term)
            let changed = members.map {
                $0.name == property.name ? JSON.Member(name: $0.name, value: value) : $0
            }
            return Scan(String(decoding: try JSON.object(changed).canonical(), as: UTF8.self)).codes
        }
        for term in vocabulary.terms { #expect(try codes(term) == [], "\(term)") }
        #expect(try codes("no-such-term") == [vocabulary.isClosed ? .notInEnumeration : .notInVocabulary])
    }
}
