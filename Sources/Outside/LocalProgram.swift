import Dispatch
import Foundation
import Synchronization

/// Programs of this machine that an operator named: run as a process of their own, without a shell, bounded in time.
package enum LocalProgram {
    private static let queue = DispatchQueue(label: "concord.outside.program", attributes: .concurrent)
    private static let longestWord = 4_096

    /// Runs a program to its end.
    ///
    /// - Parameters:
    ///   - path: the whole path of the program.
    ///   - input: what it reads from standard input.
    ///   - patience: after so long it is asked to end, and made to some seconds later.
    /// - Returns: its exit status, 128 and more where a signal ended it; and the beginning of what it wrote, on one line.
    /// - Throws: `OutsideError.unreachable` where it can't be started; `CancellationError`.
    @Sendable
    package static func run(
        _ path: String, _ arguments: [String], _ input: [UInt8], _ patience: Duration
    ) async throws -> (status: Int32, said: String) {
        let run = Run(path, arguments, input)
        let result: (Int32, String) = try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                queue.async { run.start(continuation, patience) }
            }
        } onCancel: {
            run.end()
        }
        try Task.checkCancellation()
        return result
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
                let (given, word) = (try Self.nameless(), try Self.nameless())
                try given.write(contentsOf: Data(input))
                try given.seek(toOffset: 0)
                let process = Process()
                process.executableURL = URL(filePath: path)
                process.arguments = arguments
                process.environment = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C"]
                process.standardInput = given
                process.standardOutput = word
                process.standardError = word
                process.terminationHandler = { [self] process in
                    state.withLock { $0.isOver = true }
                    try? word.seek(toOffset: 0)
                    let said = (try? word.read(upToCount: LocalProgram.longestWord)) ?? Data()
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
                LocalProgram.queue.asyncAfter(deadline: .now() + .seconds(Int(patience.components.seconds))) { [self] in
                    end()
                }
            } catch {
                continuation.resume(
                    throwing: OutsideError(.unreachable, "couldn't start \(path): \(OutsideError.excerpt("\(error)"))"))
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
            LocalProgram.queue.asyncAfter(deadline: .now() + .seconds(5)) {
                if process.isRunning { kill(process.processIdentifier, SIGKILL) }
            }
        }

        private static func nameless() throws -> FileHandle {
            var name = Array("\(NSTemporaryDirectory())/concord-input-XXXXXX".utf8CString)
            let descriptor = mkstemp(&name)
            guard descriptor >= 0 else { throw CocoaError(.fileWriteUnknown) }
            unlink(name)
            return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        }
    }
}
