package import STIX

/// One property in two versions of an object.
package struct SideBySide: Sendable, Hashable {
    package let property: String
    /// Nil where the version lacks it.
    package let standing: String?
    package let waiting: String?

    package var differs: Bool { standing != waiting }

    package init(property: String, standing: String?, waiting: String?) {
        self.property = property
        self.standing = standing
        self.waiting = waiting
    }

    /// Every property of either, those that differ first, each part in the order of what waits.
    package static func comparing(_ standing: JSON?, _ waiting: JSON?) -> [SideBySide] {
        let names = (waiting?.members ?? []).map(\.name)
        let others = (standing?.members ?? []).map(\.name).filter { !names.contains($0) }
        let rows = (names + others).map { name in
            SideBySide(
                property: name, standing: standing?[name].map(Difference.text(of:)),
                waiting: waiting?[name].map(Difference.text(of:)))
        }
        return rows.filter(\.differs) + rows.filter { !$0.differs }
    }
}
