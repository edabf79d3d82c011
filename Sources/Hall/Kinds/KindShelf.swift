package import Kinds
package import Ledger
import STIX
import Synchronization

/// The packs that this gateway has, and which of their kinds people are shown.
package struct KindShelf: Sendable {
    /// A kind that people are shown.
    package struct Offer: Sendable {
        package let kind: Kind
        package let pack: Pack
    }

    package let ledger: GatewayLedger
    private var table: PackTable { PackTable(ledger: ledger) }

    package init(_ ledger: GatewayLedger) { self.ledger = ledger }

    /// The pack that ships with the program.
    package static let core: Pack = {
        let files = EmbeddedPacks.files.filter { $0.path.hasPrefix("core/") }.map {
            Pack.File(path: String($0.path.dropFirst("core/".count)), bytes: Array($0.text.utf8))
        }
        do {
            return try Pack(files)
        } catch {
            // Not input: it is part of the program, and HallTests read all of it. A program without it has lost what was written here.
            fatalError("the core pack: \(error)")
        }
    }()

    /// All packs: the core pack first, then by name.
    package func packs() async throws -> [Pack] {
        try await [Self.core] + table.all().compactMap(PackCache.shared.pack)
    }

    /// Who signed each installed pack, by its name; nil where nobody did.
    package func signers() async throws -> [String: String?] {
        Dictionary(uniqueKeysWithValues: try await table.all().map { ($0.name, $0.signer) })
    }

    /// The kinds that people are shown, by name.
    package func offers() async throws -> [Offer] {
        let packs = try await packs()
        return try await table.offers().compactMap { offer in
            guard let pack = packs.first(where: { $0.name == offer.pack }),
                let kind = pack.kinds.first(where: { $0.name == offer.kind })
            else { return nil }
            return Offer(kind: kind, pack: pack)
        }
    }

    /// The kind that people are shown under a name.
    package func offer(_ name: String) async throws -> Kind? { try await offers().first { $0.kind.name == name }?.kind }

    /// The kind of a draft: the one under which it was begun, else the one that has taken its place.
    package func kind(of typed: TypedRecord) async throws -> Kind? {
        let kinds = try await packs().filter { $0.name == typed.pack }.flatMap(\.kinds)
        return kinds.first { $0.id == typed.kind } ?? kinds.first { $0.name == typed.name }
    }

    /// A kind by its identifier: of a pack here, else as an object declares it that the reader may read.
    package func kind(_ id: String, for reader: Reader) async throws -> Kind? {
        for pack in try await packs() { if let kind = pack.kinds.first(where: { $0.id == id }) { return kind } }
        guard let placement = try await reader.standing(of: id)?.current, placement.withdrawal == nil,
            let body = try await reader.body(of: placement, atMost: Self.mostBytes)
        else { return nil }
        return PackCache.shared.kind(id, body)
    }

    /// The versions of a kind: the one here, and those that it follows.
    ///
    /// What an object of somebody else claims to be of a pack does not count: only the kind itself says what it follows.
    package func versions(of kind: Kind, for reader: Reader) async throws -> [String] {
        var (ids, next) = ([kind.id], kind.follows)
        while let id = next, ids.count < Self.mostVersions, !ids.contains(id) {
            ids.append(id)
            next = try await self.kind(id, for: reader)?.follows
        }
        return ids
    }

    private static let mostVersions = 50

    /// The longest object that declares a kind.
    private static let mostBytes = 256 << 10

    /// The terms of a taxonomy of any pack; nil where none has it.
    package func terms() async throws -> @Sendable (String) -> Set<String>? {
        let all = try await taxonomies()
        return { namespace in all[namespace].map { Set($0.terms.map(\.tag)) } }
    }

    /// The taxonomies of all packs by namespace; of two the first pack's counts.
    package func taxonomies() async throws -> [String: TagTaxonomy] {
        Dictionary(try await packs().flatMap(\.taxonomies).map { ($0.namespace, $0) }) { first, _ in first }
    }

    /// Brings a pack, in place of an earlier version of it.
    ///
    /// - Parameter signer: whose signature was verified; nil where nobody signed.
    /// - Throws: `KindFault` where it is called as the one that ships with the program.
    package func install(_ pack: Pack, signer: String?) async throws {
        guard pack.name != Self.core.name else {
            throw KindFault(.duplicate, "\(pack.name) ships with the program", at: "/pack")
        }
        let now = ledger.surroundings.now()
        // Its objects would be dated after whoever places them, and be held (law 4).
        if let early = pack.kinds.first(where: { $0.released > FullDate(of: now.date).description }) {
            throw KindFault(
                .badForm, "\(early.name) is released on \(early.released), which is still to come", at: "/released")
        }
        try await table.keep(pack, signer: signer, at: now)
    }

    /// Takes a pack away; false where there is none.
    ///
    /// What was written under its kinds stays, and reads as before.
    package func remove(_ name: String) async throws -> Bool { try await table.remove(name) }

    /// Shows a kind to people, or hides it again.
    ///
    /// - Throws: `KindFault` where there is no such kind, or another pack's is shown under the name.
    package func show(_ kind: String, of pack: String, _ isShown: Bool) async throws {
        guard let found = try await packs().first(where: { $0.name == pack }),
            found.kinds.contains(where: { $0.name == kind })
        else { throw KindFault(.unknownReference, "there is no kind \(kind) in a pack \(pack)") }
        let other = try await table.offers().first { $0.kind == kind && $0.pack != pack }
        if let other, isShown {
            throw KindFault(.duplicate, "\(kind) of the pack \(other.pack) is shown already: hide that one first")
        }
        try await table.offer(kind, of: pack, isShown, at: ledger.surroundings.now())
    }
}

/// Packs and kinds that were read, so that each page does not read them again.
private final class PackCache: Sendable {
    static let shared = PackCache()
    /// Together they are no more than so many; then all are read anew.
    private static let most = 100

    private let packs = Mutex<[PackTable.Row: Pack]>([:])
    /// By identifier, which follows from the content.
    private let kinds = Mutex<[String: Kind]>([:])

    func pack(_ row: PackTable.Row) -> Pack? {
        if let known = packs.withLock({ $0[row] }) { return known }
        guard let pack = try? Pack(row.files) else { return nil }
        packs.withLock { packs in
            if packs.count >= 40 { packs = [:] }
            packs[row] = pack
        }
        return pack
    }

    func kind(_ id: String, _ body: [UInt8]) -> Kind? {
        if let known = kinds.withLock({ $0[id] }) { return known }
        guard let kind = (try? JSON.parse(body)).flatMap(RecordObject.kind), kind.id == id else { return nil }
        kinds.withLock { kinds in
            if kinds.count >= Self.most { kinds = [:] }
            kinds[id] = kind
        }
        return kind
    }
}
