import MerkleLog
import Testing

@testable import Ledger

/// A page reads one moment, and the signed note in its file may be newer.
@Suite struct ProofMomentTests {
    @Test func `while somebody writes there is no proof yet, rather than an error`() async throws {
        let gateway = try await TestGateway()
        try await gateway.admit(Make.tool(1))
        let collection = try gateway.collection()
        let (reader, other) = (gateway.everyone, try await gateway.opened())
        try await gateway.ledger.atOneMoment {
            #expect(try await reader.proof(of: 1, in: collection) != nil)
            // Another process, so that this moment stays what it is.
            let objects = Input((2..<600).map { Make.tool($0) })
            _ = try await other.admit(objects, into: "public", source: "file")
            #expect(try await reader.proof(of: 1, in: collection) == nil)
        }
        #expect(try await reader.proof(of: 1, in: collection)?.checkpoint.size == 600)
    }
}
