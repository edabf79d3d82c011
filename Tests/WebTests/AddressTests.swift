import Testing
import Web

@Suite struct AddressTests {
    static let uuid = "7c1f0a52-93b8-4f0e-8a7c-2f1d6be45c01"
    static let id = "attack-pattern--3f1c7a90-6f0b-4b8e-9d55-0a2e6c1b7f10"
    static let secret = "Zq0-_aZ9bcDEfgHIjkLMnoPQrsTUvwXYz0123456789"
    static let time = "2022-10-24T15:09:07.609Z"

    static let all: [Address] = [
        .home, .about, .icon, .types, .type("x-mitre-tactic"), .search(""), .search("a b&c=ü/?#+%"), .searchJSON,
        .searchFeed,
        .savedSearches, .savedSearchName(uuid), .savedSearchAddress(uuid), .savedSearchRemoval(uuid),
        .savedSearchFeed(String(repeating: "aZ-_09", count: 7) + "x"), .collection(uuid),
        .collectionType(collection: uuid, type: "malware"), .export(collection: uuid), .object(id), .relations(id),
        .version(object: id, version: time), .raw(id), .rawVersion(object: id, version: time), .log(collection: uuid),
        .drafts, .newDraft, .draft(uuid), .draftForm(uuid), .publication(draft: uuid), .draftRemoval(uuid),
        .correction(id), .sharing(id), .withdrawal(id), .erasure(id), .text(id), .mail(id),
        .seen, .quarantine, .quarantineDecisions, .quarantineCase(uuid), .imports, .importUndo(uuid),
        .checkpoint(collection: uuid),
        .tile(collection: uuid, path: "0/x001/067"),
        .tile(collection: uuid, path: "entries/000.p/17"), .stylesheet(hash: "0123456789ab"),
        .signIn, .signOut, .invitation(secret), .account, .signOutEverywhere, .keys, .key(uuid), .session(uuid),
        .tokens,
        .token(uuid), .people, .person(uuid), .personRole(uuid), .personState(uuid), .personInvitation(uuid),
        .organisations, .organisation(uuid), .constituency(uuid), .contactCard(uuid), .groups, .group(uuid),
        .groupMembers(uuid), .audit, .seeAs, .check, .checkTable, .knownGood, .drafts, .newDraft,
        .taxii, .taxiiRoot, .taxiiCollections, .taxiiCollection(uuid), .taxiiCollection("public"), .taxiiManifest(uuid),
        .taxiiObjects(uuid), .taxiiObject("public", id), .taxiiVersions(uuid, id), .taxiiStatus(uuid), .metrics,
        .lists, .listName(uuid), .listRemoval(uuid), .listText(secret), .listTable(secret),
    ]

    @Test(arguments: all)
    func roundTrips(_ address: Address) throws {
        let halves = address.href.split(separator: "?", maxSplits: 1).map(String.init)
        let query = try WebQuery(text: halves.count > 1 ? halves[1] : "")
        #expect(Address(path: halves[0], query: query) == address)
        #expect(address.kind.template.match(halves[0]) != nil)
    }

    @Test func everyKindIsTested() {
        #expect(Set(AddressTests.all.map(\.kind)) == Set(Address.Kind.allCases))
    }

    @Test func noPathFitsTwoKinds() {
        for address in AddressTests.all {
            let path = String(address.href.prefix { $0 != "?" })
            #expect(Address.Kind.allCases.filter { $0.template.match(path) != nil } == [address.kind], "\(path)")
        }
    }

    @Test func templatesAreUniqueAndReadable() {
        let texts = Address.Kind.allCases.map(\.template.description)
        #expect(Set(texts).count == texts.count)
        #expect(texts.contains("/objects/{id}.json"))
        #expect(texts.contains("/logs/{collection}/tile/{path}"))
    }

    @Test(
        "Paths that name nothing",
        arguments: [
            "", "//", "/objects/", "/objects/x", "/objects/\(id)x", "/objects/\(id)/", "/objects/\(id).xml",
            "/objects/<script>--\(uuid)", "/objects/\(id)/versions/yesterday", "/objects/\(id)/versions/\(time)x",
            "/objects/\(id)/versions/2022-13-24T15:09:07Z", "/collections/\(uuid)1", "/types/Malware", "/types/a",
            "/logs/\(uuid)/tile/../../etc", "/logs/\(uuid)/tile/", "/logs/\(uuid)/tile//0", "/style-.css",
            "/style-zz.css",
            "/about/", "/ABOUT",
        ])
    func namesNothing(_ path: String) {
        #expect(Address(path: path) == nil)
    }

    @Test func valuesCannotLeaveTheirPlace() {
        #expect(Address.object("a/../\"><b>").href == "/objects/a/../%22%3E%3Cb%3E")
        #expect(Address.search("\"><script>").href == "/search?q=%22%3E%3Cscript%3E")
    }
}
