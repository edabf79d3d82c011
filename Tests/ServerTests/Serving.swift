import Foundation
import HTML
import Synchronization
import Testing
import Web

@testable import Server

/// A server of its own for one test, and strangers who speak to its socket byte by byte.
struct Serving {
    /// Requests whose answers somebody took to the end, or not.
    final class Count: Sendable {
        private let counts = Mutex<[String: Int]>([:])
        func add(_ what: String) { counts.withLock { $0[what, default: 0] += 1 } }
        subscript(what: String) -> Int { counts.withLock { $0[what] ?? 0 } }
    }

    let count = Count()
    var limits = ServerLimits()
    var isBehindProxy = false

    private var endpoints: [Endpoint] {
        let count = count
        func form(_ kind: Address.Kind, longest: Int = WebForm.short) -> Endpoint {
            Endpoint(kind, method: .post, longestOpenForm: longest, says: "Says how long a form is.") { request in
                Answer(contentType: "text/plain", body: Array("\(request.form["text"]?.utf8.count ?? 0)".utf8))
            }
        }
        return [
            Endpoint(.home, says: "A page.") { _ in Answer(contentType: "text/plain", body: Array("home".utf8)) },
            Endpoint("/types", says: "Much at once.") { _ in
                Answer(contentType: "text/plain", body: [UInt8](repeating: 0x61, count: 8 << 20))
            },
            Endpoint("/about", says: "Much, piece by piece.") { _ in
                var answer = Answer(contentType: "text/plain", body: [])
                answer.stream = AnswerStream { send in
                    do {
                        for _ in 0..<400 { try await send([UInt8](repeating: 0x61, count: 64 << 10)) }
                        count.add("whole")
                    } catch {
                        count.add("cut")
                        throw error
                    }
                }
                return answer
            },
            form(.signIn), form("/check", longest: WebForm.longest),
            Endpoint("/audit", method: .post, longestFile: 1 << 20, says: "Takes a file.") { request in
                var size = 0
                while let bytes = try await request.file?.next() { size += bytes.count }
                return Answer(
                    contentType: "text/plain", body: Array("\(request.form["a"] ?? "") \(size)".utf8))
            },
        ]
    }

    func run(_ body: (_ port: Int) async throws -> Void) async throws {
        var server = WebServer(
            endpoints: endpoints, gateway: .mock, host: "127.0.0.1", port: 0, isBehindProxy: isBehindProxy
        ) { request in
            guard request.credentials.bearer == "known" else { return nil }
            return Visitor(name: "Ravi Menon", organisation: "Bank", acts: [], formToken: "")
        }
        server.limits = limits
        try await withThrowingTaskGroup(of: Void.self) { [server] group in
            let (ports, port) = AsyncStream.makeStream(of: Int.self)
            group.addTask { try await server.run { port.yield($0) } }
            var iterator = ports.makeAsyncIterator()
            try await body(try #require(await iterator.next()))
            group.cancelAll()
        }
    }
}

/// One end of a connection, which says what it likes.
final class Stranger: Sendable {
    private let descriptor: Int32

    /// - Parameter receives: how much the kernel takes for it that it has not read.
    init(_ port: Int, receives: Int32 = 4_096) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var (size, patience) = (receives, timeval(tv_sec: 500, tv_usec: 0))
        setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<Int32>.size))
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let done = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        #expect(done == 0, "\(String(cString: strerror(errno)))")
    }

    deinit { close(descriptor) }

    /// A thread of its own waits: those of tasks are for the server.
    private func waiting<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: body()) }
        }
    }

    /// What could be said before the other end hung up, in bytes.
    @discardableResult
    func say(_ text: String) async -> Int {
        let descriptor = descriptor
        return await waiting {
            let bytes = Array(text.utf8)
            var sent = 0
            while sent < bytes.count {
                let count = bytes[sent...].withUnsafeBytes {
                    send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { break }
                sent += count
            }
            return sent
        }
    }

    /// What the other end says next; empty where it hung up, nil where it says nothing for long.
    func hear() async -> String? {
        let descriptor = descriptor
        return await waiting {
            var bytes = [UInt8](repeating: 0, count: 65_536)
            var count = 0
            repeat { count = recv(descriptor, &bytes, bytes.count, 0) } while count < 0 && errno == EINTR
            if count < 0, errno == EAGAIN { return nil }
            return String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
        }
    }

    /// Whether the other end ends the connection, also while what it said is unread.
    ///
    /// - Parameter milliseconds: how long that is waited for.
    func isHungUpOn(within milliseconds: Int32 = 500_000) async -> Bool {
        let descriptor = descriptor
        return await waiting {
            var one = pollfd(fd: descriptor, events: 0, revents: 0)
            return poll(&one, 1, milliseconds) == 1
        }
    }

    /// All that the other end says until it hangs up; nil where it doesn't.
    func hearAll() async -> String? {
        var all = ""
        while let more = await hear() {
            if more.isEmpty { return all }
            all += more
        }
        return nil
    }
}
