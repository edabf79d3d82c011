import NIOCore
import NIOPosix
import STIX
import TestSupport
import Testing

@testable import Outside

/// Where a connection may lead: nothing of this machine or of inner networks, whatever it is called.
@Suite struct ReachTests {
    @Test(arguments: [
        ("127.0.0.1", SpecialUse.loopback), ("127.255.255.254", .loopback), ("0.0.0.0", .unspecified),
        ("0.1.2.3", .unspecified), ("10.0.0.1", .privateUse), ("172.16.0.1", .privateUse),
        ("172.31.255.255", .privateUse), ("192.168.1.1", .privateUse), ("169.254.169.254", .linkLocal),
        ("100.64.0.1", .shared), ("100.127.255.254", .shared), ("192.0.0.8", .reserved), ("198.18.0.1", .benchmarking),
        ("224.0.0.1", .multicast), ("239.255.255.255", .multicast), ("240.0.0.1", .reserved),
        ("255.255.255.255", .reserved), ("::", .unspecified), ("::1", .loopback), ("fe80::1", .linkLocal),
        ("febf::1", .linkLocal), ("fc00::1", .privateUse), ("fdff::1", .privateUse), ("ff02::1", .multicast),
        ("fec0::1", .privateUse),
        // The same within an address of IPv6.
        ("::ffff:127.0.0.1", .loopback), ("::ffff:10.1.2.3", .privateUse), ("::127.0.0.1", .loopback),
        ("::ffff:0:10.0.0.1", .privateUse), ("64:ff9b::127.0.0.1", .loopback), ("64:ff9b::10.0.0.1", .privateUse),
        ("64:ff9b::169.254.169.254", .linkLocal), ("64:ff9b:1::1", .privateUse), ("2002:7f00:1::1", .loopback),
        ("2002:c0a8:101::", .privateUse), ("2001:0:5db8:1::f5ff:fffe", .privateUse),
    ]) func `an address of an inner network is refused`(_ text: String, _ use: SpecialUse) throws {
        let address = try #require(IPPrefix(text))
        #expect(Reach.internet.refusal(address) == use)
        #expect(Reach.anywhere.refusal(address) == nil)
        let socket = try SocketAddress(ipAddress: text, port: 443)
        #expect(Reach.internet.refusal(socket) == use)
    }

    @Test(arguments: [
        "8.8.8.8", "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "172.15.255.255",
        "172.32.0.0", "192.167.255.255", "192.169.0.0", "169.253.255.255", "223.255.255.255", "203.0.113.7",
        "2606:4700::1111", "2001:db8::1", "64:ff9b::8.8.8.8", "2002:808:808::1", "::ffff:8.8.8.8", "2a00::1",
    ]) func `an address of the internet is not`(_ text: String) throws {
        let address = try #require(IPPrefix(text))
        #expect(Reach.internet.refusal(address) == nil)
    }

    /// The registries of IANA for special purposes (RFC 6890 and what followed), row by row, with where the row is not left to itself: what is kept for documentation
    /// (see `SpecialUse`) leads nowhere, and what is reachable all over the world may be reached.
    @Test(arguments: [
        ("0.0.0.0/8", false), ("0.0.0.0/32", false), ("10.0.0.0/8", false), ("100.64.0.0/10", false),
        ("127.0.0.0/8", false), ("169.254.0.0/16", false), ("172.16.0.0/12", false), ("192.0.0.0/29", false),
        ("192.0.0.8/32", false), ("192.0.0.170/32", false), ("192.0.0.171/32", false), ("192.88.99.0/24", false),
        ("192.168.0.0/16", false), ("198.18.0.0/15", false), ("240.0.0.0/4", false), ("255.255.255.255/32", false),
        ("224.0.0.0/4", false), ("192.0.2.0/24", true), ("198.51.100.0/24", true), ("203.0.113.0/24", true),
        ("192.31.196.0/24", true), ("192.52.193.0/24", true), ("192.175.48.0/24", true),
        ("::1/128", false), ("::/128", false), ("64:ff9b:1::/48", false), ("100::/64", false),
        ("100:0:0:1::/64", false), ("2001::/23", false), ("2001::/32", false), ("2001:2::/48", false),
        ("2001:10::/28", false), ("5f00::/16", false), ("fc00::/7", false), ("fe80::/10", false),
        ("fec0::/10", false), ("ff00::/8", false), ("2001:1::1/128", true), ("2001:1::2/128", true),
        ("2001:1::3/128", true), ("2001:3::/32", true), ("2001:4:112::/48", true), ("2001:20::/28", true),
        ("2001:30::/28", true), ("2001:db8::/32", true), ("2620:4f:8000::/48", true), ("3fff::/20", true),
    ]) func `what the registries say of a network holds from its first address to its last`(
        _ network: String, _ isReachable: Bool
    ) throws {
        let prefix = try #require(IPPrefix(network))
        for bytes in [prefix.firstAddress, prefix.lastAddress] {
            let address = try #require(
                IPPrefix(SocketAddress(packedIPAddress: ByteBuffer(bytes: bytes), port: 1).ipAddress ?? ""))
            #expect((Reach.internet.refusal(address) == nil) == isReachable, "\(address) of \(network)")
        }
    }

    @Test(arguments: ["192.0.0.9", "192.0.0.10"]) func `what is kept, and kept to be reached, is reached`(
        _ text: String
    ) throws {
        // RFC 7723 and RFC 8155; no network here answers there, so nobody misses them.
        #expect(Reach.internet.refusal(try #require(IPPrefix(text))) == .reserved)
    }

    /// Every form that holds an address of IPv4: none leads where the address itself may not.
    @Test(arguments: [
        "127.0.0.1", "10.1.2.3", "169.254.169.254", "192.168.0.9", "100.64.0.1", "0.0.0.0", "192.88.99.1",
    ])
    func `no form of IPv6 hides an address of an inner network`(_ inner: String) throws {
        let bytes = try #require(IPPrefix(inner)).firstAddress
        func hex(_ mask: UInt8 = 0) -> String {
            let words = stride(from: 0, to: 4, by: 2).map {
                UInt16(bytes[$0] ^ mask) << 8 | UInt16(bytes[$0 + 1] ^ mask)
            }
            return words.map { String($0, radix: 16) }.joined(separator: ":")
        }
        for form in [
            "::\(inner)", "::ffff:\(inner)", "::ffff:0:\(inner)", "::ffff:0:0:\(inner)", "0:0:ffff::\(inner)",
            "64:ff9b::\(inner)", "64:ff9b:1::\(inner)", "64:ff9b:1:ffff::\(inner)", "2002:\(hex())::",
            "2002:\(hex()):1::9",
            "2001:0:5db8:1::\(hex(0xFF))", "2001:0:\(hex()):0:0:5db8:1", "fe80::5efe:\(inner)", "2a00::5efe:\(inner)",
            "2a00:1:2:3:200:5efe:\(inner)",
        ] {
            let address = try #require(IPPrefix(form), "\(form)")
            #expect(Reach.internet.refusal(address) != nil, "\(form)")
        }
    }

    @Test(arguments: [
        "::8.8.8.8", "::ffff:0:8.8.8.8", "::ffff:0:0:8.8.8.8", "4000::1", "1000::1", "0:0:1::1", "2001::1", "e000::1",
    ])
    func `what nobody has been given is no address of the internet`(_ text: String) throws {
        #expect(Reach.internet.refusal(try #require(IPPrefix(text))) == .reserved)
    }

    @Test func `an address of this machine is so in every form`() throws {
        let own: Set = [try #require(IPPrefix("203.0.113.7"))]
        for form in [
            "203.0.113.7", "::ffff:203.0.113.7", "64:ff9b::203.0.113.7", "2002:cb00:7107::1", "2a00::5efe:203.0.113.7",
        ] {
            #expect(Reach.internet.refusal(try #require(IPPrefix(form)), own: own) == .loopback, "\(form)")
        }
    }

    @Test func `a public address of this machine is of this machine, and a socket in its files too`() throws {
        let address = try #require(IPPrefix("203.0.113.7"))
        #expect(Reach.internet.refusal(address, own: [address]) == .loopback)
        #expect(Reach.internet.refusal(try SocketAddress(unixDomainSocketPath: "/run/x")) == .loopback)
    }

    /// `getaddrinfo` reads forms of an address that no text of a rule does.
    @Test(arguments: ["127.0.0.1", "localhost", "127.1", "2130706433", "0x7f000001", "017700000001", "0", "::1"])
    func `whatever the host is called, what counts is where it leads`(_ host: String) async throws {
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        let strict = CheckedResolver(.internet, loop: loop)
        let six = try? await strict.initiateAAAAQuery(host: host, port: 1).get()
        let four = try? await strict.initiateAQuery(host: host, port: 1).get()
        #expect((six ?? []).isEmpty && (four ?? []).isEmpty)
        // A machine without IPv6 knows no address of the last one, which is as good.
        if six != nil { #expect(strict.refused != nil) }
    }

    @Test(arguments: ["http://localhost:PORT/", "http://127.1:PORT/", "http://2130706433:PORT/", "http://0:PORT/"])
    func `nothing reaches a server of this machine unless somebody has allowed it`(_ pattern: String) async throws {
        let server = try LoopbackServer(connections: 2) { _, send in _ = send(LoopbackServer.answer([])) }
        let port = try #require(server.address.split(separator: ":").last?.dropLast())
        let place = pattern.replacing("PORT", with: port)
        await #expect {
            try await PeerTransport.network(authority: nil) {
                // The name is not looked at before it is resolved.
                _ = try await PeerClient($0, for: PeerAddress(place)).get(place, limit: 10)
            }
        } throws: {
            ($0 as? OutsideError)?.code == .innerNetwork && "\($0)".contains("--inner-network")
        }
        #expect(server.received.isEmpty)
        let reply = try await PeerClient.with(for: place, reach: .anywhere) { try await $0.get(place, limit: 10) }
        #expect(reply.status == 200)
    }

    @Test(arguments: [
        "http://127.0.0.1/", "https://10.0.0.1/x", "http://[::1]/", "http://localhost/", "http://[fd00::1]:8/",
    ])
    func `an address that says so itself is refused before anybody asks`(_ text: String) async throws {
        await #expect {
            try await PeerClient.with(for: text) { _ in Issue.record("asked") }
        } throws: {
            ($0 as? OutsideError)?.code == .innerNetwork
        }
        try PeerAddress(text).check(.anywhere)
    }

    /// What a server names is no better than the server: the other one stands on this machine, and nobody has allowed that one.
    @Test func `what an operator allowed of one place says nothing of another`() async throws {
        let other = try LoopbackServer(connections: 1) { _, send in _ = send(LoopbackServer.answer([])) }
        let server = try LoopbackServer(connections: 1) { _, send in
            _ = send(LoopbackServer.answer([], status: "302 Found", ["Location: \(other.address)"]))
        }
        try await PeerClient.with(.bearer("k7"), for: server.address, reach: .anywhere) { client in
            await #expect { try await client.get(other.address, limit: 10) } throws: {
                ($0 as? OutsideError)?.code == .innerNetwork
            }
            await #expect { try await client.get(server.address, limit: 10, redirects: 3) } throws: {
                ($0 as? OutsideError)?.code == .innerNetwork
            }
        }
        #expect(other.received.isEmpty && server.received.count == 1)
    }
}
