import STIX

extension GatewayLedger {
    /// Says something in a collection in somebody's name, by the ordinary way in and outside of any import.
    ///
    /// - Parameter collection: id or alias.
    package func say(_ objects: [[UInt8]], in collection: String, as source: Source) async throws -> AdmissionReport {
        try await write { session in
            var placer = try Placer(collection, source: source, defaultMarking: nil, in: session, ledger: self)
            for bytes in objects {
                guard let object = try STIXObject(stored: bytes) else {
                    throw LedgerError(.notPlaced, "an object that was written here can't be read")
                }
                try placer.take(.candidate(Candidate(object)), unseen: .isQuarantined)
            }
            let ((report, _), grown) = try placer.finish()
            return (report, grown)
        }
    }
}
