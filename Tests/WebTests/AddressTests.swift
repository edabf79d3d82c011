import Testing
import Web

@Suite struct AddressTests {
    private static let plain: Address.Kind = "/things"
    private static let part: Address.Kind = "/things/\(.id)/parts/\(.number).json"

    @Test func `a link is made of the template that a route answers`() {
        let id = "attack-pattern--3f1c7a90-6f0b-4b8e-9d55-0a2e6c1b7f10"
        let address = Address(Self.part, id, "7")
        #expect(address.href == "/things/\(id)/parts/7.json")
        #expect(Self.part.template.match(address.href) == ["id": id, "number": "7"])
        #expect(Self.part.template.description == "/things/{id}/parts/{number}.json")
        #expect(address.href(with: [("after", "a b")]) == "/things/\(id)/parts/7.json?after=a%20b")
        #expect(Address(Self.plain) == Address("/things") && Address(Self.plain).href == "/things")
    }

    @Test func `a value can't leave its place`() {
        #expect(Address("/objects/\(.id)", "a/../\"><b>").href == "/objects/a/../%22%3E%3Cb%3E")
        #expect(Address.search("\"><script>").href == "/search?q=%22%3E%3Cscript%3E")
        #expect(
            Address.search("a b&c=ü/?#+%").href(with: [("lang", "fr")])
                == "/search?q=a%20b%26c%3D%C3%BC/%3F%23%2B%25&lang=fr")
    }

    @Test(arguments: ["/things/x/parts/7.json", "/things/malware--1/parts/7.json", "/things//parts/7.json"])
    func `a path whose value has another form fits no template`(_ path: String) {
        #expect(Self.part.template.match(path) == nil)
    }
}
