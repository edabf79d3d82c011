package import Web

extension Gateway {
    /// An invented gateway with these main ways.
    package static func invented(menu: [MenuEntry] = [], types: [NamedType] = []) -> Gateway {
        Gateway(
            name: "CIRT Valdoria",
            sentence: "The national computer incident response team of Valdoria, its constituency and its partners.",
            id: "4b7d0d6e-3c1a-4f52-9a55-0d2f6f0c8e11", version: "0.1.0",
            address: "https://concord.valdoria.example", menu: menu, types: NamedTypes(types))
    }
}
