import Foundation
@testable import Ledger
import Outside
import STIX
import Storage
import Synchronization
import Testing
import TestSupport

@testable import Exchange
@testable import concord

/// Two gateways as two real programs: one publishes and serves, the other follows it over HTTP.
@Suite struct TwoGateways {
    @Test(.timeLimit(.minutes(10)))
    func `one publishes, the other mirrors, and notices when the first has two histories`()
        async throws
    {
        let stage = try Stage()
        defer { stage.clear() }
        try await stage.run(
            "concord init --data peer --name 'CSIRT of Examplia'; concord init --data here --name 'CIRT of Sampleland'")
        try await stage.run("concord import threats.json --into public --data peer")
        try await stage.run("concord collection add banks --title Banks --audience signed-in --data peer")
        try await stage.run("concord import lines.jsonl --into banks --data peer")
        try await stage.run("concord invite 'Ravi Menon' --role reader --data peer")
        try await stage.run("concord token add 'Ravi Menon' --name mirror --data peer | tail -1 >token")
        try await stage.serve("peer")
        let key = try await stage.run("concord log checkpoint public --key --data peer | tee key")

        // The page of the collection is as good as the address of its log.
        let added = try await stage.run(
            "concord mirror add $(cat url)/collections/$(\(Stage.id(of: "public", in: "peer"))) --key $(cat key) --alias examplia --audience everyone --inner-network --data here"
        )
        #expect(added.contains("verified to entry 6 at "))
        #expect(try await stage.run("concord collection list --data here").contains("mirror, verified to entry 6 at "))
        #expect(try await stage.run("concord search heron --data here").contains("Hushed Heron"))

        // What is not public is there for who may read it, and is absent for others.
        let banks =
            "concord mirror add $(cat url)/logs/$(\(Stage.id(of: "banks", in: "peer"))) --key $(concord log checkpoint banks --key --data peer) --audience signed-in --inner-network --data here"
        let refused = try await Shell.run(banks + " --alias hidden", in: stage.folder)
        #expect(refused.status == 69)
        #expect(refused.output.contains("answered 404"))
        #expect(try await stage.run(banks + " --alias banks --token-file token").contains("verified to entry "))
        #expect(try await !stage.run("concord mirror list --data here").contains("hidden"))

        try await stage.run(
            "concord withdraw malware--00000000-0000-4000-8000-000000000201 --from public --reason 'false positive' --data peer"
        )
        try await stage.poll("examplia")
        let entry = try await stage.run("concord log show examplia --limit 1 --data here")
        #expect(entry.contains("withdraw\tmalware--00000000-0000-4000-8000-000000000201\tfalse positive"))
        #expect(
            try await !stage.run("concord search heron --json --data here")
                .contains(#""id":"malware--00000000-0000-4000-8000-000000000201""#))
        let verified = try await [("examplia", "here"), ("public", "peer")].asyncMap { collection, data in
            try await stage.run("concord log verify \(collection) --data \(data) --key \(key)")
        }
        for text in verified { #expect(text.contains("verified the log is whole, and signed with the given key")) }
        #expect(Stage.root(verified[0]) == Stage.root(verified[1]))
        #expect(Stage.root(verified[0]) != nil)

        // The first goes away, and comes back as somebody who remembers another past.
        try await stage.stop()
        let unreachable = await #expect(throws: OutsideError.self) { try await stage.poll("examplia") }
        #expect(unreachable?.code == .unreachable)
        try await stage.run("cp -r peer forked")
        try await stage.run("concord import newer.json --into public --data peer")
        try await stage.serve("peer")
        try await stage.poll("examplia")
        try await stage.stop()
        try await stage.run("concord import lines.jsonl --into public --data forked")
        try await stage.serve("forked")
        let forked = await #expect(throws: ExchangeError.self) { try await stage.poll("examplia") }
        #expect(forked.map { [.forked, .rolledBack].contains($0.code) } == true)
        #expect(forked?.isPassing == false)
        try await stage.stop()

        let evidence = try await stage.run("concord mirror evidence examplia --data here")
        #expect(evidence.components(separatedBy: "\n— concord/").count == 3)
        let doctor = try await Shell.run("concord doctor --data here", in: stage.folder)
        #expect(doctor.status == 1)
        #expect(doctor.output.contains("PROBLEM  mirror examplia: "))
        // What was verified stands as it was.
        #expect(
            try await stage.run("concord log verify examplia --data here --key \(key)").contains(
                "verified the log is whole"))
        try await stage.serve("here")
        let page = try await stage.run(
            "curl -s -H 'Accept-Language: fr' $(cat url)/collections/$(\(Stage.id(of: "examplia", in: "here")))")
        #expect(page.contains("jusqu’à l’entrée"))
        #expect(page.contains("contredit ce qu’elle a signé"))
        #expect(
            try await stage.run("curl -s $(cat url)/logs/$(\(Stage.id(of: "examplia", in: "here")))/checkpoint")
                == (try await stage.run("concord log checkpoint public --data peer")))
        try await stage.stop()
    }

    @Test(.timeLimit(.minutes(10)))
    func `files come with the objects that name them, as far as they are given and there is room`() async throws {
        let stage = try Stage()
        defer { stage.clear() }
        try await stage.run(
            """
            concord init --data peer --name 'CSIRT of Examplia'; concord init --data here --name 'CIRT of Sampleland'
            for n in 1 2 3 4; do printf "file $n" >$n.txt; done; concord blob put 1.txt 2.txt --into public --data peer
            concord blob put 4.txt --into desk --data peer
            """)
        try await stage.serve("peer")
        try await stage.run("concord log checkpoint public --key --data peer >key")
        try await stage.run(
            "concord mirror add $(cat url)/logs/$(\(Stage.id(of: "public", in: "peer"))) --key $(cat key) --alias examplia --audience everyone --inner-network --data here"
        )
        func get(_ number: Int, _ data: String = "here") async throws -> (output: String, status: Int32) {
            try await Shell.run(
                "concord blob get $(sha256sum <\(number).txt | cut -c1-64) --output - --data \(data)", in: stage.folder)
        }
        for number in 1...2 { #expect(try await get(number).output == "file \(number)") }
        // What is elsewhere at the peer does not come along.
        #expect(try await get(4).status == 69)
        #expect(try await stage.run("concord doctor --data here").contains("files: 2 are here and what they were"))

        // What the peer lists and can't give whole is noted, and does the mirror no harm.
        try await stage.run(
            "concord blob put 3.txt --into public --data peer; f=$(find peer/blobs -name $(sha256sum <3.txt | cut -c1-64)); printf 'fIle 3' >$f"
        )
        let said = try await stage.poll("examplia")
        #expect(said.last?.contains("1 files were not given") == true)
        #expect(try await get(3).status == 69)
        #expect(try await stage.run("concord log verify examplia --data here").contains("verified "))
        try await stage.run(
            "concord blob quota 13 --of examplia --data here; concord blob put 3.txt --into public --data peer")
        #expect(try await stage.poll("examplia").last?.contains("there is no room for more of its files") == true)
        try await stage.run("concord blob quota 1M --of examplia --data here")
        #expect(try await stage.poll("examplia").last?.contains("1 files came") == true)
        #expect(try await get(3).output == "file 3")

        // The peer's erasure reaches the file here.
        try await stage.run(
            "concord erase $(concord blob put 1.txt --into public --data peer --json | sed 's/.*\"object\":\"\\([^\"]*\\)\".*/\\1/') --reason r --data peer"
        )
        _ = try await stage.poll("examplia")
        #expect(try await get(1).status == 69)
        #expect(try await Shell.run("grep -rl 'file 1' here/blobs", in: stage.folder).status == 1)
        try await stage.stop()
    }
}

/// A folder with the data directories of the gateways, and at most one of them serving.
private struct Stage {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "concord-federation-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: CommandTests.folder.appending(path: "Fixtures"), to: folder)
    }

    func clear() {
        Shell.endLeftover(in: folder)
        try? FileManager.default.removeItem(at: folder)
    }

    /// What a line of shell prints; it must end well.
    @discardableResult
    func run(_ line: String) async throws -> String {
        let (output, status) = try await Shell.run(line, in: folder)
        #expect(status == 0, "\(line): \(output)")
        return output.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Serves a data directory, at the port that was served last.
    func serve(_ data: String) async throws {
        try await run(
            """
            rm -f address; concord serve --data \(data) --port "$(sed 's/.*://' url 2>/dev/null || echo 0)" --json >address 2>&1 &
            echo $! >pid; for i in $(seq 300); do [ -s address ] && break; sleep 0.1; done
            sed 's/.*"\\(http[^"]*\\)".*/\\1/' address >url
            """)
    }

    func stop() async throws {
        try await run(
            "kill $(cat pid); for i in $(seq 300); do curl -s $(cat url)/ >page || break; sleep 0.1; done; rm pid")
    }

    /// Prints the id of a collection.
    static func id(of collection: String, in data: String) -> String {
        #"concord collection --json --data \#(data) | grep '"alias":"\#(collection)"' | sed 's/.*"id":"\([^"]*\)".*/\1/'"#
    }

    /// The root in what `log verify` prints.
    static func root(_ text: String) -> Substring? {
        text.split(separator: "\n").first { $0.hasPrefix("root") }
    }

    /// One visit to the source of a mirror, as the schedule makes it; returns what it says of itself.
    @discardableResult
    func poll(_ alias: String) async throws -> [String] {
        let ledger = try await GatewayLedger(
            DataDirectory.forTest(folder.appending(path: "here").path), migrations: Compose.migrations)
        let collection = try #require(await Reader.machine(of: ledger).collection(alias))
        let (address, id) = try await ledger.database.read { session in
            try #require(
                try session.first("SELECT address, id FROM polled_source WHERE collection = \(collection.id)") {
                    (try $0.get(0, as: String.self), try $0.get(1, as: String.self))
                })
        }
        let settings = SourceSettings(
            id: id, name: alias, kind: .mirror, address: address, credentials: .none, reach: .anywhere,
            authority: nil, collection: collection.id, defaultMarking: nil, reliability: .cannotBeJudged,
            corrections: .hold,
            interval: 300)
        let said = Mutex<[String]>([])
        try await PeerClient.with(for: address, reach: .anywhere) { client in
            try await MirrorFeed().poll(
                Poll(settings: settings, client: client, ledger: ledger, cursor: nil) { _ in
                } say: { sentence in
                    said.withLock { $0.append(sentence) }
                })
        }
        return said.withLock(\.self)
    }
}

extension Array {
    fileprivate func asyncMap<Result>(_ transform: (Element) async throws -> Result) async rethrows -> [Result] {
        var results: [Result] = []
        for element in self { results.append(try await transform(element)) }
        return results
    }
}
