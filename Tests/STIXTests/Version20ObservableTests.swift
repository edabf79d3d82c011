import STIX
import Testing

/// Observed data of STIX 2.0, whose observables stand beside it in STIX 2.1.
@Suite struct Version20ObservableTests {
    private typealias Reading = Version20Tests.Reading

    private func observed(_ objects: String, _ more: String = "") -> Reading {
        Reading(
            Version20Tests.object(
                "observed-data",
                #""first_observed":"2019-05-01T00:00:00Z","last_observed":"2019-05-01T00:00:00Z","number_observed":1,\#(more)"objects":{\#(objects)}"#
            ))
    }

    private func ids(_ reading: Reading) -> [String] { reading.objects.compactMap { $0["id"]?.string } }

    @Test func `observables get the identifiers of the standard`() {
        let reading = observed(
            #""0":{"type":"ipv4-addr","value":"198.51.100.3"},"1":{"type":"domain-name","value":"example.com","resolves_to_refs":["0"]}"#
        )
        // Made by hand: the version 5 UUID of {"value":"198.51.100.3"} in the namespace of §2.9.
        #expect(
            ids(reading) == [
                "ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4",
                "domain-name--bedb4899-d24b-5401-bc86-8f6b4cc18ec7", "observed-data--\(Sample.uuid)",
            ])
        #expect(reading.objects[1]["resolves_to_refs"]?[0]?.string == ids(reading)[0])
        #expect(reading.main["object_refs"]?.array?.compactMap(\.string) == Array(ids(reading).prefix(2)))
        #expect(reading.main["objects"] == nil)
        #expect(reading.findings == [])
        #expect(reading.original?.made == ids(reading))
    }

    @Test func `identifiers that hang on others are made after those`() {
        let reading = observed(
            #"""
            "0":{"type":"network-traffic","src_ref":"2","dst_ref":"1","protocols":["tcp"]},
            "1":{"type":"ipv4-addr","value":"198.51.100.3"},"2":{"type":"ipv4-addr","value":"203.0.113.9"},
            "3":{"type":"file","name":"a.exe","parent_directory_ref":"4"},"4":{"type":"directory","path":"/quay"}
            """#)
        #expect(reading.findings == [])
        #expect(reading.objects.count == 6)
        #expect(reading.objects[0]["src_ref"]?.string == ids(reading)[2])
        #expect(reading.objects[3]["parent_directory_ref"]?.string == ids(reading)[4])
    }

    @Test func `processes that lead to each other have random-looking identifiers that stay the same`() {
        let text =
            #""0":{"type":"process","pid":1,"child_refs":["1"]},"1":{"type":"process","pid":2,"parent_ref":"0"}"#
        let reading = observed(text)
        #expect(reading.findings == [])
        #expect(reading.objects[0]["child_refs"]?[0]?.string == ids(reading)[1])
        #expect(reading.objects[1]["parent_ref"]?.string == ids(reading)[0])
        #expect(ids(observed(text)) == ids(reading))
        #expect(ids(reading)[0].dropFirst(9).dropFirst(14).first == "4")
    }

    @Test func `identifiers that hang on each other end somewhere`() {
        let reading = observed(
            #"""
            "0":{"type":"file","name":"a","extensions":{"archive-ext":{"contains_refs":["1"]}}},
            "1":{"type":"file","name":"b","extensions":{"archive-ext":{"contains_refs":["0"]}}}
            """#)
        #expect(reading.refused.isEmpty)
        #expect(reading.objects.count == 3)
        let deep = (0..<3_000).map {
            #""\#($0)":{"type":"file","name":"f\#($0)","extensions":{"archive-ext":{"contains_refs":["\#($0 + 1)"]}}}"#
        }.joined(separator: ",")
        #expect(observed(deep + #","3000":{"type":"file","name":"end"}"#).objects.count == 3_002)
    }

    @Test func `properties have the names of 2.1, and what has none is kept under one of ours`() throws {
        let reading = observed(
            #"""
            "0":{"type":"file","name":"a","created":"2019-05-01T00:00:00Z","hashes":{"MD5":"0cc175b9c0f1b6a831c399e269772661","ssdeep":"3:a:b"},"is_encrypted":false},
            "1":{"type":"process","name":"b.exe","created":"2019-05-01T00:00:00Z","arguments":["-v"]},
            "2":{"type":"process","name":"c.exe","binary_ref":"0"},
            "3":{"type":"email-message","is_multipart":false,"additional_header_fields":{"X-Mailer":"m"}},
            "4":{"type":"windows-registry-key","key":"HKEY_LOCAL_MACHINE\\a","modified":"2019-05-01T00:00:00Z"}
            """#)
        func first(_ type: String, _ index: Int = 0) throws -> JSON {
            let found = reading.objects.filter { $0["type"]?.string == type }.dropFirst(index).first
            return try #require(found)
        }
        let file = try first("file")
        #expect(file["ctime"]?.string == "2019-05-01T00:00:00Z")
        #expect(file["created"] == nil)
        #expect(file["hashes"]?["SSDEEP"]?.string == "3:a:b")
        #expect(file["x_stix20_is_encrypted"]?.bool == false)
        let process = try first("process")
        #expect(process["created_time"]?.string == "2019-05-01T00:00:00Z")
        #expect(process["x_stix20_arguments"]?[0]?.string == "-v")
        // Its name is that of its image.
        let image = try first("file", 1)
        #expect(image["name"]?.string == "b.exe")
        #expect(process["image_ref"]?.string == image["id"]?.string)
        #expect(try first("process", 1)["x_stix20_name"]?.string == "c.exe")
        #expect(try first("process", 1)["image_ref"]?.string == file["id"]?.string)
        #expect(try first("email-message")["additional_header_fields"]?["X-Mailer"]?[0]?.string == "m")
        #expect(try first("windows-registry-key")["modified_time"]?.string == "2019-05-01T00:00:00Z")
        #expect(reading.findings == [])
        #expect(
            reading.notes == [
                "file.is_encrypted kept-as-custom", "process.arguments kept-as-custom", "process.name kept-as-custom",
            ])
    }

    @Test func `what refers to nothing, and what is no observable, is left out and told`() {
        let reading = observed(
            #""0":{"type":"domain-name","value":"quay.example","resolves_to_refs":["7"]},"1":{"value":"a"},"2":[1]"#)
        #expect(reading.objects.count == 2)
        #expect(reading.objects[0]["resolves_to_refs"] == nil)
        #expect(
            reading.notes.sorted() == [
                "domain-name.resolves_to_refs dangling-reference", "observed-data.objects not-observable",
                "observed-data.objects not-observable",
            ])
    }

    @Test func `each observable bears the markings of the whole, and of parts that have moved`() {
        let reading = observed(
            #""0":{"type":"ipv4-addr","value":"198.51.100.3"}"#,
            #""object_marking_refs":["\#(Sample.marking)"],"granular_markings":[{"marking_ref":"\#(TLP.red.markingID)","selectors":["objects.0.value"]}],"#
        )
        for object in reading.objects {
            #expect(
                object["object_marking_refs"]?.array?.compactMap(\.string) == [Sample.marking, TLP.red.markingID])
        }
        #expect(reading.main["granular_markings"] == nil)
        #expect(reading.notes == ["observed-data.objects marked-whole"])
    }

    @Test func `one that would become very much is refused`() {
        let marks = (0..<100).map { _ in "\"\(Sample.marking)\"" }.joined(separator: ",")
        let objects = (0..<200).map { #""\#($0)":{"type":"mutex","name":"m\#($0)"}"# }.joined(separator: ",")
        let reading = observed(objects, #""object_marking_refs":[\#(marks)],"#)
        #expect(reading.refused.map(\.code) == [.tooLarge])
    }

    @Test func `observed data in which nothing can be read stays as it is`() {
        let reading = observed(#""0":1"#)
        #expect(reading.main["objects"] != nil)
        #expect(reading.findings.contains { $0.hasPrefix("deprecated-property") })
    }

    @Test func `whatever the bytes, it ends, and what is made can be read`() {
        let whole = Array(
            Version20Tests.object(
                "observed-data",
                #"""
                "first_observed":"2019-05-01T00:00:00Z","last_observed":"2019-05-01T00:00:00Z","number_observed":1,
                "granular_markings":[{"marking_ref":"\#(Sample.marking)","selectors":["objects.0","labels"]}],
                "objects":{"0":{"type":"file","name":"a","hashes":{"ssdeep":"3:a:b"},"parent_directory_ref":"1"},
                "1":{"type":"directory","path":"/q","contains_refs":["0"]},"2":{"type":"process","name":"p","arguments":["a"]}}
                """#
            ).utf8)
        var dice = Dice(state: 20)
        var converted = 0
        for _ in 0..<4_000 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...3, using: &dice) {
                let place = Int.random(in: 0..<bytes.count, using: &dice)
                switch Int.random(in: 0..<3, using: &dice) {
                case 0: bytes[place] = UInt8.random(in: 0x20...0x7E, using: &dice)
                case 1: bytes.remove(at: place)
                default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 40)], at: place)
                }
            }
            var scanner = ObjectScanner()
            try? scanner.feed(bytes) { scanned in
                let (read, original) = Version20.read(scanned)
                guard let original else { return }
                converted += 1
                let ids = read.compactMap { if case .object(let object) = $0 { object.id } else { nil } }
                if ids != original.made || ids.last != original.id { Issue.record("\(ids)") }
            }
        }
        #expect(converted > 500)
    }
}
