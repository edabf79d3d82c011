import Files
import Hall
import Ledger
import STIX
import Storage
import Web

extension GatewayLedger {
    /// Brings a file with the object that names it, in the name of the organisation of whoever sends it.
    ///
    /// - Parameter name: what it is to be called; of a path only the end.
    /// - Returns: the identifier of the object.
    /// - Throws: `FileFormModel.Mistake`, and `Problem` where the body breaks off.
    func take(_ file: BroughtFile, named name: String, into place: LogCollection, by person: Person) async throws
        -> String
    {
        let received: ReceivedBlob
        do {
            received = try await draftBlob(for: place.id).take { try await file.next() }
        } catch let error as LedgerError where error.code == .overQuota {
            throw FileFormModel.Mistake.noRoom
        } catch let error as FileError where error.code == .tooLarge {
            throw FileFormModel.Mistake.noRoom
        }
        var isKept = false
        defer { if !isKept { received.discard() } }
        let name = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map { String($0.prefix(200)) }
        let mediaType = file.mediaType.flatMap(Self.mediaType)
        let observable = try BlobObservable(
            received.hash, size: received.size, name: name, mediaType: mediaType, marking: place.defaultMarking)
        let plan = PlannedPlacement(
            [observable.bytes], bringing: [Deposit(received, mediaType: mediaType)], into: place, by: person)
        do {
            try await say([plan])
            isKept = true
        } catch is PlacementRefused {
            throw FileFormModel.Mistake.refused
        } catch let error as LedgerError where error.code == .overQuota {
            throw FileFormModel.Mistake.noRoom
        }
        return observable.id
    }

    /// A claim that can stand in a header: `type/subtype` without parameters (RFC 6838 §4.2).
    private static func mediaType(_ claim: String) -> String? {
        let type = claim.prefix { $0 != ";" && $0 != " " }.lowercased()
        return type.wholeMatch(of: /[a-z0-9][a-z0-9!#$&^_.+-]{0,62}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,62}/) == nil
            ? nil : type
    }
}
