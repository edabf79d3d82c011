import Hall
import Ledger
import STIX
import Web

extension Visit<DirectoryDomain> {
    func groups() async throws -> Answer {
        _ = try administrator()
        let rows = try await directory.groups().map {
            GroupsModel.Row(id: $0.id, name: $0.name, members: $0.members.count, hidesMembers: $0.hidesMembers)
        }
        return answer(GroupsModel(rows: rows, notice: notice).page)
    }

    func addGroup() async throws -> Answer {
        let administrator = try administrator()
        let (name, hides) = (try request.form.required("name"), request.form["hides"] != nil)
        return try await does(.groups) {
            _ = try await directory.addGroup(name, hidesMembers: hides, by: .person(administrator))
        }
    }

    /// A group for who runs it, and for its members; the members learn of each other where the group does not hide them.
    func group() async throws -> Answer {
        let person = try signedIn()
        return try await page(of: try await found { try await directory.group(request.value(.uuid)) }, for: person)
    }

    private func page(of group: SharingGroup, for person: Person, isMistyped: Bool = false) async throws -> Answer {
        let isRunning = (try? administrator()) != nil
        guard isRunning || person.viewer.isOf(.group(group.id)) else { throw Problem.notFound }
        let collections = try await reader.collections().filter { $0.audience == .group(group.id) }
        let model = GroupModel(
            id: group.id, name: group.name, hidesMembers: group.hidesMembers,
            members: isRunning || !group.hidesMembers ? group.members : nil, isRunning: isRunning,
            others: isRunning ? try await others(than: group) : [],
            candidate: isRunning ? try await candidate(for: group) : nil, notice: notice, mandate: group.mandate,
            ends: group.ends, hasEnded: group.hasEnded(at: directory.surroundings.now()),
            collections: collections.map { ($0.id, $0.title) }, isMistyped: isMistyped)
        let context = context
        return .page(model.page(in: context), in: context, status: isMistyped ? 422 : 200)
    }

    func setMandate() async throws -> Answer {
        let administrator = try administrator()
        let group = try await found { try await directory.group(request.value(.uuid)) }
        let day = request.form["ends"] ?? ""
        // The whole of the day that is named, in UTC.
        let last = Timestamp("\(day)T00:00:00.000Z")
        guard day.isEmpty || last != nil else { return try await page(of: group, for: administrator, isMistyped: true) }
        let mandate = request.form["mandate"] ?? ""
        return try await does(.group(group.id)) {
            try await directory.setMandate(
                mandate, ends: last.map { Timestamp(clamping: $0.microseconds + 86_400_000_000) }, of: group.id,
                by: .person(administrator))
        }
    }

    func changeMembers() async throws -> Answer {
        let administrator = try administrator()
        let group = try await found { try await directory.group(request.value(.uuid)) }
        let organisation = try await found { try await directory.organisation(request.form.required("organisation")) }
        switch try request.form.required("action") {
        case "add":
            let reach = try await directory.reach(ofGroup: group.id)
            // Nobody is added before it was said what they will read; and if that has grown, it is said again.
            guard request.form["entries"] == String(reach.entries) else {
                return .redirect(to: Address.group(group.id).href(with: [("add", organisation.id)]))
            }
            return try await does(.group(group.id)) {
                try await directory.add(organisation.id, to: group.id, having: reach, by: .person(administrator))
            }
        case "remove":
            return try await does(.group(group.id)) {
                try await directory.remove(organisation.id, from: group.id, by: .person(administrator))
            }
        default: throw Problem.badRequest(parameter: "action")
        }
    }

    private func others(than group: SharingGroup) async throws -> [PeopleModel.Choice] {
        let members = Set(group.members.map(\.organisation))
        return try await directory.organisations().filter { !members.contains($0.id) }.map {
            PeopleModel.Choice(id: $0.id, name: $0.name)
        }
    }

    private func candidate(for group: SharingGroup) async throws -> GroupModel.Candidate? {
        guard let id = request.query["add"] else { return nil }
        let organisation = try await found { try await directory.organisation(id) }
        guard !group.members.contains(where: { $0.organisation == organisation.id }) else { return nil }
        return GroupModel.Candidate(
            id: organisation.id, name: organisation.name, people: organisation.people,
            reach: try await directory.reach(ofGroup: group.id))
    }
}
