/// What every page says of the gateway itself.
package struct Gateway: Sendable {
    /// Its name for people.
    package let name: String
    /// What it is for, in one sentence of its operator; empty where none was given.
    package let sentence: String
    /// Its permanent identifier.
    package let id: String
    /// The version of the program.
    package let version: String
    /// Where it is reached, without a slash at the end: `https://concord.example`.
    package let address: String
    /// Whether everything here is invented, so that every page says so.
    package let isDemo: Bool
    /// The main ways, which its domains declare.
    package let menu: [MenuEntry]
    /// How types of objects are called, as its domains declare.
    package let types: NamedTypes

    package init(
        name: String, sentence: String, id: String, version: String, address: String, isDemo: Bool = false,
        menu: [MenuEntry] = [], types: NamedTypes = NamedTypes()
    ) {
        self.name = name
        self.sentence = sentence
        self.id = id
        self.version = version
        self.address = address
        self.isDemo = isDemo
        self.menu = menu
        self.types = types
    }

    /// Whether readers reach it over TLS, so that cookies may insist on it.
    package var isSecure: Bool { address.hasPrefix("https://") }

    /// A full address, for command lines that are typed elsewhere.
    package func full(_ address: Address) -> String {
        self.address + address.href
    }
}
