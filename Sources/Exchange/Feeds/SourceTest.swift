import Ledger
package import Outside
package import STIX

/// Tries a source step by step without placing anything, and says what works and what to do about the rest.
package struct SourceTest: Sendable {
    package struct Step: Sendable, Equatable {
        package let name: String
        package let isGood: Bool
        package let sentence: String
    }

    let now: Timestamp

    package init(now: Timestamp) { self.now = now }

    /// Tries until something does not work.
    package func run(
        _ address: String, kind: SourceSettings.Kind, credentials: PeerCredentials, reach: Reach = .internet,
        authority: String?
    ) async -> [Step] {
        var steps: [Step] = []
        do {
            let place = try PeerAddress(address)
            try place.check(credentials)
            steps.append(
                Step(
                    name: "address", isGood: true,
                    sentence: "\(place.origin), \(place.isEncrypted ? "encrypted" : "not encrypted")"))
            steps += try await PeerClient.with(credentials, for: address, reach: reach, authority: authority) {
                await self.run(place, kind: kind, credentials: credentials, $0)
            }
        } catch {
            steps.append(Step(name: "address", isGood: false, sentence: "\(error)"))
        }
        return steps
    }

    /// The steps beyond the address.
    func run(
        _ address: PeerAddress, kind: SourceSettings.Kind, credentials: PeerCredentials, _ client: PeerClient
    ) async -> [Step] {
        var steps: [Step] = []
        func good(_ name: String, _ sentence: String) {
            steps.append(Step(name: name, isGood: true, sentence: sentence))
        }
        func bad(_ name: String, _ sentence: String) {
            steps.append(Step(name: name, isGood: false, sentence: sentence))
        }
        /// What must have worked for the server to answer like this.
        func blame(_ error: any Error, else last: String) {
            let error = ExchangeError(visiting: error)
            switch error.code {
            case .unreachable: return bad("reachable", error.sentence)
            case .innerNetwork: return bad("address", error.sentence)
            case .untrusted:
                good("reachable", "somebody answers")
                return bad("certificate", error.sentence)
            default: break
            }
            if !steps.contains(where: { $0.name == "reachable" }) { good("reachable", "the server answers") }
            if address.isEncrypted, !steps.contains(where: { $0.name == "certificate" }) {
                good("certificate", "it is trusted here")
            }
            bad(error.code == .denied ? "credentials" : last, error.sentence)
        }
        do {
            guard kind == .taxii else {
                if kind == .misp {
                    let manifest = try await MISPFeed.manifest(of: address, client, now: now)
                    good("reachable", "the server answers")
                    good("manifest", "\(manifest.events.count) events")
                    return steps
                }
                let place = address.description
                let reply = try await client.get(place, limit: TAXIIMedia.longestResource)
                try TAXIIMedia.check(
                    status: reply.status, headers: reply.headers, body: reply.body, at: place, now: now)
                good("reachable", "the server answers")
                return steps
            }
            let found = try await TAXIIDiscovery.look(at: "\(address)", client, now: now)
            good("reachable", "the server answers")
            if address.isEncrypted { good("certificate", "it is trusted here") }
            good(
                "credentials",
                credentials == .none ? "none are given, and none are asked for" : "they are accepted (\(credentials))")
            guard found.isCollection, let collection = found.collections.first else {
                let readable = found.collections.filter(\.canRead)
                let list = readable.map { "\($0.address) (\($0.title))" }.joined(separator: ", ")
                let elsewhere =
                    found.elsewhere.isEmpty ? "" : "; it also names \(found.elsewhere.joined(separator: ", "))"
                bad(
                    "collection",
                    readable.isEmpty
                        ? "there is no collection that these credentials can read\(elsewhere)"
                        : "this is no collection; enter the address of one of these: \(list)\(elsewhere)")
                return steps
            }
            guard collection.canRead else {
                bad("collection", "\(collection.title) can't be read with these credentials; ask its people")
                return steps
            }
            good("collection", "\(collection.title), readable")
        } catch {
            blame(error, else: kind == .taxii ? "collection" : kind == .misp ? "manifest" : "reachable")
            return steps
        }
        do {
            let (page, answered) = try await firstPage(of: address, client)
            good("first page", "\(page.envelope.objects) objects\(page.envelope.more ? ", and more" : ""), \(answered)")
            switch page.last {
            case nil where page.envelope.objects > 0:
                bad("dates", "the server says of no object when it was added, so each visit reads all of it again")
            case let last? where last.microseconds > now.microseconds + 300_000_000:
                bad(
                    "dates",
                    "the newest on the page is dated \(last), which has not come yet: one of the two clocks is wrong")
            case let last?: good("dates", "the last object of the page was added \(last)")
            case nil: good("dates", "nothing there that could be dated")
            }
        } catch {
            blame(error, else: "first page")
        }
        return steps
    }

    private func firstPage(of address: PeerAddress, _ client: PeerClient) async throws -> (TAXIIPaging.Page, String) {
        func page(_ query: [(name: String, value: String)]) async throws -> TAXIIPaging.Page {
            let place = address.appending("objects/", query)
            let page = TAXIIPageReader(address: place)
            try await client.read(
                place, accept: TAXIIMedia.type, limit: 1 << 30, begin: { page.begin($0, $1) },
                take: { _ = try page.take($0) })
            return try page.finish(now: now)
        }
        do {
            return (try await page([("limit", "10"), ("match[version]", "all")]), "every version of each")
        } catch let error as ExchangeError where error.code == .refused {
            return (
                try await page([("limit", "10")]), "only the latest version of each: the server refuses to give all"
            )
        }
    }
}
