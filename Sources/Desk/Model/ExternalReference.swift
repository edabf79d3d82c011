import HTML
import STIX

/// One source that an object names.
struct ExternalReference {
    let source: String
    let externalID: String?
    let description: String?
    /// The address as it was written.
    let address: String?

    /// The sources of an object, in order.
    static func all(of json: JSON) -> [ExternalReference] {
        (json["external_references"]?.array ?? []).compactMap { reference in
            guard let source = reference.text("source_name") else { return nil }
            return ExternalReference(
                source: source, externalID: reference.text("external_id"),
                description: reference.text("description"), address: reference.text("url"))
        }
    }

    /// The address, if it is one that a page may link to.
    var link: Link? { address.flatMap { Link($0) } }

    /// Whether it says which entry of a knowledge base the object is, rather than where something was read.
    var isIdentity: Bool { externalID != nil }
}
