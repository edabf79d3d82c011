/// What a collection asks for before anything is published there: a rule of its log, and never of who reads.
///
/// Notes, opinions, sightings and steps are no publications, and need none.
package enum Review: Sendable, Hashable {
    /// Somebody else who may decide there says that it may stand.
    case agreement
    /// Nobody who may discuss there objects for so many days: the silence procedure.
    case silence(days: Int)

    /// The longest silence, in days.
    package static let longest = 90

    init(stored: Int) { self = stored == 0 ? .agreement : .silence(days: stored) }

    var stored: Int {
        switch self {
        case .agreement: 0
        case .silence(let days): days
        }
    }

    /// How a log states it: `agreement`, or how long the silence lasts as ISO 8601 writes it.
    package var description: String {
        switch self {
        case .agreement: "agreement"
        case .silence(let days): "P\(days)D"
        }
    }
}
