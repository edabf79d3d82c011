import STIX
import Testing

/// What is said about the bundle around the objects (STIX 2.1 §8).
@Suite struct BundleTests {
    static let cases: [(String, [String])] = [
        (Sample.bundle([Sample.tool()]), []),
        (Sample.bundle([Sample.tool()], tail: #","x_own":1"#), ["unknown-property /x_own"]),
        (Sample.bundle([Sample.tool()], head: #""spec_version":"2.1","#), ["unknown-property /spec_version"]),
        (Sample.bundle([]), ["empty-list /objects"]),
        (#"{"type":"bundle","objects":[\#(Sample.tool())]}"#, ["bad-bundle "]),
        (#"{"type":"bundle","id":"tool--\#(Sample.uuid)","objects":[\#(Sample.tool())]}"#, ["bad-bundle /id"]),
        (
            #"{"type":"bundle","id":"bundle--\#(Sample.uuid.uppercased())","objects":[\#(Sample.tool())]}"#,
            ["nonstandard-uuid /id"]
        ),
        // A bundle without objects is one all the same.
        (#"{"type":"bundle","id":"bundle--\#(Sample.uuid)"}"#, []),
        (#"{"type":"bundle","id":"my-prefix--"}"#, ["bad-bundle /id"]),
        (#"{"type":"bundle","id":"bundle--\#(Sample.uuid)","own":1}"#, ["unknown-property /own"]),
        (#"{"more":false}"#, []),
        // An envelope is none of STIX.
        (#"{"more":false,"objects":[\#(Sample.tool())]}"#, []),
    ]

    @Test(arguments: cases) func `a bundle has these findings`(_ text: String, _ findings: [String]) throws {
        for chunk in [1, 7, 100_000] {
            var scanner = ObjectScanner()
            let bytes = Array(text.utf8)
            var index = 0
            while index < bytes.count {
                try scanner.feed(Array(bytes[index..<min(bytes.count, index + chunk)])) { _ in }
                index += chunk
            }
            try scanner.finish { _ in }
            #expect(scanner.containerFindings.map { "\($0.code.rawValue) \($0.pointer)" } == findings)
        }
    }
}
