import Dispatch
import Foundation
import Synchronization

/// Programs of this machine that an operator named: run as a process of their own, without a shell, bounded in time.
package enum LocalProgram {
    private static let queue = DispatchQueue(label: "concord.outside.program", attributes: .concurrent)
    private static let longestWord = 4_096

    /// Runs a program to its end.
    ///
    /// It has an empty environment but for PATH, none of our files, and a process group of its own: what it leaves running in the
    /// background holds up nobody, and what outlasts its time is ended together.
    ///
    /// - Parameters:
    ///   - path: the whole path of the program.
    ///   - input: what it reads from standard input.
    ///   - patience: after so long it is asked to end, and made to some seconds later.
    /// - Returns: its exit status, 128 and more where a signal ended it; and the beginning of what it wrote, on one line.
    /// - Throws: `OutsideError.unreachable` where it can't be started, `tooSlow` where it does not end in time; `CancellationError`.
    @Sendable
    package static func run(
        _ path: String, _ arguments: [String], _ input: [UInt8], _ patience: Duration
    ) async throws -> (status: Int32, said: String) {
        let run = Run(path)
        let result: (Int32, String) = try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                queue.async { run.start(arguments, input, patience, continuation) }
            }
        } onCancel: {
            run.end(because: CancellationError())
        }
        try Task.checkCancellation()
        return result
    }

    /// One process, from its beginning to its end.
    private final class Run: Sendable {
        private struct State {
            var continuation: CheckedContinuation<(Int32, String), any Error>?
            /// Whether it runs; its number is nobody else's until its end was taken note of.
            var process: pid_t?
            /// Why it is ended, also where it has not begun.
            var ending: (any Error)?
        }

        private let path: String
        private let state = Mutex(State())

        init(_ path: String) { self.path = path }

        func start(
            _ arguments: [String], _ input: [UInt8], _ patience: Duration,
            _ continuation: CheckedContinuation<(Int32, String), any Error>
        ) {
            state.withLock { $0.continuation = continuation }
            do {
                // Files without names: a pipe would be written to, and read, by somebody who waits.
                let (given, word) = (try Self.nameless(), try Self.nameless())
                try given.write(contentsOf: Data(input))
                try given.seek(toOffset: 0)
                let failure = state.withLock { state -> (any Error)? in
                    if let ending = state.ending { return ending }
                    do {
                        state.process = try spawn(arguments, given.fileDescriptor, word.fileDescriptor)
                        return nil
                    } catch {
                        return error
                    }
                }
                if let failure { return finish(.failure(failure)) }
                LocalProgram.queue.asyncAfter(deadline: .now() + .seconds(Int(patience.components.seconds))) { [self] in
                    end(
                        because: OutsideError(
                            .tooSlow, "\(path) took longer than \(patience.components.seconds) seconds"))
                }
                look(for: word, every: 5)
            } catch {
                finish(.failure(cannotStart("\(error)")))
            }
        }

        private func cannotStart(_ reason: String) -> OutsideError {
            OutsideError(.unreachable, "couldn't start \(path): \(OutsideError.excerpt(reason))")
        }

        private func spawn(_ arguments: [String], _ input: Int32, _ output: Int32) throws -> pid_t {
            var actions = posix_spawn_file_actions_t()
            var attributes = posix_spawnattr_t()
            posix_spawn_file_actions_init(&actions)
            posix_spawnattr_init(&attributes)
            defer {
                posix_spawn_file_actions_destroy(&actions)
                posix_spawnattr_destroy(&attributes)
            }
            posix_spawn_file_actions_adddup2(&actions, input, 0)
            posix_spawn_file_actions_adddup2(&actions, output, 1)
            posix_spawn_file_actions_adddup2(&actions, output, 2)
            // Most are closed anyhow; what another thread opens just now says so itself.
            let open = (try? FileManager.default.contentsOfDirectory(atPath: "/dev/fd")) ?? []
            for descriptor in open.compactMap({ Int32($0) }) where descriptor > 2 {
                posix_spawn_file_actions_addclose(&actions, descriptor)
            }
            // Signals as a program expects them, whatever we do with ours.
            var (none, all) = (sigset_t(), sigset_t())
            sigemptyset(&none)
            sigfillset(&all)
            posix_spawnattr_setsigmask(&attributes, &none)
            posix_spawnattr_setsigdefault(&attributes, &all)
            posix_spawnattr_setpgroup(&attributes, 0)
            posix_spawnattr_setflags(
                &attributes,
                Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
            var words: [UnsafeMutablePointer<CChar>?] =
                ([path] + arguments).map { (text: String) in strdup(text) } + [nil]
            var environment: [UnsafeMutablePointer<CChar>?] =
                (["PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C"] as [String]).map { strdup($0) } + [nil]
            defer { for text in words + environment { free(text) } }
            var process: pid_t = 0
            let problem = posix_spawn(&process, path, &actions, &attributes, &words, &environment)
            guard problem == 0 else { throw cannotStart(String(cString: strerror(problem))) }
            return process
        }

        /// Looks now and then whether it has ended: no thread waits for it.
        private func look(for word: FileHandle, every milliseconds: Int) {
            let ended = state.withLock { state -> Int32? in
                guard let process = state.process else { return nil }
                var status: Int32 = 0
                guard waitpid(process, &status, WNOHANG) == process else { return nil }
                state.process = nil
                return status
            }
            guard let ended else {
                LocalProgram.queue.asyncAfter(deadline: .now() + .milliseconds(milliseconds)) { [self] in
                    look(for: word, every: min(100, milliseconds * 2))
                }
                return
            }
            if let ending = state.withLock(\.ending) { return finish(.failure(ending)) }
            try? word.seek(toOffset: 0)
            let said = (try? word.read(upToCount: LocalProgram.longestWord)) ?? Data()
            let signal = ended & 0x7F
            finish(
                .success(
                    (
                        signal == 0 ? (ended >> 8) & 0xFF : 128 + signal,
                        OutsideError.excerpt(String(decoding: said, as: UTF8.self), most: 300)
                    )))
        }

        private func finish(_ result: Result<(Int32, String), any Error>) {
            let continuation = state.withLock { state in
                defer { state.continuation = nil }
                return state.continuation
            }
            continuation?.resume(with: result)
        }

        /// It is asked to end where it goes on, and made to where it does not; so is all that it began.
        func end(because reason: any Error) {
            signal(SIGTERM, because: reason)
            LocalProgram.queue.asyncAfter(deadline: .now() + .seconds(5)) { [self] in signal(SIGKILL, because: reason) }
        }

        private func signal(_ number: Int32, because reason: any Error) {
            state.withLock { state in
                if state.ending == nil { state.ending = reason }
                // While its number is kept, its group is its own.
                if let process = state.process { kill(-process, number) }
            }
        }

        private static func nameless() throws -> FileHandle {
            var name = Array("\(NSTemporaryDirectory())/concord-input-XXXXXX".utf8CString)
            let descriptor = mkstemp(&name)
            guard descriptor >= 0 else { throw CocoaError(.fileWriteUnknown) }
            unlink(name)
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
            return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        }
    }
}
