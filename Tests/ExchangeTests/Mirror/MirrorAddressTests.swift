import Exchange
import Testing

@Suite struct MirrorAddressTests {
    private static let id = "5f0c2f5e-0d4f-4f5a-9d5b-6c1c2d3e4f50"

    @Test(
        arguments: [
            ("https://gw.example/logs/\(id)", "https://gw.example/logs/\(id)"),
            ("https://gw.example/logs/\(id)//", "https://gw.example/logs/\(id)"),
            ("https://gw.example/collections/\(id)", "https://gw.example/logs/\(id)"),
            ("https://gw.example/under/collections/\(id)/", "https://gw.example/under/logs/\(id)"),
            ("https://gw.example/collections/public", "https://gw.example/collections/public"),
        ])
    func `the page of a collection leads to its log`(_ said: String, _ log: String) {
        #expect(MirrorAddress(said).log == log)
    }
}
