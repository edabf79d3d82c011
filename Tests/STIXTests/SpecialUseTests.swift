import STIX
import Testing

@Suite struct SpecialUseTests {
    @Test(arguments: [
        ("10.1.2.3", SpecialUse.privateUse), ("172.31.0.0/16", .privateUse), ("192.168.0.1", .privateUse),
        ("172.32.0.1", nil), ("127.0.0.1", .loopback), ("169.254.9.9", .linkLocal), ("100.64.0.1", .shared),
        ("100.128.0.1", nil), ("0.0.0.0", .unspecified), ("224.0.0.1", .multicast), ("255.255.255.255", .reserved),
        ("198.19.0.1", .benchmarking), ("::1", .loopback), ("::/128", .unspecified), ("fd00::1", .privateUse),
        ("fe80::1%eth0", .linkLocal), ("ff02::1", .multicast), ("2001:4860:4860::8888", nil), ("8.8.8.8", nil),
        // A wide network with private addresses in it, an address mapped into version 6, a URL.
        ("192.0.0.0/8", .reserved), ("::ffff:10.0.0.1", .privateUse), ("http://10.0.0.1:8080/a", .privateUse),
        ("printer.local", .localName), ("1.0.168.192.in-addr.arpa", .localName),
        ("http://router.home.arpa/", .localName),
        ("notlocal.example", nil), ("local.example", nil),
        // What is kept for documentation has no use that blocking could harm.
        ("192.0.2.1", nil), ("198.51.100.0/24", nil), ("203.0.113.9", nil), ("2001:db8::1", nil), ("www.example", nil),
    ])
    func `the special use of a value`(_ text: String, _ use: SpecialUse?) throws {
        #expect(SpecialUse(try #require(ObservableValue(text))) == use)
    }

    @Test func `networks touch where they share an address`() throws {
        func prefix(_ text: String) throws -> IPPrefix { try #require(IPPrefix(text)) }
        #expect(try prefix("10.0.0.0/8").touches(prefix("10.1.0.0/16")))
        #expect(try prefix("10.1.0.0/16").touches(prefix("10.0.0.0/8")))
        #expect(try !prefix("10.1.0.0/16").touches(prefix("10.2.0.0/16")))
    }
}

@Suite struct HashAlgorithmTests {
    @Test(arguments: [
        ("MD5", HashAlgorithm.md5), ("md5", .md5), ("SHA1", .sha1), ("sha-1", .sha1), ("SHA-256", .sha256),
        ("sha256", .sha256),
        ("SHA_256", .sha256), ("SHA512", .sha512), ("SHA3-256", .sha3at256), ("sha3_512", .sha3at512),
        ("ssdeep", .ssdeep),
        ("tlsh", .tlsh), ("RIPEMD-160", .ripemd160), ("SHA-384", .sha384), ("SHA3-384", .sha3at384), ("MD", nil),
        ("imphash", nil), ("", nil),
    ])
    func `every spelling means one algorithm`(_ name: String, _ algorithm: HashAlgorithm?) {
        #expect(HashAlgorithm(spelled: name) == algorithm)
    }

    @Test func `each is found by its own name, and those of four lengths by their digits`() {
        for algorithm in HashAlgorithm.allCases { #expect(HashAlgorithm(spelled: algorithm.rawValue) == algorithm) }
        #expect(
            [32, 40, 64, 128, 56, 0].map { HashAlgorithm(digits: $0) } == [.md5, .sha1, .sha256, .sha512, nil, nil])
    }
}
