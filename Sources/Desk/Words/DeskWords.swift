import HTML
import Web

/// The sentences of the desk.
///
/// One file per language; a missing sentence does not compile.
struct DeskWords: Sendable {
    /// The main ways, as the head of every page calls them.
    let menu: Menu
    let common: Common
    let home: Home
    let collection: Collection
    let list: List
    let object: Object
    let proof: Proof
    let search: Search
    let check: CheckWords
    let sparing: SparingWords
    let about: About
    let publish: PublishWords
    let mirror: MirrorWords
    let quarantine: QuarantineWords
    let imports: ImportWords
    let morning: MorningWords
    /// How a relation reads: from the one who does it, and from the one it is done to.
    let verb: @Sendable (Verb) -> (does: String, isDone: String)
    /// How a property is called.
    let property: @Sendable (NamedProperty) -> String
    /// How a type of objects is called.
    let type: @Sendable (KnownType) -> TypeWords

    static func `in`(_ language: Language) -> DeskWords {
        switch language {
        case .english: english
        case .french: french
        case .arabic: arabic
        case .spanish: spanish
        case .russian: russian
        case .chinese: chinese
        }
    }

    struct Menu: Sendable {
        let morning: String
        let write: String
        let quarantine: String
        let check: String
        let collections: String
        let types: String
        let about: String
    }

    struct Common: Sendable {
        let objects: @Sendable (Tally) -> String
        let readers: @Sendable (Readers) -> String
        let readersTitle: String
        let doneBy: @Sendable (_ name: Markup) -> Markup
        let doneByCommand: @Sendable (_ user: Markup) -> Markup
        let ceiling: String
        let lastChange: String
        let nothingYet: String
        let type: String
        let number: String
        let revoked: String
        let older: String
        let newest: String
        let name: String
        let changed: String
        let allTypes: String
        let more: @Sendable (Int) -> String
    }

    struct Home: Sendable {
        let lead: String
        let examples: String
        let typesTitle: String
        let latestTitle: String
        let emptyTitle: String
        let emptyLead: String
        let importStep: String
        let collectionStep: String
        let doctorStep: String
    }

    struct Collection: Sendable {
        let kind: String
        let contents: String
        let changes: String
        let placed: String
        let withdrawn: String
        let erased: String
        let configured: String
        let log: String
        let logLead: String
        let size: String
        let entries: @Sendable (Int) -> String
        let root: String
        let signed: String
        let key: String
        let origin: String
        let verifyTitle: String
        let verifyLead: String
        let tilesTitle: String
        let tilesLead: String
        let checkpoint: String
        let hashTile: String
        let entryTile: String
        let export: String
        let exportLead: String
    }

    struct List: Sendable {
        let inCollection: String
        let inAll: String
        let empty: String
        let typesTitle: String
        let typesLead: String
    }

    struct Object: Sendable {
        let also: String
        let revoked: String
        let withdrawn: @Sendable (_ collection: Markup, _ day: Markup) -> Markup
        let superseded: @Sendable (_ shown: Markup, _ newest: Markup) -> Markup
        let sentBy: @Sendable (_ sender: Markup) -> Markup
        let noAuthor: String
        /// It stands under the identifier of an organisation that did not say it.
        let notTheirs: String
        let description: String
        let references: String
        let facts: String
        let rest: String
        let relations: String
        let relationsLead: @Sendable (Tally) -> String
        let allRelations: @Sendable (Int) -> String
        let unknownEnd: String
        let says: String
        let versions: String
        let firstVersion: String
        let added: String
        let removed: String
        let changedTo: String
        let reordered: String
        let nothingElse: String
        let olderVersions: @Sendable (Int) -> String
        let noted: String
        let seesTitle: String
        let everyone: @Sendable (_ collection: Markup) -> Markup
        let signedIn: @Sendable (_ collection: Markup) -> Markup
        let organisation: @Sendable (_ name: Markup, _ collection: Markup) -> Markup
        let ownMarking: String
        let defaultMarking: String
        let statements: String
        let findings: String
        let findingsLead: @Sendable (Int) -> String
        let raw: String
        let rawLead: @Sendable (Int) -> String
        let rawCut: String
        let exactBytes: String
        let fileTitle: String
        let fileDownload: String
        let fileCaution: String
        let yes: String
        let no: String
    }

    struct Proof: Sendable {
        let title: String
        let lead: @Sendable (_ entry: Markup, _ collection: Markup, _ day: Markup) -> Markup
        let withdrawn: @Sendable (_ entry: Markup, _ day: Markup) -> Markup
        let waiting: String
        let entry: String
        let added: String
        let leaf: String
        let body: String
        let size: String
        let root: String
        let path: @Sendable (Int) -> String
        let verify: String
    }

    struct Search: Sendable {
        let title: String
        let results: @Sendable (Tally) -> String
        let kind: @Sendable (SearchModel.Kind) -> String
        let none: String
        let noneLead: String
        let startLead: String
        let byWords: String
        let byIdentifier: String
        let byValue: String
    }

    struct About: Sendable {
        let title: String
        let lead: String
        let proves: [String]
        let provesNot: String
        let stepsTitle: String
        let steps: [String]
        let keysTitle: String
        let keysLead: String
        let noLogs: String
        let formats: String
    }
}
