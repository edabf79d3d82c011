import Foundation
import Mail
import Synchronization

@testable import Outside

/// A mail server that says what a test wants, without a network: it answers each line, and hears what was said.
final class ScriptedMailServer: Sendable {
    enum Answer: Sendable {
        case say(String)
        /// So many bytes at a time.
        case trickle(String)
        case silence
        case close
    }

    private struct State {
        var out: [UInt8] = []
        var step = Int.max
        var isClosed = false
        var isSilent = false
        var isEncrypted = false
        var inData = false
        var heard: [String] = []
        var heardInTheClear: [String] = []
        var letter: [UInt8] = []
    }

    private let state = Mutex(State())
    private let greeting: Answer
    private let script: @Sendable (_ line: String, _ isEncrypted: Bool) -> Answer?

    /// - Parameter script: what is said to a line; nil for what an honest server says.
    init(
        greeting: Answer = .say("220 mail.example ESMTP"),
        _ script: @escaping @Sendable (String, Bool) -> Answer? = { _, _ in nil }
    ) {
        self.greeting = greeting
        self.script = script
        give(greeting)
    }

    var heard: [String] { state.withLock(\.heard) }
    var heardInTheClear: [String] { state.withLock(\.heardInTheClear) }
    /// What came as a letter, dots and all.
    var letter: [UInt8] { state.withLock(\.letter) }
    var isClosed: Bool { state.withLock(\.isClosed) }

    var link: SMTPLink {
        SMTPLink(
            send: { self.hear($0) }, receive: { try await self.next($0) },
            encrypt: { self.state.withLock { $0.isEncrypted = true } },
            close: { self.state.withLock { $0.isClosed = true } })
    }

    static func honest(_ line: String, _ isEncrypted: Bool) -> String {
        switch line.prefix(4).uppercased() {
        case "EHLO":
            "250-mail.example\r\n250-SIZE 1000000\r\n" + (isEncrypted ? "250-AUTH PLAIN LOGIN\r\n" : "250-STARTTLS\r\n")
                + "250-8BITMIME\r\n250-SMTPUTF8\r\n250-ENHANCEDSTATUSCODES\r\n250 DSN"
        case "STAR": "220 2.0.0 Ready"
        case "AUTH": "235 2.7.0 Welcome"
        case "DATA": "354 End data with <CR><LF>.<CR><LF>"
        case "QUIT": "221 2.0.0 Bye"
        case ".": "250 2.0.0 Ok: queued as 4X"
        default: "250 2.1.0 Ok"
        }
    }

    private func hear(_ bytes: [UInt8]) {
        let isData = state.withLock(\.inData)
        if isData {
            state.withLock {
                $0.letter += bytes
                $0.inData = false
            }
            give(script(".", state.withLock(\.isEncrypted)) ?? .say(Self.honest(".", true)))
            return
        }
        for line in String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n").dropLast() {
            let isEncrypted = state.withLock { state in
                state.heard.append(line)
                if !state.isEncrypted { state.heardInTheClear.append(line) }
                return state.isEncrypted
            }
            let answer = script(line, isEncrypted) ?? .say(Self.honest(line, isEncrypted))
            if line == "DATA", case .say(let text) = answer, text.hasPrefix("354") {
                state.withLock { $0.inData = true }
            }
            give(answer)
        }
    }

    private func give(_ answer: Answer) {
        state.withLock { state in
            switch answer {
            case .say(let text): state.out += Array((text + "\r\n").utf8)
            case .trickle(let text): (state.out, state.step) = (state.out + Array((text + "\r\n").utf8), 1)
            case .silence: state.isSilent = true
            case .close: state.isClosed = true
            }
        }
    }

    private func next(_ patience: Duration) async throws -> [UInt8]? {
        let (bytes, isClosed, isSlow) = state.withLock { state in
            let bytes = Array(state.out.prefix(state.step))
            state.out.removeFirst(bytes.count)
            return (bytes, state.isClosed, state.step < .max)
        }
        if isSlow { try await Task.sleep(for: .milliseconds(5)) }
        if !bytes.isEmpty { return bytes }
        if isClosed { return nil }
        // Nobody waits in a test for what never comes.
        throw PeerConnection.Silence()
    }
}
