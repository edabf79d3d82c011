import Ledger
import STIX
import Web

/// Every sharing group.
struct GroupsModel: Sendable {
    struct Row: Sendable {
        let id: String
        let name: String
        let members: Int
        let hidesMembers: Bool
    }

    let rows: [Row]
    let notice: Notice?
}

/// One sharing group, as one who runs it or one of its members sees it.
struct GroupModel: Sendable {
    /// An organisation that is about to be added, and what its people will read.
    struct Candidate: Sendable {
        let id: String
        let name: String
        let people: Int
        let reach: Reach
    }

    let id: String
    let name: String
    let hidesMembers: Bool
    /// Nil where the one who asks may not know them.
    let members: [SharingGroup.Member]?
    /// Whether the one who asks adds and removes.
    let isRunning: Bool
    /// The organisations that can be added.
    let others: [PeopleModel.Choice]
    let candidate: Candidate?
    let notice: Notice?
    var mandate = ""
    var ends: Timestamp?
    var hasEnded = false
    /// The collections that are told to it alone, as far as the one who asks reads them.
    var collections: [(id: String, title: String)] = []
    /// The day was none.
    var isMistyped = false
}
