import NIOCore
import NIOPosix
import NIOSSL

/// What somebody who follows a link finds.
package enum LinkFinding: String, Sendable, CaseIterable {
    /// Something stands there.
    case answers
    /// Its server says that nothing stands there, or no longer: 404, 410.
    case missing
    /// A name server says that there is no such name.
    case unknownName = "unknown-name"
    /// Nobody listens there.
    case refused
    /// Who answers can't prove to be who was asked.
    case untrusted
    /// It can't be said: it wants to know who asks, to be left alone, is broken for now, or says nothing.
    case undecided
    /// It was not visited: it leads where this gateway does not go, or is no address that can be asked.
    case unvisited

    /// Whether it says for certain that the link leads nowhere.
    package var isNowhere: Bool {
        switch self {
        case .missing, .unknownName, .refused, .untrusted: true
        case .answers, .undecided, .unvisited: false
        }
    }

    /// What a status means (RFC 9110 §15); of a redirect that leads no further, nothing.
    init(status: Int) {
        self =
            switch status {
            case 200..<300, 304: .answers
            case 404, 410: .missing
            default: .undecided
            }
    }

    /// What a failure on the way means.
    init(_ error: any Error) {
        self =
            switch error {
            case is PeerConnection.Inner: .unvisited
            case let error as OutsideError:
                error.code == .innerNetwork || error.code == .badAddress ? .unvisited : .undecided
            case let error as NIOConnectionError: Self.finding(error)
            case NIOSSLError.handshakeFailed, is NIOSSLExtraError: .untrusted
            default: .undecided
            }
    }

    private static func finding(_ error: NIOConnectionError) -> LinkFinding {
        guard error.connectionErrors.isEmpty else {
            let isRefused = error.connectionErrors.allSatisfy { ($0.error as? IOError)?.errnoCode == ECONNREFUSED }
            return isRefused ? .refused : .undecided
        }
        let name = (error.dnsAError ?? error.dnsAAAAError) as? CheckedResolver.UnknownName
        return name?.isCertain == true ? .unknownName : .undecided
    }
}
