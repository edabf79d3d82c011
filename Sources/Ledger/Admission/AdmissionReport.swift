package import STIX

/// What became of an input, object by object.
package struct AdmissionReport: Sendable, Equatable {
    /// Of the import, in the list of imports; nil before the first of it is durable.
    package var number: Int?
    /// Objects found in the input.
    package var read = 0
    /// Entries added to the log.
    package var placed = 0
    /// Placed although something about them is imperfect.
    package var withFindings = 0
    /// Of those placed, so many took the place of what their source had sent under the same version.
    package var replaced = 0
    /// The same content was there already.
    package var known = 0
    /// Put into quarantine now, by reason.
    package var quarantined: [Quarantine.Code: Int] = [:]
    /// In quarantine since an earlier import.
    package var quarantinedBefore = 0
    /// The first of those, for people.
    package var examples: [Quarantine.Notice] = []
    /// Objects of the input that were STIX 2.0, and were read as STIX 2.1.
    package var converted = 0
    /// What of those stands elsewhere, was left out or supplied, and how often.
    package var notes: [Version20.Note: Int] = [:]
    /// Input bytes read so far.
    package var bytesRead = 0
    /// Log entries of the collection after the last commit; all of them durable.
    package var logSize = 0
    /// Why the input was not read to its end.
    package var broken: StreamError?

    package var quarantinedCount: Int { quarantined.values.reduce(0, +) }

    static let examplesKept = 20
    /// Names in notes come from the input; beyond so many different ones they are counted together.
    private static let notesKept = 100

    mutating func note(_ original: Version20.Original) {
        converted += 1
        for note in original.notes {
            let isKept = notes[note] != nil || notes.count < Self.notesKept
            notes[isKept ? note : .init(place: "other", kind: note.kind), default: 0] += 1
        }
    }

    /// What became of each object; nil where nobody asked.
    package var outcomes: [AdmissionOutcome]?
}

/// What became of one object of an input.
package struct AdmissionOutcome: Sendable, Equatable {
    package enum Verdict: Sendable, Equatable {
        case placed
        /// The same content was there already.
        case known
        case quarantined(Quarantine.Code, sentence: String)
    }

    /// Nil where it could not be read so far.
    package let id: String?
    /// `modified`, else `created`.
    package let version: Timestamp?
    /// Where the object begins in the input, in bytes.
    package let offset: Int
    package let verdict: Verdict
}
