import Hall
import Ledger
import STIX
import Storage
import Web
import Work

/// Says fourteen days before, and when it is so, that the time of a group is over: its members, and those who may renew it.
struct GroupEnds: WorkHandler {
    static let kind = "group-end"
    private static let before: Int64 = 14 * 86_400_000_000
    let domain: DirectoryDomain

    var kind: String { Self.kind }

    static let soon = NamedNotice("group-ends") {
        WorkingGroupWords.in($0).soonTitle
    } sentence: { language, subject in
        WorkingGroupWords.in(language).soon(subject)
    }
    static let over = NamedNotice("group-ended") {
        WorkingGroupWords.in($0).overTitle
    } sentence: { language, subject in
        WorkingGroupWords.in(language).over(subject)
    }

    /// When somebody is told that it ends.
    static func warning(of end: Timestamp, _ now: Timestamp) -> Timestamp {
        max(now, Timestamp(clamping: end.microseconds - before))
    }

    /// Who is of which group is its members' to know.
    func known(in collections: [LogCollection]) -> KnownRows { .only([]) }

    func perform(_ row: WorkRow) async throws -> WorkOutcome {
        let now = domain.surroundings.now()
        guard let group = try? await domain.group(row.key), let ends = group.ends else { return .done() }
        let warning = Timestamp(clamping: ends.microseconds - Self.before)
        guard warning <= now else { return .again(warning) }
        let kind = group.hasEnded(at: now) ? Self.over.kind : Self.soon.kind
        let whom: [NoticeDraft.Addressee] =
            [.whoMay(.administer)]
            + group.members.filter { $0.organisation != domain.desk }.map { .organisation($0.organisation) }
        let drafts = whom.map {
            NoticeDraft(kind, "\(group.id) \(ends)", .digest, to: $0, about: group.name, at: .group(group.id))
        }
        let tell: @Sendable (Session) throws -> Void = { session in
            for draft in drafts { try session.notify(draft, now: now) }
        }
        return group.hasEnded(at: now) ? .done(also: tell) : .again(ends, also: tell)
    }
}
