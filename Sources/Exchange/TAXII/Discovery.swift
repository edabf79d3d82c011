import STIX
import Web

extension TAXIIVisit {
    /// TAXII 2.1 §4.1.
    func discovery() -> Answer {
        var members: [JSON.Member] = [
            .text("title", exchange.gateway.name),
            // Relative, so that they hold whatever name the gateway is reached by.
            .text("default", Address.taxiiRoot.href), .texts("api_roots", [Address.taxiiRoot.href]),
        ]
        if !exchange.gateway.sentence.isEmpty { members.append(.text("description", exchange.gateway.sentence)) }
        return .taxii(.object(members))
    }

    /// TAXII 2.1 §4.2.
    func root() -> Answer {
        .taxii(
            .object([
                .text("title", exchange.gateway.name), .texts("versions", [TAXIIMediaType.taxii]),
                .count("max_content_length", ExchangeDomain.taxii.longestBody),
            ]))
    }
}
