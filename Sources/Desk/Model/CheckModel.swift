import Ledger
import STIX
import Web

/// What is known of the values in a text that somebody pasted.
///
/// It lives as long as the answer: neither the text nor what was found in it is kept.
package struct CheckModel: Sendable, Hashable {
    /// Most values of one text.
    static let most = 1_000

    /// Those that matter most first: known and ours, known, ours, unknown, known to be harmless.
    let rows: [CheckRow]
    /// Whether the text held more than were looked at.
    let hasMore: Bool
    /// The first row that is shown.
    let from: Int
    /// Whether somebody asked at all.
    let isAsked: Bool
    /// Collections by alias, where there is more than one to tell apart.
    let collections: [String: CollectionName]

    static let empty = CheckModel(rows: [], hasMore: false, from: 0, isAsked: false, collections: [:])

    init(rows: [CheckRow], hasMore: Bool, from: Int, isAsked: Bool = true, collections: [String: CollectionName]) {
        self.rows = rows.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(
            \.element)
        self.hasMore = hasMore
        self.from = from
        self.isAsked = isAsked
        self.collections = collections
    }

    /// The values as a list that can be pasted again, in the order of the rows.
    var list: String { rows.map(\.value.text).joined(separator: "\n") }
}

/// One value with what is known of it.
package struct CheckRow: Sendable, Hashable {
    let value: ObservableValue
    /// The closest first.
    let mentions: [Mention]
    /// The network, domain or AS number of the reader's organisation that it belongs to.
    let ours: String?
    /// Names of the lists on which it is.
    let knownGood: [String]

    fileprivate var rank: Int {
        switch (mentions.isEmpty, ours == nil) {
        case (false, false): 0
        case (false, true): 1
        case (true, false): 2
        case (true, true): knownGood.isEmpty ? 3 : 4
        }
    }
}

extension Constituency {
    /// The part of it to which a value belongs; nil for one that is not theirs.
    func part(holding value: ObservableValue) -> String? {
        if let prefix = value.prefix { return networks.first { IPPrefix($0)?.contains(prefix) ?? false } }
        if let domain = value.domain {
            return domains.first { ours in
                ObservableValue(ours)?.domain.map { domain == $0 || domain.hasSuffix("." + $0) } ?? false
            }
        }
        guard let number = value.systemNumber, systems.contains(Int(number)) else { return nil }
        return value.text
    }
}
