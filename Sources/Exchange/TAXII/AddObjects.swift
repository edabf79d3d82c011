import Hall
import Ledger
import STIX
import Web

extension Visit<ExchangeDomain> {
    /// TAXII 2.1 §5.5: what arrives goes the one way in, as said by the organisation of whoever sends it.
    func addObjects() async throws -> Answer {
        let person = try signedIn()
        let collection = try await collection()
        guard mayWrite(collection) else {
            throw TAXIIError(.forbidden, "You may read this collection, but not add to it.")
        }
        guard TAXIIMediaType.isEnvelope(request.contentType) else {
            throw TAXIIError(.unsupportedMediaType, "An envelope is \(TAXIIMediaType.taxii).")
        }
        guard let body = request.body else { throw Problem.failure }
        let unpacked = try UnpackedBody(body, encoding: request.contentEncoding)
        let (ledger, began) = (ledger, ledger.surroundings.now())
        let spool = try await Spool(unpacked, beside: ledger.directory.file)
        // What can't be read to its end is refused as a whole: nobody must find out what of it stands.
        try spool.check()
        let report = try await ledger.admit(
            spool, into: collection.id, source: person.source, by: person.account, keepsOutcomes: true)
        let status = StatusResource(
            id: ledger.surroundings.uuid(), began: began, outcomes: report.outcomes ?? [])
        let bytes = try status.json.canonical()
        try await StatusTable(ledger: ledger).keep(status.id, bytes, of: person.account, at: ledger.surroundings.now())
        return .taxii(bytes, status: 202)
    }

    /// TAXII 2.1 §4.3; for whoever sent the request, and nobody else.
    func status() async throws -> Answer {
        let person = try signedIn()
        let found = try await StatusTable(ledger: ledger).find(
            request.value(.uuid), of: person.account, at: ledger.surroundings.now())
        guard let found else { throw TAXIIError.notFound }
        return .taxii(found)
    }
}

/// What became of a request to add objects: the `status` of TAXII 2.1 §4.3.1.
///
/// Admission is done when it is answered, so nothing is ever pending.
struct StatusResource {
    let id: String
    let began: Timestamp
    let outcomes: [AdmissionOutcome]

    /// A longer list is left out, as the standard allows; the counts are always there.
    private static let longestList = 10_000

    var json: JSON {
        var (successes, failures) = ([JSON](), [JSON]())
        let failed = outcomes.count { if case .quarantined = $0.verdict { true } else { false } }
        let (listsSuccesses, listsFailures) = (
            outcomes.count - failed <= Self.longestList, failed <= Self.longestList
        )
        for outcome in outcomes {
            if case .quarantined = outcome.verdict {
                guard listsFailures else { continue }
            } else {
                guard listsSuccesses else { continue }
            }
            // Both are required; what has none of its own is named by its place, and by when it came.
            var members: [JSON.Member] = [
                .text("id", outcome.id ?? "at byte \(outcome.offset)"),
                .text("version", (outcome.version ?? began).description),
            ]
            switch outcome.verdict {
            case .placed: successes.append(.object(members))
            case .known:
                members.append(
                    .text("message", "The same content came before; where it was withdrawn, it stays withdrawn."))
                successes.append(.object(members))
            case .quarantined(let code, let sentence):
                members.append(.text("message", "\(code.rawValue): \(sentence)"))
                failures.append(.object(members))
            }
        }
        func list(_ name: String, _ list: [JSON]) -> [JSON.Member] {
            list.isEmpty ? [] : [.init(name: name, value: .array(list))]
        }
        return .object(
            [
                .text("id", id), .text("status", "complete"), .text("request_timestamp", began.whole),
                .count("total_count", outcomes.count), .count("success_count", outcomes.count - failed),
                .count("failure_count", failed), .count("pending_count", 0),
            ] + list("successes", successes) + list("failures", failures))
    }
}
