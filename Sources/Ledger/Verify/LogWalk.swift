import Crypto
import MerkleLog
import STIX
import Storage

/// What a source holds of one bundle.
struct BundlePieces: Sendable {
    let bundle: EntryBundle
    let leaves: [[UInt8]]
    /// Of the leaves.
    let hashes: [TreeHash]
    /// What the source says they are; nil where it has no such tile.
    let claims: [TreeHash]?

    /// Nil for no bundle.
    static func read(_ bundle: EntryBundle?, from source: some LogSource) async -> Result<BundlePieces, any Error>? {
        guard let bundle else { return nil }
        do {
            let leaves = try await source.leaves(of: bundle)
            var claims: [TreeHash]?
            if let tile = Tile(level: 0, index: bundle.index, width: bundle.width) {
                claims = try? await source.hashes(of: tile)
            }
            return .success(
                BundlePieces(bundle: bundle, leaves: leaves, hashes: leaves.map { TreeHash.leaf($0) }, claims: claims))
        } catch {
            return .failure(error)
        }
    }
}

/// One pass over the entries.
struct LogWalk {
    let readsBodies: Bool
    let knownSize: Int?
    var problems: [Verification.Problem] = []
    var withdrawn = 0
    /// Positions named by erase entries.
    var erasures: Set<Int> = []
    var bodies = 0
    var bodyBytes = 0
    /// The files that bodies name.
    var named: Set<BlobHash> = []
    /// The keys that the log states for each of its origins, in their order; each was put in force by the one before.
    var keys: [String: [String]] = [:]
    /// Origins of the epochs before.
    var followed: Set<String> = []
    var rootAtKnownSize: TreeHash?
    /// Whether the source gave all there is to read.
    private(set) var isComplete = true

    private var tree = TreeBuilder()
    /// The tree of the claimed hashes, from where they first differ.
    private var claimed: TreeBuilder?
    private(set) var position = 0
    private var lastDate: Timestamp?
    /// The bundle that is walked over, how many of its entries have been, and whether more records came.
    private var current: BundlePieces?
    private var taken = 0
    private var hasTooMany = false
    private var mismatch: Verification.Problem?
    /// The tiles of the right edge, by level, until they are full.
    private var edge: [Int: (tile: Tile, hashes: [TreeHash])] = [:]
    /// What is wrong with hash tiles, should the entries be the signed ones.
    private var badTiles: [Verification.Problem] = []
    /// Entries whose record or body is not there, until an erase or withdraw entry explains them.
    private var unexplained: [Int: Verification.Problem.Kind] = [:]
    private var openings: Set<Int> = []
    /// Entries that are no placement.
    private var others: Set<Int> = []

    init(readsBodies: Bool, knownSize: Int?) {
        self.readsBodies = readsBodies
        self.knownSize = knownSize
        if knownSize == 0 { rootAtKnownSize = tree.head.root }
    }

    mutating func stop(at position: Int, _ error: any Error) {
        isComplete = false
        self.position = position
        add(.unreadable, "the entries from \(position) on can't be read: \(error)")
    }

    /// Takes up the entries of a bundle; what they say follows one by one.
    mutating func begin(_ pieces: BundlePieces, of size: Int, from source: some LogSource) async {
        if mismatch == nil, let claims = pieces.claims {
            mismatch = await Self.compare(pieces.hashes, claims, pieces.bundle, size: size, source: source)
        }
        // As long as they agree, the claimed tree is the one that is built here.
        if claimed == nil, pieces.claims != pieces.hashes { claimed = tree }
        if claimed != nil { for claim in pieces.claims ?? [] { claimed?.append(claim) } }
        current = pieces
        taken = 0
        hasTooMany = false
    }

    /// There are more records than entries, and nobody need read them.
    struct Enough: Error {}

    /// What the next entry says.
    mutating func take(_ record: EntryRecord) throws {
        guard let pieces = current, taken < pieces.leaves.count else {
            hasTooMany = true
            throw Enough()
        }
        pass(pieces, record)
    }

    mutating func finishBundle(from source: some LogSource) async {
        guard let pieces = current else { return }
        let start = pieces.bundle.index * 256
        if readsBodies, hasTooMany || taken < pieces.leaves.count, mismatch == nil {
            let count = hasTooMany ? "more" : "\(taken)"
            problems.append(
                .init(
                    kind: .missingRecord, position: start + taken,
                    sentence: "the bundle holds \(pieces.leaves.count) entries and \(count) records"))
        }
        while taken < pieces.leaves.count { pass(pieces, nil) }
        await checkTiles(pieces, from: source)
        // What is missing here leaves the positions of later bundles as they are.
        position = start + pieces.bundle.width
        current = nil
    }

    /// The partial tiles of the right edge are the last ones.
    mutating func finishTiles(from source: some LogSource) async {
        guard isComplete else { return }
        for (_, last) in edge.sorted(by: { $0.key < $1.key }) {
            compare(last.tile, last.hashes, try? await source.hashes(of: last.tile))
        }
    }

    /// Looks at the tiles that are full with this bundle; nothing is served from the tree, so it need not keep them.
    private mutating func checkTiles(_ pieces: BundlePieces, from source: some LogSource) async {
        if let tile = Tile(level: 0, index: pieces.bundle.index, width: pieces.bundle.width) {
            compare(tile, pieces.hashes, pieces.claims)
        }
        for (tile, hashes) in tree.takeChangedTiles() where tile.level > 0 {
            if tile.width == Tile.fullWidth {
                edge[tile.level] = nil
                compare(tile, hashes, try? await source.hashes(of: tile))
            } else {
                edge[tile.level] = (tile, hashes)
            }
        }
    }

    private mutating func compare(_ tile: Tile, _ own: [TreeHash], _ claims: [TreeHash]?) {
        guard own != claims, badTiles.count < LogVerifier.mostProblems else { return }
        let what = claims == nil ? "is missing, or can't be read" : "is not made of the entries"
        badTiles.append(.init(kind: .badTile, position: nil, sentence: "the hash tile \(tile) \(what)"))
    }

    private mutating func pass(_ pieces: BundlePieces, _ record: EntryRecord?) {
        tree.append(pieces.hashes[taken])
        check(pieces.leaves[taken], record)
        taken += 1
        position += 1
        if position == knownSize { rootAtKnownSize = tree.head.root }
    }

    /// The first entry that is not the one the tree was built from, and what seems to have happened to it.
    private static func compare(
        _ own: [TreeHash], _ claims: [TreeHash], _ bundle: EntryBundle, size: Int, source: some LogSource
    ) async -> Verification.Problem? {
        var claims = Array(claims.prefix(bundle.width))
        guard own != claims || own.count != bundle.width else { return nil }
        var own = own
        let first =
            zip(own, claims).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(own.count, claims.count)
        let position = bundle.index * 256 + first
        func problem(_ kind: Verification.Problem.Kind, _ what: String) -> Verification.Problem {
            .init(kind: kind, position: position, sentence: "entry \(position) \(what)")
        }
        // What moved over the border of the bundle is looked for beyond it.
        if let next = EntryBundle(index: bundle.index + 1, treeSize: size),
            let tile = Tile(level: 0, index: next.index, width: next.width)
        {
            own += (try? await source.leaves(of: next))?.map { TreeHash.leaf($0) } ?? []
            claims += (try? await source.hashes(of: tile))?.prefix(next.width) ?? []
        }
        guard first < claims.count else { return problem(.inserted, "was added") }
        guard first < own.count else { return problem(.deleted, "is gone") }
        let place = own[first...].firstIndex(of: claims[first])
        switch (claims[first...].contains(own[first]), place) {
        case (true, nil): return problem(.deleted, "is gone")
        case (false, .some): return problem(.inserted, "was inserted")
        case (true, .some(let place)):
            return problem(.reordered, "stands where another one was; that one is now at \(position - first + place)")
        case (false, nil): return problem(.altered, "is not the entry that was signed")
        }
    }

    private mutating func check(_ bytes: [UInt8], _ record: EntryRecord?) {
        guard let leaf = Leaf(bytes) else {
            add(.badLeaf, "entry \(position) is not in the form of a leaf")
            return
        }
        if let lastDate, leaf.dateAdded <= lastDate {
            add(.badDate, "entry \(position) is dated \(leaf.dateAdded), not after the one before it")
        }
        lastDate = leaf.dateAdded
        if leaf.kind != .place { others.insert(position) }
        if position == 0, leaf.kind != .config { add(.badRecord, "entry 0 does not state the rules of the log") }
        guard let record else { return }
        guard let opening = record.opening else {
            unexplained[position] = .missingRecord
            return
        }
        openings.insert(position)
        guard opening.salt.count == 32,
            LogRecord.commitment(salt: opening.salt, record: opening.record) == leaf.commitment
        else {
            add(.badRecord, "entry \(position): salt and record are not what the entry commits to")
            return
        }
        do {
            switch try LogRecord(leaf.kind, opening.record) {
            case .place(let placement): check(record.body, placement)
            case .withdraw(let ended, _) where !isPlacement(ended), .erase(let ended, _) where !isPlacement(ended):
                add(.badRecord, "entry \(position) ends entry \(ended), which placed nothing before it")
            case .withdraw(let ended, _):
                withdrawn += 1
                if unexplained[ended] == .missingBody { unexplained[ended] = nil }
            case .erase(let ended, _): erasures.insert(ended)
            case .config(let rules):
                if let origin = rules["origin"]?.string, let key = rules["key"]?.string { take(key, of: origin, rules) }
                if let old = rules["follows"]?["origin"]?.string { followed.insert(old) }
            }
        } catch {
            add(.badRecord, "entry \(position): \(error)")
        }
    }

    private func isPlacement(_ ended: Int) -> Bool { ended < position && !others.contains(ended) }

    private mutating func take(_ key: String, of origin: String, _ rules: JSON) {
        if let last = keys[origin]?.last, last != key, !KeyRotation.isSigned(rules, by: last, and: key) {
            add(
                .badSignature,
                "entry \(position) replaces the key without the signatures of both the old and the new one")
            return
        }
        if keys[origin]?.last != key { keys[origin, default: []].append(key) }
    }

    private mutating func check(_ body: [UInt8]?, _ placement: LogRecord.Placement) {
        guard let body else {
            unexplained[position] = .missingBody
            return
        }
        bodies += 1
        bodyBytes += body.count
        if Array(SHA256.hash(data: body)) != placement.sha256 {
            add(.badBody, "entry \(position): the body of \(placement.id) is not the one that was placed")
        } else if let blob = Candidate.blob(namedBy: body, of: placement.id) {
            named.insert(blob)
        }
    }

    /// How many of these gaps are there and explained by no entry; they are no problem then.
    mutating func takeUnexplained(_ gaps: Set<Int>) -> Int {
        let found = gaps.filter { unexplained.removeValue(forKey: $0) != nil && !erasures.contains($0) }
        return found.count
    }

    /// Every gap must be explained by an entry that says so.
    mutating func checkErasures() {
        guard readsBodies, isComplete else { return }
        for (position, kind) in unexplained.sorted(by: { $0.key < $1.key }) where !erasures.contains(position) {
            problems.append(
                .init(
                    kind: kind, position: position,
                    sentence: kind == .missingBody
                        ? "entry \(position): the body is missing, and no entry withdraws or erases it"
                        : "entry \(position): salt and record are missing, and no entry erases them"))
        }
        for position in erasures.intersection(openings).sorted() {
            problems.append(
                .init(
                    kind: .bodyNotErased, position: position,
                    sentence: "entry \(position) was erased by a later entry, but what it said is still there"))
        }
    }

    /// What the root says of the entries.
    func judgeTree(against checkpoint: Checkpoint) -> [Verification.Problem] {
        let head = tree.head
        if head.size == checkpoint.size, head.root == checkpoint.root { return badTiles }
        if claimed?.head == TreeHead(size: checkpoint.size, root: checkpoint.root), let mismatch {
            // The hash tiles are the signed ones, so the first difference from them is the first bad entry.
            return [mismatch]
        }
        if let mismatch {
            let caution = isComplete ? " (judged by hash tiles that were changed too)" : ""
            return [.init(kind: mismatch.kind, position: mismatch.position, sentence: mismatch.sentence + caution)]
        }
        guard isComplete else { return [] }
        return [
            .init(
                kind: .rewritten, position: nil,
                sentence: """
                    entries and hash tiles agree with each other but not with the signed root: the log was rewritten \
                    after it was signed; an earlier checkpoint narrows down where
                    """)
        ]
    }

    private mutating func add(_ kind: Verification.Problem.Kind, _ sentence: String) {
        guard problems.count < LogVerifier.mostProblems else { return }
        problems.append(.init(kind: kind, position: position, sentence: sentence))
    }
}
