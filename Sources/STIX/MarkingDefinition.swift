/// What an object of type `marking-definition` marks (STIX 2.1 §7.2.1).
public enum MarkingDefinition: Sendable, Equatable {
    /// A TLP label, known by the fixed identifier of the object and by nothing else.
    case tlp(TLP)
    /// A statement, such as a copyright notice; it never restricts.
    case statement(String)
    /// Something else: its `definition_type`, or the name of its extension, or an empty string.
    case other(String)
}
