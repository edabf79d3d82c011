/// Whom an organisation answers for: networks, AS numbers, domains, sectors.
package struct Constituency: Sendable, Hashable, Codable {
    /// IPv4 and IPv6 prefixes as people write them: `198.51.100.0/24`.
    package var networks: [String]
    /// Autonomous system numbers.
    package var systems: [Int]
    /// Domain names; each with everything below it.
    package var domains: [String]
    /// Words of `industry-sector-ov`.
    package var sectors: [String]

    package init(networks: [String] = [], systems: [Int] = [], domains: [String] = [], sectors: [String] = []) {
        self.networks = networks
        self.systems = systems
        self.domains = domains
        self.sectors = sectors
    }

    package var isEmpty: Bool { networks.isEmpty && systems.isEmpty && domains.isEmpty && sectors.isEmpty }
}
