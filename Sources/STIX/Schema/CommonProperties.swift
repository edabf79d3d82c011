extension ObjectType.Category {
    /// The common properties of the category, by the table of §3.2.
    var properties: [Property] {
        let type: [Property] = [.must("type", .string)]
        let spec: [Property] = [.must("spec_version", .string)]
        let id: [Property] = [.must("id", .string)]
        let creator = Property.may("created_by_ref", .kept(.creator, .identifier(.types("identity"))))
        let created = Property.must("created", .version)
        let modified = Property.must("modified", .version)
        let revoked = Property.may("revoked", .boolean)
        let labels = Property.may("labels", .list(.string))
        let confidence = Property.may("confidence", .integer(0...100))
        let lang = Property.may("lang", .text(.language))
        let external = Property.may("external_references", .list(.object(.externalReference)))
        let extensions = Property.may("extensions", .extensions([]))
        let marked: [Property] = [
            .may("object_marking_refs", .list(.kept(.objectMarking, .identifier(.types("marking-definition"))))),
            .may("granular_markings", .list(.object(.granularMarking))),
        ]
        switch self {
        case .domain, .relationship:
            return type + spec + id + [creator, created, modified, revoked, labels, confidence, lang, external] + marked
                + [extensions]
        case .observable:
            return type + [.may("spec_version", .string)] + id + marked + [.may("defanged", .boolean), extensions]
        case .language:
            return type + spec + id + [creator, created, modified, revoked, labels, confidence, external] + marked
                + [extensions]
        case .marking: return type + spec + id + [creator, created, external] + marked + [extensions]
        case .extension:
            let author = Property.must("created_by_ref", creator.type)
            return type + spec + id + [author, created, modified, revoked, labels, external] + marked
        }
    }
}

extension Parts {
    /// External references (§2.5).
    static let externalReference = Parts(
        "external reference", "2.5.2",
        [
            .must("source_name", .kept(.sourceName, .string)), .may("description", .string), .may("url", .string),
            .may("hashes", .hashes(isClosed: true)), .may("external_id", .kept(.externalID, .string)),
        ],
        [.oneOf(["description", "url", "external_id"])], code: .badExternalReference)

    /// Kill chain phases (§2.11).
    static let killChainPhase = Parts(
        "kill chain phase", "2.11",
        [.must("kill_chain_name", .text(.lowerCase)), .must("phase_name", .text(.lowerCase))],
        code: .badKillChainPhase)

    /// Granular markings (§7.2.3.1): of a marking, or of a language.
    static let granularMarking = Parts(
        "granular marking", "7.2.3.1",
        [
            .may("lang", .text(.language)),
            .may("marking_ref", .kept(.granularMarkingRef, .identifier(.types("marking-definition")))),
            .must("selectors", .list(.kept(.selector, .string))),
        ],
        [.exactlyOne(["marking_ref", "lang"])], code: .badGranularMarking)

    /// An extension that is named by its definition (§7.3.2) and is not known; its other properties are its author's.
    static let definedExtension = Parts(
        "extension", "7.3", [.must("extension_type", .kept(.extensionType, .term(.extensionType)))],
        code: .badExtension, isOpen: true)
}
