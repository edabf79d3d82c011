import Foundation
import Synchronization

/// A server on 127.0.0.1 that says what a test wants, byte by byte; each connection has a thread of its own.
package final class LoopbackServer: Sendable {
    package let address: String
    private let listener: Listener
    private let requests = Mutex<[String]>([])

    /// What each connection said first.
    package var received: [String] { requests.withLock { $0 } }

    /// Sends bytes; false where nobody reads any more.
    package typealias Send = @Sendable ([UInt8]) -> Bool

    /// - Parameters:
    ///   - connections: how many it takes.
    ///   - serve: answers one request, after which the connection is closed.
    package init(connections: Int, serve: @escaping @Sendable (_ request: String, _ send: Send) -> Void) throws {
        let listener = Listener()
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &place) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener.descriptor, $0, length) == 0 && listen(listener.descriptor, 64) == 0
                    && getsockname(listener.descriptor, $0, &length) == 0
            }
        }
        guard isBound else { throw POSIXError(.EADDRNOTAVAIL) }
        self.listener = listener
        address = "http://127.0.0.1:\(UInt16(bigEndian: place.sin_port))/"
        Thread.detachNewThread { [weak self] in
            for _ in 0..<connections {
                let connection = accept(listener.descriptor, nil, nil)
                guard connection >= 0 else { return }
                Thread.detachNewThread { [weak self] in
                    var buffer = [UInt8](repeating: 0, count: 65_536)
                    let count = recv(connection, &buffer, buffer.count, 0)
                    let request = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
                    self?.requests.withLock { $0.append(request) }
                    serve(request) { bytes in
                        var rest = bytes[...]
                        while !rest.isEmpty {
                            let sent = rest.withUnsafeBytes {
                                send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                            }
                            guard sent > 0 else { return false }
                            rest = rest.dropFirst(sent)
                        }
                        return true
                    }
                    shutdown(connection, Int32(SHUT_WR))
                    // Until the other end has gone: closing earlier would take the answer back.
                    while recv(connection, &buffer, buffer.count, 0) > 0 {}
                    close(connection)
                }
            }
        }
    }

    /// Answers connections with given bytes, one after another, whatever is asked.
    package convenience init(answering answers: [[UInt8]]) throws {
        let next = Mutex(0)
        try self.init(connections: answers.count) { _, send in
            let number = next.withLock { number in
                defer { number += 1 }
                return number
            }
            _ = send(answers[number])
        }
    }

    deinit { shutdown(listener.descriptor, Int32(SHUT_RDWR)) }

    /// What it listens at, until its thread has ended too: a number that is closed earlier is soon another's socket.
    private final class Listener: Sendable {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)

        deinit { close(descriptor) }
    }
}

extension LoopbackServer {
    /// An answer with a length of its own, after which the connection is closed.
    package static func answer(_ body: [UInt8], status: String = "200 OK", _ fields: [String] = []) -> [UInt8] {
        let head = ["HTTP/1.1 \(status)", "Content-Length: \(body.count)", "Connection: close"] + fields + ["", ""]
        return Array(head.joined(separator: "\r\n").utf8) + body
    }

    /// The path of a request.
    package static func path(_ request: String) -> String {
        request.split(separator: " ", maxSplits: 2).dropFirst().first.map(String.init) ?? ""
    }
}
