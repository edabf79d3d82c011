import Testing
import Web

@testable import Server

/// Which endpoint a path belongs to, and how it may be told.
struct RoutesTests {
    private static let secret = String(repeating: "aZ-_09", count: 7) + "x"
    private static let routes = Routes(
        ["/calendars", "/calendars/\(.secret).ics", "/notices/letters/\(.uuid)/\(.secret)", "/objects/\(.id)"].map {
            (kind: Address.Kind) in
            Endpoint(kind, says: "A page.") { _ in Answer(contentType: "text/plain", body: []) }
        })

    @Test(arguments: [
        ("/calendars", "/calendars"), ("/calendars/\(secret).ics", "/calendars/{secret}.ics"),
        (
            "/notices/letters/7c1f0a52-93b8-4f0e-8a7c-2f1d6be45c01/\(secret)", "/notices/letters/{uuid}/{secret}"
        ),
        ("/nothing/here", "/nothing/here"),
    ])
    func `a log has an address that is a secret by its form alone`(_ path: String, _ named: String) {
        #expect(Self.routes.named(path) == named)
    }
}
