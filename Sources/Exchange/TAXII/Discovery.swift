import Hall
import STIX
import Web

extension Visit<ExchangeDomain> {
    /// TAXII 2.1 §4.1.
    func discovery() -> Answer {
        var members: [JSON.Member] = [
            .text("title", gateway.name),
            // Relative, so that they hold whatever name the gateway is reached by.
            .text("default", Address.taxiiRoot.href), .texts("api_roots", [Address.taxiiRoot.href]),
        ]
        if !gateway.sentence.isEmpty { members.append(.text("description", gateway.sentence)) }
        return .taxii(.object(members))
    }

    /// TAXII 2.1 §4.2.
    func root() -> Answer {
        .taxii(
            .object([
                .text("title", gateway.name), .texts("versions", [TAXIIMediaType.taxii]),
                .count("max_content_length", ExchangeDomain.taxii.longestBody),
            ]))
    }
}
