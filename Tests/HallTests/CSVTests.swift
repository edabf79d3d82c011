import Hall
import Testing

@Suite struct CSVTests {
    @Test(arguments: [
        ("plain", "plain"), ("", ""), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\r\nb", "\"a\r\nb\""),
        ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), ("  =1", "'  =1"),
        ("＝1", "'＝1"), ("\t=1", "\"'\t=1\""), ("\ra", "\"'\ra\""), ("1-2", "1-2"), ("a;b", "\"a;b\""),
        ("\u{00A0}=1", "'\u{00A0}=1"), ("=\"a\"", "\"'=\"\"a\"\"\""),
    ])
    func `a field is quoted where it must be, and no formula`(_ text: String, _ field: String) {
        #expect(CSV.field(text) == field)
    }

    @Test func `a line ends as RFC 4180 has it`() {
        #expect(CSV.line(["a", "b,c", ""]) == "a,\"b,c\",\r\n")
    }
}
