import HTML
import Testing

@testable import Web

@Suite struct EndpointTests {
    struct Broken: Error {}

    static let page = Endpoint("/about", says: "A page.") { request in
        .page(Page(title: "T", main: "<p>x</p>"), in: PageContext(gateway: .mock, request: request))
    }

    func request(
        _ query: String = "", accept: String? = nil, acceptLanguage: String? = nil, cookie: String? = nil,
        ifNoneMatch: String? = nil
    ) throws -> WebRequest {
        try WebRequest(
            path: "/about", query: query, accept: accept, acceptLanguage: acceptLanguage, cookie: cookie,
            ifNoneMatch: ifNoneMatch)
    }

    @Test func `an unchanged page is not sent again`() async throws {
        let first = await EndpointTests.page.answer(to: try request(), in: .mock)
        #expect(first.status == 200)
        let tag = try #require(first.etag)
        let second = await EndpointTests.page.answer(to: try request(ifNoneMatch: "\"x\", W/\(tag)"), in: .mock)
        #expect(second.status == 304)
        #expect(second.body.isEmpty)
        #expect(second.etag == tag)
        let french = await EndpointTests.page.answer(to: try request(acceptLanguage: "fr", ifNoneMatch: tag), in: .mock)
        #expect(french.status == 200)
    }

    @Test func `a choice of language is kept and leads back`() async throws {
        let answer = await EndpointTests.page.answer(to: try request("q=a%20b&lang=ar"), in: .mock)
        #expect(answer.status == 303)
        #expect(answer.headers.contains(Answer.Header("Location", "/about?q=a%20b")))
        #expect(answer.headers.contains { $0.name == "Set-Cookie" && $0.value.hasPrefix("lang=ar; Path=/;") })
    }

    @Test func `an unknown language is not kept`() async throws {
        let answer = await EndpointTests.page.answer(to: try request("lang=%0D%0ASet-Cookie:x"), in: .mock)
        #expect(answer.status == 303)
        #expect(answer.headers == [Answer.Header("Location", "/about")])
    }

    @Test func `redirects stay here`() {
        for path in ["https://evil.example", "//evil.example", "/\\evil.example"] {
            #expect(Answer.redirect(to: path).headers == [Answer.Header("Location", "/")])
        }
    }

    @Test(
        arguments: [
            (nil, nil, Language.english), ("ar", nil, .arabic), ("fr-CA, en;q=0.8", nil, .french),
            ("de, ar;q=0.4, fr;q=0.7", nil, .french), ("en;q=0, ar", nil, .arabic), ("fr", "x=1; lang=ar", .arabic),
            ("fr", "lang=xx", .french), (";;,q=,*", nil, .english), ("zh-Hans-CN, en;q=0.5", nil, .chinese),
            ("es-419", nil, .spanish), ("RU-ru", nil, .russian), ("de, zh-Hant;q=0.2", nil, .chinese),
        ] as [(String?, String?, Language)])
    func `a language is chosen`(_ header: String?, _ cookie: String?, _ expected: Language) throws {
        #expect(try request(acceptLanguage: header, cookie: cookie).language == expected)
    }

    @Test(arguments: Language.allCases)
    func `a language that nobody has reviewed says so, wherever it is used`(_ language: Language) async throws {
        let answer = await EndpointTests.page.answer(to: try request(acceptLanguage: language.rawValue), in: .mock)
        let page = String(decoding: answer.body, as: UTF8.self)
        #expect(page.contains(WebWords.in(language).unreviewed) == !language.isReviewed)
        #expect(page.contains("lang=\"\(language.rawValue)\" aria-current=\"true\">\(language.ownName)<"))
    }

    @Test func `problems are told to people and programs`() async throws {
        let hidden = Endpoint("/about", says: "Hidden.") { _ in throw Problem.notFound }
        let people = await hidden.answer(to: try request(accept: "text/html"), in: .mock)
        #expect(people.status == 404)
        #expect(people.contentType == "text/html; charset=utf-8")
        #expect(people.keeping == .never)
        #expect(people.etag == nil)
        let program = await hidden.answer(to: try request(accept: "application/json"), in: .mock)
        #expect(program.contentType == "application/problem+json")
        #expect(
            String(decoding: program.body, as: UTF8.self)
                .hasPrefix("{\"type\":\"about:blank\",\"status\":404,\"title\":\"Nothing to show here\""))
    }

    @Test func `an unknown error is reported but not told`() async throws {
        let broken = Endpoint("/about", says: "Broken.") { _ in throw Broken() }
        let request = try request()
        let answer = await confirmation { reported in
            await broken.answer(to: request, in: .mock) { _ in reported() }
        }
        #expect(answer.status == 500)
        #expect(!String(decoding: answer.body, as: UTF8.self).contains("Broken"))
    }

    @Test(
        arguments: [
            String(repeating: "a", count: 2_049), (0...16).map { "a\($0)=1" }.joined(separator: "&"), "q=%zz", "q=%FF",
            "%=1",
        ])
    func `unreadable queries are refused`(_ query: String) {
        #expect(throws: Problem.self) { try WebQuery(text: query) }
    }

    @Test func `queries are read`() throws {
        let query = try WebQuery(text: "q=a+b%26&after=&q=second&flag")
        #expect(query["q"] == "a b&")
        #expect(query["after"] == "")
        #expect(query["flag"] == "")
        #expect(query["none"] == nil)
    }

    @Test func `the stylesheet is served under its own name only`() async throws {
        let endpoint = try #require(Assets.endpoints.first { $0.kind == .stylesheet })
        let href = Assets.stylesheetAddress.href
        let right = await endpoint.answer(to: try WebRequest(path: href), in: .mock)
        #expect(right.status == 200)
        #expect(right.keeping == .forever)
        let wrong = await endpoint.answer(to: try WebRequest(path: "/style-0123456789ab.css"), in: .mock)
        #expect(wrong.status == 404)
    }
}
