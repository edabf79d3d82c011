package import Web

extension Address {
    package static func listName(_ id: String) -> Address { Address(.listName, id) }
    package static func listRemoval(_ id: String) -> Address { Address(.listRemoval, id) }
    /// The lines of a list: whoever knows the address reads it.
    package static func listText(_ secret: String) -> Address { Address(.listText, secret) }
    /// The same as comma-separated values.
    package static func listTable(_ secret: String) -> Address { Address(.listTable, secret) }
    package static let taxii = Address(.taxii)
    package static let taxiiRoot = Address(.taxiiRoot)
    package static let taxiiCollections = Address(.taxiiCollections)
    package static func taxiiCollection(_ name: String) -> Address { Address(.taxiiCollection, name) }
    package static func taxiiManifest(_ name: String) -> Address { Address(.taxiiManifest, name) }
    package static func taxiiObjects(_ name: String) -> Address { Address(.taxiiObjects, name) }
    package static func taxiiObject(_ name: String, _ id: String) -> Address { Address(.taxiiObject, name, id) }
    package static func taxiiVersions(_ name: String, _ id: String) -> Address { Address(.taxiiVersions, name, id) }
    package static func taxiiStatus(_ id: String) -> Address { Address(.taxiiStatus, id) }
}

extension Address.Kind {
    package static let listName: Self = "/lists/\(.uuid)/name"
    package static let listRemoval: Self = "/lists/\(.uuid)/removal"
    package static let listText: Self = "/lists/\(.secret).txt"
    package static let listTable: Self = "/lists/\(.secret).csv"
    package static let taxii: Self = "/taxii2/"
    package static let taxiiRoot: Self = "/taxii2/gateway/"
    package static let taxiiCollections: Self = "/taxii2/gateway/collections/"
    package static let taxiiCollection: Self = "/taxii2/gateway/collections/\(.name)/"
    package static let taxiiManifest: Self = "/taxii2/gateway/collections/\(.name)/manifest/"
    package static let taxiiObjects: Self = "/taxii2/gateway/collections/\(.name)/objects/"
    package static let taxiiObject: Self = "/taxii2/gateway/collections/\(.name)/objects/\(.id)/"
    package static let taxiiVersions: Self = "/taxii2/gateway/collections/\(.name)/objects/\(.id)/versions/"
    package static let taxiiStatus: Self = "/taxii2/gateway/status/\(.uuid)/"
}
