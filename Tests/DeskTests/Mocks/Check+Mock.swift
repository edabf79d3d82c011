import Ledger
import STIX
import Web

@testable import Desk

extension PageContext {
    /// The same page for somebody who may write.
    var signedIn: PageContext {
        PageContext(
            gateway: gateway, language: language,
            visitor: Visitor(
                name: "Amina Roc", organisation: "CIRT Valdoria", acts: ["discuss", "decide"],
                formToken: "00112233445566778899aabbccddeeff"), here: here)
    }
}

extension CheckRow {
    init(_ text: String, _ mentions: [Mention] = [], ours: String? = nil, knownGood: [String] = []) {
        self.init(
            value: ObservableScanner.scan(text, atMost: 1).values[0], mentions: mentions, ours: ours,
            knownGood: knownGood)
    }
}

extension Mention {
    static func mock(
        _ name: ObjectName, how: How = .exactly,
        author: Author? = .init(id: ObjectName.mockAuthor.id, name: "CIRT Valdoria"),
        isRevoked: Bool = false
    ) -> Mention {
        Mention(
            how: how, id: name.id, type: name.type, name: name.title, collection: "advisories", author: author,
            since: Timestamp("2026-11-18T17:25:00Z") ?? Timestamp(clamping: 0), isRevoked: isRevoked)
    }
}

extension CheckModel {
    static let mock = CheckModel(
        rows: [
            CheckRow("192.0.2.1", knownGood: ["Public resolvers"]),
            CheckRow(
                "updates.lantern.example", [.mock(.mockDomain), .mock(.mockIndicator, author: nil, isRevoked: true)]),
            CheckRow("http://198.51.100.7/a", [.mock(.mockIndicator, how: .network)], ours: "198.51.100.0/24"),
            CheckRow(
                "203.0.113.0/24",
                [
                    .mock(
                        .mockIndicator, how: .inside,
                        author: .init(id: "identity--0d1e2f3a-4b5c-4d6e-9f7a-8b9c0d1e2f99", name: nil))
                ]),
            CheckRow("mail.bank.example", ours: "bank.example"),
            CheckRow("d41d8cd98f00b204e9800998ecf8427e"), CheckRow("CVE-2026-0001"), CheckRow("AS64500"),
            CheckRow("a@b.example"), CheckRow("2001:db8::1"),
        ], hasMore: false, from: 0, collections: ["advisories": .mockAdvisories])

    static let mockNone = CheckModel(rows: [], hasMore: false, from: 0, collections: [:])

    static let mockThousand = CheckModel(
        rows: (0..<1_000).map { number in
            let hash = String(repeating: "0", count: 61) + String(number + 1_000)
            return CheckRow(
                String(hash.suffix(64)),
                number % 2 == 0 ? [.mock(.mockIndicator), .mock(.mockDomain), .mock(.mockMalware)] : [])
        }, hasMore: true, from: 40, collections: ["advisories": .mockAdvisories])
}

extension KnownGoodModel {
    static let mock = KnownGoodModel(lists: [
        .init(
            name: "Public resolvers", description: "Name servers that anybody may ask.", version: 20_261_101,
            kind: .cidr,
            entries: 128, imported: Timestamp("2026-11-20T08:00:00Z") ?? Timestamp(clamping: 0)),
        .init(
            name: "Popular sites", description: "", version: 0, kind: .hostname, entries: 1_000_000,
            imported: Timestamp("2026-11-21T08:00:00Z") ?? Timestamp(clamping: 0)),
        .init(
            name: "Root servers", description: "The name servers of the root zone.", version: 1, kind: .cidr,
            entries: 26, imported: nil),
    ])
}
