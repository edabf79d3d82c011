import Foundation
import NIOCore
import Web

/// What the server holds and waits for at most: beside what one may have stands the total.
///
/// Together they keep strangers below some 150 MB, and what people who are signed in send and fetch below 100 MB more.
struct ServerLimits: Sendable {
    /// Connections, of all and of one remote address.
    var connections = Budget.Bounds(total: 1_024, one: 128)
    /// Requests under way, by the address that the proxy names, so that this holds behind one too.
    var requests = Budget.Bounds(total: 1_024, one: 32)
    /// Bytes of forms that are longer than `WebForm.short`, of those who are not signed in.
    var openForms = Budget.Bounds(total: 8 << 20, one: 4 << 20)
    /// The same of people who are signed in: strangers take nothing from them.
    var forms = Budget.Bounds(total: 24 << 20, one: 12 << 20)
    /// Bytes of bodies that protocols read piece by piece and keep on disk.
    var bodies = Budget.Bounds(total: 512 << 20, one: 192 << 20)
    /// Bytes of answers that are longer than `smallAnswer`, until they have been taken.
    var answers = Budget.Bounds(total: 48 << 20, one: 16 << 20)

    /// A longer answer does not fit into the buffers of the kernel, and is held until its reader has taken it.
    static let smallAnswer = 64 << 10
    /// What an answer counts that is made while it is sent.
    static let stream = 1 << 20
    /// The buffers of the kernel for each direction of a connection, which it doubles.
    ///
    /// They count where memory is limited (cgroups), and the kernel would let them grow to megabytes.
    static let socketBuffer = 128 << 10
    /// Milliseconds for which the kernel waits for somebody to take what is in them.
    static let untaken = 60_000
    /// One read of a connection.
    static let piece = 16 << 10
    /// A query has 2 kB, cookies 4 kB.
    static let head = 16 << 10
    static let headerFields = 100

    /// A connection that says nothing for so long is closed; so is one whose head is not complete by then.
    var patience = TimeAmount.seconds(30)
    /// In each of these stretches of waiting for the other end, so many bytes must move.
    var pace = Pace.Bounds(window: 10, bytes: 40 << 10)
    /// After a refusal the rest of a body is let pass for so long, so that the answer arrives; then the connection ends.
    var lingering = TimeAmount.seconds(2)
    /// What may still arrive of a body that nobody reads.
    static let unread = 8 << 20
    /// When the server is asked to end, whoever is being answered has so long.
    var farewell = TimeAmount.seconds(3)

    /// The same for a process that may open fewer files: the database, bodies on disk and sources need some too.
    func within(descriptors: Int) -> ServerLimits {
        var limits = self
        let most = max(16, descriptors - 256)
        limits.connections = Budget.Bounds(
            total: min(connections.total, most), one: min(connections.one, max(8, most / 4)))
        return limits
    }

    /// How many files this process may open, after it has asked for as many as it may have.
    static func raisedDescriptors() -> Int {
        var limit = rlimit()
        // The type of the constant differs between the C libraries.
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        guard getrlimit(resource, &limit) == 0 else { return 1_024 }
        if limit.rlim_cur < min(limit.rlim_max, 4_096) {
            var raised = limit
            raised.rlim_cur = min(limit.rlim_max, 4_096)
            if setrlimit(resource, &raised) == 0 { limit = raised }
        }
        return Int(min(limit.rlim_cur, 1 << 20))
    }
}
