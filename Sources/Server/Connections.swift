import Foundation
import NIOCore
import Synchronization
import Web

/// A connection as others see it: whose it is, and for whom it waits.
final class Connection: Sendable {
    /// For whom something on this connection waits.
    enum Phase: Sendable {
        /// Between requests, or before the head of the first is complete.
        case idle
        /// For us.
        case working
        /// For the other end, to send its body or to take its answer.
        case other
    }

    fileprivate struct State {
        var phase = Phase.idle
        var since: NIODeadline
        var pace: Pace?
    }

    let party: Party
    private let channel: any Channel
    private let state: Mutex<State>
    private let kept = Mutex<(leases: [Budget.Lease], isOver: Bool)>(([], false))

    init(_ channel: any Channel, of party: Party) {
        self.party = party
        self.channel = channel
        state = Mutex(State(since: .now()))
    }

    /// - Parameter pace: how it went up to now with the other end.
    func note(_ phase: Phase, pace: Pace? = nil) {
        state.withLock {
            if $0.phase != phase { ($0.phase, $0.since) = (phase, .now()) }
            $0.pace = pace
        }
    }

    /// For how long it has been without a request; nil where it has one.
    var idleTime: TimeAmount? { state.withLock { $0.phase == .idle ? .now() - $0.since : nil } }

    /// Seconds that it waits for the other end for each byte; nil where it doesn't, or hasn't for long.
    var slowness: Double? {
        state.withLock { state in
            guard state.phase == .other, let pace = state.pace, pace.givesWay else { return nil }
            return Double(pace.waited) / Double(max(pace.moved, 1))
        }
    }

    /// The body of its request is going to be read: whoever waits to hear so before sending it (RFC 9110 §10.1.1) hears so.
    func awaitBody() { channel.triggerUserOutboundEvent(ConnectionGuard.BodyIsAwaited(), promise: nil) }

    /// Ends it for the sake of others.
    func close() {
        guard state.withLock({ $0.phase == .other }) else { return channel.close(promise: nil) }
        abort()
    }

    /// Ends it at once (RST): what the other end has not taken is dropped, and it hears so.
    ///
    /// Else the kernel would keep the rest of the answer for minutes, for a reader that takes nothing and hears of no end.
    func abort() {
        let channel = channel
        guard let socket = channel as? any SocketOptionProvider else { return channel.close(promise: nil) }
        socket.setSoLinger(linger(l_onoff: 1, l_linger: 0)).whenComplete { _ in channel.close(promise: nil) }
    }

    /// Keeps what the answer under way has of the budgets until all of it has been taken, or the connection ends.
    func keep(_ leases: [Budget.Lease]) {
        let isOver = kept.withLock { kept in
            if !kept.isOver { kept.leases += leases }
            return kept.isOver
        }
        if isOver { for lease in leases { lease.end() } }
    }

    /// What is kept for the answer whose end is being written.
    ///
    /// - Parameter isOver: whether the connection has ended, so that nothing is kept any more.
    func leaving(isOver: Bool = false) -> [Budget.Lease] {
        kept.withLock { kept in
            defer { kept = ([], kept.isOver || isOver) }
            return kept.leases
        }
    }
}

/// Every connection that is open.
///
/// A newcomer is let in as long as somebody can give way: first whoever has been idle longest, then whoever sends or reads most
/// slowly. So stalled connections keep nobody out.
final class Connections: Sendable {
    fileprivate struct State {
        var all: [ObjectIdentifier: Connection] = [:]
        var parties: [Party: Int] = [:]
    }

    private let bounds: Budget.Bounds
    private let isBehindProxy: Bool
    private let state = Mutex(State())

    /// - Parameter isBehindProxy: whether the other end is the proxy, which is many.
    init(_ bounds: Budget.Bounds, isBehindProxy: Bool) {
        self.bounds = bounds
        self.isBehindProxy = isBehindProxy
    }

    var count: Int { state.withLock(\.all.count) }

    /// The open connection of a channel.
    subscript(channel: any Channel) -> Connection? { state.withLock { $0.all[ObjectIdentifier(channel)] } }

    /// Lets a connection in; nil where there are too many, and none can give way.
    func admit(_ channel: any Channel) -> Connection? {
        let party = Party.remote(channel.remoteAddress?.ipAddress ?? "")
        let connection = Connection(channel, of: party)
        let id = ObjectIdentifier(channel)
        let share = isBehindProxy || party.isLoopback ? bounds.total : bounds.one
        let (isAdmitted, leaving) = state.withLock { state -> (Bool, [Connection]) in
            var leaving: [Connection] = []
            if (state.parties[party] ?? 0) >= share {
                guard let gone = state.removeWorst(where: { $0.party == party }) else { return (false, leaving) }
                leaving.append(gone)
            }
            if state.all.count >= bounds.total {
                guard let gone = state.removeWorst(where: { _ in true }) else { return (false, leaving) }
                leaving.append(gone)
            }
            state.all[id] = connection
            state.parties[party, default: 0] += 1
            return (true, leaving)
        }
        for connection in leaving { connection.close() }
        guard isAdmitted else { return nil }
        channel.closeFuture.whenComplete { [weak self] _ in
            self?.state.withLock { state in
                // Another may have its address by now.
                if state.all[id] === connection { state.remove(id) }
            }
        }
        return connection
    }
}

extension Connections.State {
    fileprivate mutating func remove(_ id: ObjectIdentifier) {
        guard let gone = all.removeValue(forKey: id) else { return }
        let left = (parties[gone.party] ?? 0) - 1
        parties[gone.party] = left > 0 ? left : nil
    }

    fileprivate mutating func removeWorst(where isMeant: (Connection) -> Bool) -> Connection? {
        var idle: (id: ObjectIdentifier, time: TimeAmount)?
        var slow: (id: ObjectIdentifier, slowness: Double)?
        for (id, connection) in all where isMeant(connection) {
            if let time = connection.idleTime {
                if time > idle?.time ?? .nanoseconds(-1) { idle = (id, time) }
            } else if let slowness = connection.slowness, slowness > slow?.slowness ?? -1 {
                slow = (id, slowness)
            }
        }
        guard let id = idle?.id ?? slow?.id else { return nil }
        let gone = all[id]
        remove(id)
        return gone
    }
}
