import Hall
import Kinds
import Ledger
import Web

extension Visit<LibraryDomain> {
    /// Who is signed in and may choose what people are shown.
    private func administrator() throws {
        guard try signedIn().may(.administer) else { throw Problem.forbidden }
    }

    /// The packs here, and which of their kinds people are shown.
    func kinds() async throws -> Answer {
        try administrator()
        let shown = Set(try await shelf.offers().map(\.kind.id))
        let signers = try await shelf.signers()
        let packs = try await shelf.packs().map { pack in
            KindsModel.PackRow(pack: pack, signer: signers[pack.name] ?? nil, isCore: pack.name == KindShelf.core.name)
        }
        return answer(KindsModel(packs: packs, shown: shown).page)
    }

    func showKind() async throws -> Answer {
        try administrator()
        do {
            try await shelf.show(
                request.form.required("kind"), of: request.form.required("pack"), request.form["show"] == "yes")
        } catch let fault as KindFault {
            throw Problem.badRequest(parameter: fault.code == .duplicate ? "kind" : "pack")
        }
        return .redirect(to: Address.kinds.href)
    }
}
