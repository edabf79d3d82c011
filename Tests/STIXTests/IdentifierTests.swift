import STIX
import Testing

/// Identifiers, made and checked, and the labels known by them.
@Suite struct IdentifierTests {
    /// Made with the Python package stix2 3.0; the first is also the example of STIX 2.1 §2.9.
    static let observables: [(String, String)] = [
        (#"{"type":"ipv4-addr","value":"198.51.100.3"}"#, "ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4"),
        (
            #"{"type":"ipv6-addr","value":"2001:0db8:85a3:0000:0000:8a2e:0370:7334"}"#,
            "ipv6-addr--85a85a8c-ee99-5722-946d-3c3a3270fc6f"
        ),
        (#"{"type":"domain-name","value":"example.com"}"#, "domain-name--bedb4899-d24b-5401-bc86-8f6b4cc18ec7"),
        (
            #"{"type":"url","value":"https://example.com/research/index.html"}"#,
            "url--47c3cf9a-5027-5bf0-997a-017c7edc7c55"
        ),
        (#"{"type":"mac-addr","value":"d2:fb:49:24:37:18"}"#, "mac-addr--757b1725-9903-54f5-a855-1240691d7659"),
        (
            #"{"type":"email-addr","value":"john@example.com","display_name":"John Doe"}"#,
            "email-addr--7165e2a9-671f-585d-b1e1-ca59c671d934"
        ),
        (
            #"{"type":"file","size":25536,"name":"foo.dll","hashes":{"SHA-256":"fe90a7e910cb3a4739bed9180e807e93fa70c90f25a8915476f5e4bfbac681db"}}"#,
            "file--949eb97a-da1e-5292-8959-03c4249dc9f3"
        ),
        (
            #"{"type":"file","name":"f\u00f6\u00f6.dll","hashes":{"SHA-256":"fe90a7e910cb3a4739bed9180e807e93fa70c90f25a8915476f5e4bfbac681db","MD5":"1717b7fff97d37a1e1a0029d83492de1"}}"#,
            "file--2ef8ce7a-5dc9-512b-8879-e7a3ab0e472b"
        ),
        (
            #"{"type":"file","hashes":{"SHA-512":"\#(String(repeating: "a", count: 128))","SHA-1":"\#(String(repeating: "b", count: 40))"}}"#,
            "file--a3cdf63a-5e8d-5e56-a0bf-1442cb7c8d0a"
        ),
        (
            #"{"type":"file","hashes":{"SSDEEP":"3:AXGBicFlgVNhBGcL6wCrFQEv:AXGHsNhxLsr2C","TLSH":"6FF02BEF718027B0160B4391212923ED7F1A463D563B1549B86CF62973B197AD2731F8"}}"#,
            "file--6d7d0480-651b-5eac-9068-52f0bc293f24"
        ),
        (#"{"type":"autonomous-system","number":15139}"#, "autonomous-system--3aa27478-50b5-5ab8-9da9-cdc12b657fff"),
        (#"{"type":"directory","path":"C:\\Windows\\System32"}"#, "directory--0a58d0c1-59e6-5afd-8252-dcd3f13e5622"),
        (#"{"type":"mutex","name":"__CLEANSWEEP__"}"#, "mutex--f93fe911-e545-5239-b9b0-597840d0c871"),
        (
            #"{"type":"software","name":"Word","cpe":"cpe:2.3:a:microsoft:word:2000:*:*:*:*:*:*:*","version":"2002","vendor":"Microsoft"}"#,
            "software--710b0b41-d4d0-5d6c-a400-fc9254554ffc"
        ),
        (
            #"{"type":"user-account","user_id":"1001","account_login":"jdoe","account_type":"unix","display_name":"John Doe"}"#,
            "user-account--f94d689e-707d-58c3-b803-c720bb6ed096"
        ),
        (
            #"{"type":"windows-registry-key","key":"hkey_local_machine\\system\\bar\\foo","values":[{"name":"Foo","data":"qwerty","data_type":"REG_SZ"}]}"#,
            "windows-registry-key--5f15b061-9c3d-5ea8-93b8-72468f206c1a"
        ),
        (
            #"{"type":"x509-certificate","issuer":"C=ZA","serial_number":"36:f7:d4:32:f4:ab:70:ea:d3:ce:98:6e:ea:99:93:49:32:0a:b7:06"}"#,
            "x509-certificate--bf86f034-2390-54d7-8426-d08433db3fbe"
        ),
        (
            #"{"type":"network-traffic","start":"2020-01-01T00:00:00Z","src_ref":"ipv4-addr--4d22aae0-2bf9-5427-8819-e4f6abf20a53","dst_ref":"ipv4-addr--ff26c055-6336-5bc5-b98d-13d6226742dd","src_port":24678,"dst_port":80,"protocols":["ipv4","tcp"]}"#,
            "network-traffic--b97e2a94-7986-5663-bcaa-494d8f9889c9"
        ),
        (
            #"{"type":"email-message","is_multipart":false,"from_ref":"email-addr--89f52ea8-d6ef-51e9-8fce-6a29236436ed","subject":"Saying Hello","body":"Cafeteria coupon"}"#,
            "email-message--91d225dd-f418-5ab1-ae35-3e6b7d1c2b89"
        ),
    ]

    @Test(arguments: observables) func `deterministic identifiers`(_ object: String, _ id: String) throws {
        #expect(SCOIdentifier.deterministicID(of: try JSON.parse(Array(object.utf8))) == id)
    }

    @Test(arguments: [
        #"{"type":"process","pid":1}"#, #"{"type":"file","size":1}"#, #"{"type":"tool","name":"a"}"#, "[]",
        #"{"type":"file","hashes":{}}"#,
    ])
    func `no deterministic identifier`(_ object: String) throws {
        #expect(SCOIdentifier.deterministicID(of: try JSON.parse(Array(object.utf8))) == nil)
    }

    static let forms: [(String, STIXIdentifier.Form?)] = [
        ("tool--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f", .standard),
        ("x-a-b9--8e2e2d2b-17d4-1cbf-b38f-98ee46b3cd3f", .standard),
        ("tool--8E2e2d2b-17d4-4cbf-938f-98ee46b3cd3f", .nonstandardUUID),
        ("tool--8e2e2d2b-17d4-6cbf-938f-98ee46b3cd3f", .nonstandardUUID),
        ("tool--8e2e2d2b-17d4-4cbf-c38f-98ee46b3cd3f", .nonstandardUUID),
        ("tool--00000000-0000-0000-0000-000000000000", .nonstandardUUID),
        ("tool--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3", nil), ("tool--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3ff", nil),
        ("tool--8e2e2d2b017d4-4cbf-938f-98ee46b3cd3f", nil), ("tool--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3g", nil),
        ("tool--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3:", nil), ("tool--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3@", nil),
        ("tool--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd\u{E9}", nil), ("tool-8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f", nil),
        ("Tool--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f", nil), ("to--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f", nil),
        ("9tool--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f", nil), ("a--b--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f", nil),
        ("--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f", nil), ("", nil),
    ]

    @Test(arguments: forms) func `the form of identifiers`(_ text: String, _ form: STIXIdentifier.Form?) {
        #expect(STIXIdentifier.form(of: text) == form)
        #expect(STIXIdentifier.isValid(text) == (form != nil))
        #expect((STIXIdentifier.split(text)?.uuid.count == 36) == (form != nil))
    }

    @Test func `an identifier is split`() throws {
        let parts = try #require(STIXIdentifier.split("attack-pattern--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f"))
        #expect(parts.type == "attack-pattern")
        #expect(parts.uuid == "8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f")
    }

    /// OASIS cti-stix-common-objects, TLP 2.0; STIX 2.1 §7.2.1.4 for version 1.
    static let labels: [(String, TLP, String)] = [
        ("marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487", .clear, "TLP:CLEAR"),
        ("marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb", .green, "TLP:GREEN"),
        ("marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421", .amber, "TLP:AMBER"),
        ("marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003", .amberStrict, "TLP:AMBER+STRICT"),
        ("marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1", .red, "TLP:RED"),
        ("marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9", .clear, "TLP:CLEAR"),
        ("marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da", .green, "TLP:GREEN"),
        ("marking-definition--f88d31f6-486f-44da-b317-01333bde0b82", .amber, "TLP:AMBER"),
        ("marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed", .red, "TLP:RED"),
    ]

    @Test(arguments: labels) func `TLP labels by their identifiers`(_ id: String, _ tlp: TLP, _ label: String) {
        #expect(TLP(markingID: id) == tlp)
        #expect(tlp.label == label)
        #expect(TLP(markingID: tlp.markingID) == tlp)
    }

    @Test func `TLP labels are ordered by strictness`() {
        #expect(TLP.allCases.sorted() == [.clear, .green, .amber, .amberStrict, .red])
        #expect(TLP(markingID: "marking-definition--00000000-0000-4000-8000-000000000000") == nil)
    }
}
