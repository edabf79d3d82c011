import Dispatch
import Foundation
import NIOCore
import NIOPosix
import STIX
import Synchronization

/// Resolves a name once, and gives only those of its addresses that may be connected to.
///
/// The connection goes to what is given here: nobody asks for the name a second time, so that no other answer can slip in between.
final class CheckedResolver: Resolver, Sendable {
    private let reach: Reach
    private let four: EventLoopPromise<[SocketAddress]>
    private let six: EventLoopPromise<[SocketAddress]>
    private let found = Mutex<(given: Int, refused: SpecialUse?)>((0, nil))

    /// `getaddrinfo` holds a thread for as long as name servers take: these are nobody else's.
    private static let queue = DispatchQueue(label: "concord.outside.names", attributes: .concurrent)

    init(_ reach: Reach, loop: any EventLoop) {
        self.reach = reach
        (four, six) = (loop.makePromise(), loop.makePromise())
    }

    /// Why no address was given where there was one; nil where some was, or the name has none.
    var refused: SpecialUse? { found.withLock { $0.given == 0 ? $0.refused : nil } }

    func initiateAQuery(host: String, port: Int) -> EventLoopFuture<[SocketAddress]> { four.futureResult }

    /// Both kinds of address come with one question, as the connector asks for this kind first.
    func initiateAAAAQuery(host: String, port: Int) -> EventLoopFuture<[SocketAddress]> {
        Self.queue.async { [self] in
            do {
                let all = try Self.resolve(host, port)
                let own = reach == .internet ? Self.ownAddresses : []
                var given: [SocketAddress] = []
                for address in all {
                    if let use = reach.refusal(address, own: own) {
                        found.withLock { $0.refused = use }
                    } else {
                        given.append(address)
                    }
                }
                found.withLock { $0.given = given.count }
                // In one tick of the loop, so that the connector sees both.
                six.futureResult.eventLoop.execute { [self, given] in
                    six.succeed(given.filter { $0.protocol == .inet6 })
                    four.succeed(given.filter { $0.protocol == .inet })
                }
            } catch {
                six.futureResult.eventLoop.execute { [self] in
                    six.fail(error)
                    four.fail(error)
                }
            }
        }
        return six.futureResult
    }

    func cancelQueries() {}

    /// What the interfaces of this machine are called.
    private static var ownAddresses: Set<IPPrefix> {
        Set((try? System.enumerateDevices())?.compactMap { $0.address?.ipAddress.flatMap { IPPrefix($0) } } ?? [])
    }

    /// No name server knows it, or none answers.
    struct UnknownName: Error {
        let reason: String
        /// Whether a name server said that there is no such name; else none could be asked.
        let isCertain: Bool
    }

    private static func resolve(_ host: String, _ port: Int) throws -> [SocketAddress] {
        var wish = addrinfo()
        wish.ai_socktype = CInt(SOCK_STREAM.rawValue)
        wish.ai_protocol = CInt(IPPROTO_TCP)
        var list: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(host, String(port), &wish, &list)
        guard code == 0 else {
            throw UnknownName(reason: String(cString: gai_strerror(code)), isCertain: code == EAI_NONAME)
        }
        defer { freeaddrinfo(list) }
        var addresses: [SocketAddress] = []
        var next = list
        while let one = next?.pointee {
            let raw = UnsafeRawPointer(one.ai_addr)
            switch (one.ai_family, raw) {
            case (AF_INET, let raw?): addresses.append(SocketAddress(raw.load(as: sockaddr_in.self), host: host))
            case (AF_INET6, let raw?): addresses.append(SocketAddress(raw.load(as: sockaddr_in6.self), host: host))
            default: break
            }
            next = one.ai_next
        }
        return addresses
    }
}
