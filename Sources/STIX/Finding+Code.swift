extension Finding {
    /// What a finding is about; the raw values are stable and may be stored.
    public enum Code: String, Sendable, Codable, CaseIterable {
        // Refusals: unsafe bytes.
        /// The bytes are no JSON (RFC 8259).
        case invalidJSON = "invalid-json"
        /// The bytes are no UTF-8.
        case invalidUTF8 = "invalid-utf8"
        /// Half of a surrogate pair stands alone.
        case loneSurrogate = "lone-surrogate"
        /// A property comes twice in one object (RFC 7493 §2.3).
        case duplicateProperty = "duplicate-property"
        /// A number is too great for a double (RFC 7493 §2.2).
        case numberOutOfRange = "number-out-of-range"
        /// Nesting is deeper than `ScanLimits.depth`.
        case tooDeep = "too-deep"
        /// The object is longer than `ScanLimits.objectBytes`.
        case tooLarge = "too-large"
        /// An object has more properties than `ScanLimits.properties`.
        case tooManyProperties = "too-many-properties"
        /// There are more values than `ScanLimits.values`.
        case tooManyValues = "too-many-values"
        // Refusals: no identity, or no version to order by.
        /// Something that is no object stands among objects.
        case notAnObject = "not-an-object"
        /// There is no `type`.
        case missingType = "missing-type"
        /// The `type` is no type name.
        case badType = "bad-type"
        /// There is no `id`.
        case missingID = "missing-id"
        /// The `id` is not of the form `type--uuid`.
        case badID = "bad-id"
        /// The `id` begins with another type.
        case idTypeMismatch = "id-type-mismatch"
        /// The object is STIX 2.0.
        case stix20 = "stix-2.0"
        /// The time that makes the version cannot be read.
        case badVersion = "bad-version"
        /// A bundle stands among objects, or has no list of objects.
        case nestedBundle = "nested-bundle"
        // Findings of an object that is admitted.
        /// A property is missing that must be there.
        case missingProperty = "missing-property"
        /// All of some properties are missing, of which one must be there.
        case missingOneOf = "missing-one-of"
        /// The `spec_version` is neither 2.0 nor 2.1.
        case unknownSpecVersion = "unknown-spec-version"
        /// Neither the standard nor an extension defines the type.
        case unknownType = "unknown-type"
        /// Neither the standard nor a known extension gives the type, or the part, this property.
        case unknownProperty = "unknown-property"
        /// The name of a property is not of the form of names.
        case badPropertyName = "bad-property-name"
        /// The value is of another kind than the property asks for.
        case wrongKind = "wrong-kind"
        /// The value is null.
        case nullValue = "null-value"
        /// A list is empty.
        case emptyList = "empty-list"
        /// An object inside is empty.
        case emptyDictionary = "empty-dictionary"
        /// A string that must be there is empty.
        case emptyString = "empty-string"
        /// A number is outside of the range of its property.
        case valueOutOfRange = "value-out-of-range"
        /// A timestamp is not of the form of timestamps.
        case badTimestamp = "bad-timestamp"
        /// A timestamp has too few digits, or more than count.
        case timestampPrecision = "timestamp-precision"
        /// A timestamp is a leap second.
        case leapSecond = "leap-second"
        /// The object was modified before it was created.
        case modifiedBeforeCreated = "modified-before-created"
        /// Of two other times the first is later.
        case timeOrder = "time-order"
        /// A reference is no identifier, or points to another type than it may.
        case badReference = "bad-reference"
        /// The UUID of the `id` is not one of RFC 4122.
        case nonstandardUUID = "nonstandard-uuid"
        /// A selector of a granular marking is malformed.
        case badSelector = "bad-selector"
        /// A granular marking lacks a part.
        case badGranularMarking = "bad-granular-marking"
        /// An external reference lacks a part.
        case badExternalReference = "bad-external-reference"
        /// A kill chain phase lacks a part.
        case badKillChainPhase = "bad-kill-chain-phase"
        /// An extension lacks a part.
        case badExtension = "bad-extension"
        /// An extension has a name that the standard does not know.
        case unknownExtension = "unknown-extension"
        /// A known extension stands in an object of a type that it is not made for.
        case misplacedExtension = "misplaced-extension"
        /// The texts of an extension contradict each other, and the object is not as all of them say.
        case disputedForm = "disputed-form"
        /// A marking definition says something else than its identifier.
        case contradictoryMarking = "contradictory-marking"
        /// A string has NUL or a Unicode noncharacter (RFC 7493 §2.1).
        case noncharacter = "noncharacter"
        /// A property is there that another one excludes.
        case excludedProperty = "excluded-property"
        /// A string is not of the form that the standard demands.
        case badForm = "bad-form"
        /// A string is not of the form that the standard recommends.
        case unusualForm = "unusual-form"
        /// The value is no term of an enumeration.
        case notInEnumeration = "not-in-enumeration"
        /// The value is no term of an open vocabulary.
        case notInVocabulary = "not-in-vocabulary"
        /// A hash is not of the form that its algorithm makes.
        case badHash = "bad-hash"
        /// A key of a dictionary is not of the form of keys.
        case badDictionaryKey = "bad-dictionary-key"
        /// The time of a version is not given to the millisecond.
        case missingMilliseconds = "missing-milliseconds"
        /// The standard keeps the property only for what was written before it.
        case deprecatedProperty = "deprecated-property"
        /// The name is kept for later versions of the standard.
        case reservedName = "reserved-name"
        /// Neither the standard nor a known extension suggests this relationship between these types.
        case unusualRelationship = "unusual-relationship"
        /// The identifier of an observable is name-based, but not made of what it must be made of.
        case observableIDMismatch = "observable-id-mismatch"
        /// The identifier of an observable must be random, and is not.
        case observableIDVersion = "observable-id-version"
        /// A TLP marking that is none of the four of the standard.
        case nonstandardTLP = "nonstandard-tlp"
        /// A marking definition marks itself.
        case circularMarking = "circular-marking"
        /// A selector of a granular marking points to nothing in the object.
        case unresolvedSelector = "unresolved-selector"
        /// The bundle around the objects breaks a rule.
        case badBundle = "bad-bundle"
        /// A pattern breaks the grammar of patterns, or says what it must not.
        case badPattern = "bad-pattern"
        /// A pattern says something that no object will answer, or that this library does not know.
        case doubtfulPattern = "doubtful-pattern"
        /// The object was created at another time than its earlier versions say.
        case createdChanged = "created-changed"
        /// The object has another author than its earlier versions.
        case authorChanged = "author-changed"
        /// There were more findings than `ScanLimits.findings`.
        case findingsOmitted = "findings-omitted"

        /// How grave it is: a warning where the standard does not say MUST, or this library does not know.
        public var severity: Severity {
            switch self {
            case .unknownSpecVersion, .unknownType, .unknownProperty, .unknownExtension, .timestampPrecision,
                .leapSecond, .nonstandardUUID, .noncharacter, .findingsOmitted, .unusualForm, .notInVocabulary,
                .emptyString, .deprecatedProperty, .misplacedExtension, .disputedForm, .doubtfulPattern,
                .unusualRelationship, .observableIDMismatch:
                .warning
            default: .error
            }
        }
    }
}
