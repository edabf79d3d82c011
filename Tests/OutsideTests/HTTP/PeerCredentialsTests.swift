import Testing

@testable import Outside

@Suite struct PeerCredentialsTests {
    @Test func `credentials read as RFC 7617 and RFC 6750 write them`() {
        #expect(PeerCredentials.none.header == nil)
        #expect(PeerCredentials.basic(user: "amina", password: "pass:word").header == "Basic YW1pbmE6cGFzczp3b3Jk")
        #expect(PeerCredentials.bearer("k7").header == "Bearer k7")
    }
}
