import Dispatch
import Foundation
import Mail
import Synchronization

/// Hands letters to the machine's own mail program, as every one of its kind takes them: a process, no shell.
struct Sendmail: Sendable {
    let path: String
    var patience = Duration.seconds(120)

    private static let queue = DispatchQueue(label: "concord.outside.sendmail", attributes: .concurrent)
    private static let longestWord = 4_096

    /// - Throws: `MailFailure`, `CancellationError`.
    func hand(_ envelope: MailEnvelope) async throws {
        let run = Run(path, ["-i", "-f", "\(envelope.sender)", "--", "\(envelope.recipient)"], envelope.bytes)
        let (status, said): (Int32, String) = try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                Self.queue.async { run.start(continuation, patience) }
            }
        } onCancel: {
            run.end()
        }
        try Task.checkCancellation()
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

    /// One process, from its beginning to its end.
    private final class Run: Sendable {
        private let path: String
        private let arguments: [String]
        private let input: [UInt8]
        private let state = Mutex<(process: Process?, isOver: Bool)>((nil, false))

        init(_ path: String, _ arguments: [String], _ input: [UInt8]) {
            (self.path, self.arguments, self.input) = (path, arguments, input)
        }

        func start(_ continuation: CheckedContinuation<(Int32, String), any Error>, _ patience: Duration) {
            do {
                // Files without names: a pipe would be written to by somebody who waits.
                let (letter, word) = (try Self.nameless(), try Self.nameless())
                try letter.write(contentsOf: Data(input))
                try letter.seek(toOffset: 0)
                let process = Process()
                process.executableURL = URL(filePath: path)
                process.arguments = arguments
                process.environment = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C"]
                process.standardInput = letter
                process.standardOutput = word
                process.standardError = word
                process.terminationHandler = { [self] process in
                    state.withLock { $0.isOver = true }
                    try? word.seek(toOffset: 0)
                    let said = (try? word.read(upToCount: Sendmail.longestWord)) ?? Data()
                    let status =
                        process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
                    continuation.resume(
                        returning: (status, OutsideError.excerpt(String(decoding: said, as: UTF8.self), most: 300)))
                }
                try process.run()
                let isOver = state.withLock { state in
                    state.process = process
                    return state.isOver
                }
                if isOver { end() }
                Sendmail.queue.asyncAfter(deadline: .now() + .seconds(Int(patience.components.seconds))) { [self] in
                    end()
                }
            } catch {
                continuation.resume(
                    throwing: MailFailure(.settings, "couldn't start \(path): \(OutsideError.excerpt("\(error)"))"))
            }
        }

        /// It is asked to end where it goes on, and made to where it does not.
        func end() {
            let process = state.withLock { state in
                // One that has not begun ends as soon as it has.
                if state.process == nil { state.isOver = true }
                return state.process
            }
            guard let process, process.isRunning else { return }
            process.terminate()
            Sendmail.queue.asyncAfter(deadline: .now() + .seconds(5)) {
                if process.isRunning { kill(process.processIdentifier, SIGKILL) }
            }
        }

        private static func nameless() throws -> FileHandle {
            var name = Array("\(NSTemporaryDirectory())/concord-mail-XXXXXX".utf8CString)
            let descriptor = mkstemp(&name)
            guard descriptor >= 0 else { throw CocoaError(.fileWriteUnknown) }
            unlink(name)
            return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        }
    }
}
