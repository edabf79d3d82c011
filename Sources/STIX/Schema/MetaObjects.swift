extension ObjectType {
    /// STIX meta objects (STIX 2.1 §7).
    static let meta: [ObjectType] = [
        ObjectType(
            "language-content", .language, "7.1",
            [
                .must("object_ref", .identifier(.any)), .may("object_modified", .timestamp),
                .must("contents", .dictionary(.dictionary(.any, keys: .property), keys: .language)),
            ]),
        ObjectType(
            "marking-definition", .marking, "7.2.1",
            [
                .may("name", .string), .may("definition_type", .term(.markingDefinitionType)),
                .may("definition", .object(.definition)),
            ],
            [.oneOf(["definition", "extensions"]), .together(["definition_type", "definition"])],
            display: ["name", "definition_type"], searchable: [.name: ["name"]]),
        ObjectType(
            "extension-definition", .extension, "7.3",
            [
                .must("name", .string), .may("description", .string), .must("schema", .string),
                .must("version", .string), .must("extension_types", .list(.term(.extensionType))),
                .may("extension_properties", .list(.text(.propertyName))),
            ],
            display: ["name"], searchable: [.name: ["name"], .prose: ["description"]]),
    ]
}

extension Parts {
    /// What a marking definition says: a statement (§7.2.1.3), a TLP label (§7.2.1.4), or something of its author's.
    static let definition = Parts(
        "definition", "7.2.1",
        [.may("statement", .kept(.statement, .string)), .may("tlp", .kept(.definedTLP, .term(.tlp)))], isOpen: true)
}
