import Outside
import Web

/// The dead links of what somebody reads, by the records that name them.
struct DeadLinksModel: Sendable {
    struct Row: Sendable {
        let id: String
        let name: String
        let links: [(link: String, since: Moment, finding: LinkFinding)]
    }

    /// The organisation of whoever reads; nil for the public.
    let organisation: String?
    let own: [Row]
    let others: [Row]
    let isMore: Bool
}
