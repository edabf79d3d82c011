import Mail

/// Hands letters to the machine's own mail program, as every one of its kind takes them: a process, no shell.
struct Sendmail: Sendable {
    let path: String
    var patience = Duration.seconds(120)

    /// - Throws: `MailFailure`, `CancellationError`.
    func hand(_ envelope: MailEnvelope) async throws {
        let status: Int32
        let said: String
        do {
            (status, said) = try await LocalProgram.run(
                path, ["-i", "-f", "\(envelope.sender)", "--", "\(envelope.recipient)"], envelope.bytes, patience)
        } catch let error as OutsideError {
            throw MailFailure(error.code == .tooSlow ? .server : .settings, error.sentence)
        }
        guard status != 0 else { return }
        let sentence = "\(path) ended with \(status)" + (said.isEmpty ? "" : ": \(said)")
        // sysexits.h.
        switch status {
        case 67, 68: throw MailFailure(.address, sentence, status: MailStatus(5, 1, status == 67 ? 1 : 2))
        case 65: throw MailFailure(.letter, sentence)
        case 75: throw MailFailure(.later, sentence)
        case 64, 77, 78: throw MailFailure(.settings, sentence)
        default: throw MailFailure(.server, sentence)
        }
    }
}
