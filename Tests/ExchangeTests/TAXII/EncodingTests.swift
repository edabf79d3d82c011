import STIX
import Testing
import Web

@testable import Exchange

/// Bodies that are packed, and bodies of STIX 2.0.
@Suite struct EncodingTests {
    private func post(_ bytes: [UInt8], _ encoding: String?, to gateway: TAXIIGateway) async throws -> Answer {
        var headers = ["Content-Type": TAXIIMediaType.taxii]
        headers["Content-Encoding"] = encoding
        return try await gateway.ask("bank", "collections/group/objects/", "POST", headers: headers, bytes: bytes)
    }

    @Test(arguments: ["gzip", "GZIP", "x-gzip", "identity, gzip"])
    func `a body packed with gzip is unpacked`(_ encoding: String) async throws {
        let gateway = try await TAXIIGateway()
        let packed = ForeignInputTests.gzip(#"{"objects":[\#(Sample.indicator(1))]}"#)
        let answer = try await post(packed, encoding, to: gateway)
        #expect(answer.status == 202)
        #expect(try JSON.parse(answer.body)["success_count"]?.number?.text == "1")
        // Without the header it is named.
        let other = try await post(packed, nil, to: gateway)
        #expect(other.status == 422)
        #expect(other.text.contains("Content-Encoding: gzip"))
    }

    @Test func `objects of STIX 2.0 are placed as STIX 2.1`() async throws {
        let gateway = try await TAXIIGateway()
        let old = Sample.indicator(1).replacing(#""spec_version":"2.1","#, with: "")
        let answer = try await post(Array(#"{"objects":[\#(old)]}"#.utf8), nil, to: gateway)
        #expect(answer.status == 202)
        #expect(try JSON.parse(answer.body)["failure_count"]?.number?.text == "0")
        let served = try await gateway.json("bank", "collections/group/objects/")
        #expect(served["objects"]?[0]?["spec_version"]?.string == "2.1")
    }

    @Test func `a byte order mark is passed over`() async throws {
        let gateway = try await TAXIIGateway()
        let body = "\u{FEFF}" + #"{"objects":[\#(Sample.indicator(1))]}"#
        #expect(try await post(Array(body.utf8), nil, to: gateway).status == 202)
    }
}
