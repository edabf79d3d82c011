import HTML
import Hall
import Kinds
import Ledger
import STIX
import Web

/// What search engines are told: what everyone may read, whoever asks.
extension Visit<LibraryDomain> {
    private var everyone: RecordTable { RecordTable(reader: .everyone(of: ledger), shelf: shelf) }

    /// Which sitemaps there are (sitemaps.org).
    func sitemap() async throws -> Answer {
        let parts = try await everyone.sitemapParts()
        let rows: [Markup] = (1...max(1, parts)).map {
            "<sitemap><loc>\(gateway.full(.sitemapPart($0)))</loc></sitemap>\n"
        }
        return xml("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n\(rows)</sitemapindex>\n")
    }

    func sitemapPart() async throws -> Answer {
        guard let number = Int(try request.value(.number)), number >= 1, number <= RecordTable.mostSitemaps else {
            throw Problem.notFound
        }
        var places: [String] = []
        if number == 1 {
            let kinds = try await shelf.offers().map { Address.records($0.kind.name) }
            places = ([.home, .learn, .agenda, .parties, .calendar] + kinds).map { gateway.full($0) }
            let reports = try await Reader.everyone(of: ledger).list(type: "report", limit: 1_000)
            places += reports.map { gateway.full(.object($0.id)) }
        }
        let found = try await everyone.sitemapPart(number - 1)
        guard number == 1 || !found.isEmpty else { throw Problem.notFound }
        // What stands in two collections is one page.
        var seen: Set<String> = []
        let rows: [Markup] =
            places.map { "<url><loc>\($0)</loc></url>\n" }
            + found.filter { seen.insert($0.id).inserted }.map {
                "<url><loc>\(gateway.full(.object($0.id)))</loc><lastmod>\($0.added.description)</lastmod></url>\n"
            }
        return xml("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n\(rows)</urlset>\n")
    }

    /// What crawlers may ask (RFC 9309): not what costs much, nor the same in other words.
    func robots() -> Answer {
        let text = """
            User-agent: *
            Disallow: \(Address.search("").href)
            Disallow: /check
            Disallow: /*?*lang=
            Sitemap: \(gateway.full(.sitemap))

            """
        var answer = Answer(contentType: "text/plain; charset=utf-8", body: Array(text.utf8))
        answer.keeping = .seconds(3_600)
        return answer
    }

    private func xml(_ document: Markup) -> Answer {
        let text = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + document.markup
        var answer = Answer(contentType: "application/xml; charset=utf-8", body: Array(text.utf8))
        answer.keeping = .seconds(600)
        return answer
    }
}
