import Ledger
import Web

/// Every organisation.
struct OrganisationsModel: Sendable {
    struct Row: Sendable {
        let id: String
        let name: String
        let people: Int
        /// Whether it runs this gateway.
        let isDesk: Bool
        /// The identifier of its public face.
        let identity: String?
    }

    let rows: [Row]
    let notice: Notice?
}

/// One organisation: whom it answers for, and its public face.
struct OrganisationModel: Sendable {
    let row: OrganisationsModel.Row
    let people: [PeopleModel.Row]
    let constituency: ConstituencyForm
    /// As the form shows it.
    let card: StandingCard
    /// The collections in which the card can be published.
    let collections: [AccountModel.Choice]
    let notice: Notice?
    /// What of the form was not understood.
    let mistake: String?
    /// What stands now, where somebody published it since the form was filled in.
    var changed: ContactCard?
}
