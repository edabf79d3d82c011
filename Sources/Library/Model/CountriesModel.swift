import Kinds
import STIX
import Web

/// What is known of countries, side by side.
struct CountriesModel: Sendable {
    /// Most countries beside each other.
    static let most = 3
    /// Objects of one kind and country that are named.
    static let fewest = 6
    /// Texts of which it is told how far each country is.
    static let mostTexts = 200

    struct Cell: Sendable {
        let rows: [RecordRow]
        let count: Int
    }

    /// One kind: a cell for each country.
    struct Part: Sendable {
        let kind: Kind
        let field: Field
        let cells: [Cell]
    }

    struct Text: Sendable {
        let id: String
        let name: String
        /// Of each country; nil where nothing is known, which is not the same as no.
        let status: [JSON?]
    }

    /// How far each country follows texts of one kind.
    struct Progress: Sendable {
        let kind: Kind
        let status: Field
        let texts: [Text]
        let total: Tally
    }

    let countries: [String]
    let parts: [Part]
    let progress: [Progress]
}
