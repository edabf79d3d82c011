import Testing

@testable import STIX

/// Objects with known extensions, changed at every place and at random places.
@Suite struct KnownExtensionFuzzTests {
    /// Clean cases of the extensions, as trees.
    private static let clean: [JSON] = CorpusCase.all.filter { $0.file == "known" && $0.findings.isEmpty }
        .compactMap { try? JSON.parse(Array($0.object.utf8)) }
        // Of somebody else's type of the same name nothing is asked.
        .filter { $0["start"] == nil }

    /// A place in a tree: names and indices from the top.
    private enum Step: Equatable {
        case name(String), index(Int)
    }

    /// Every place inside of what the extensions define.
    private static func places(_ json: JSON, _ path: [Step] = []) -> [[Step]] {
        switch json {
        case .object(let members):
            members.flatMap { member in
                [path + [.name(member.name)]] + places(member.value, path + [.name(member.name)])
            }
        case .array(let elements):
            elements.indices.flatMap { [path + [.index($0)]] + places(elements[$0], path + [.index($0)]) }
        default: []
        }
    }

    private static func changed(_ json: JSON, at path: ArraySlice<Step>, _ change: (JSON) -> JSON?) -> JSON? {
        guard let step = path.first else { return change(json) }
        let rest = path.dropFirst()
        switch (json, step) {
        case (.object(let members), .name(let name)):
            return .object(
                members.compactMap { member in
                    guard member.name == name else { return member }
                    return changed(member.value, at: rest, change).map { JSON.Member(name: name, value: $0) }
                })
        case (.array(let elements), .index(let index)):
            return .array(
                elements.indices.compactMap {
                    $0 == index ? changed(elements[$0], at: rest, change) : elements[$0]
                })
        default: return json
        }
    }

    private static func pointer(_ path: [Step]) -> String {
        path.map {
            switch $0 {
            case .name(let name): "/\(name)"
            case .index(let index): "/\(index)"
            }
        }.joined()
    }

    private static func text(_ json: JSON) throws -> String { String(decoding: try json.canonical(), as: UTF8.self) }

    private static let head: Set = ["type", "id", "spec_version", "created", "modified"]

    @Test func `a value of another kind is found where it stands`() throws {
        var judged = 0
        for object in Self.clean {
            let text = try Self.text(object)
            for path in Self.places(object) {
                if case .name(let name) = path[0], Self.head.contains(name) { continue }
                // What other people add is theirs.
                if Self.pointer(path).hasSuffix("/x_own") || Self.pointer(path).hasSuffix("/rank") { continue }
                if Self.pointer(path).contains("reputation-ext") { continue }
                // What a kind says, and what is filled in under it, is judged where it is used.
                if Self.pointer(path).contains("/values/") || Self.pointer(path).hasPrefix("/definition/") { continue }
                // A boolean where something else must be, and a word where a boolean must be.
                let odd = Self.changed(object, at: path[...]) { $0.bool == nil ? .bool(false) : .string("false") }
                let scan = Scan(try Self.text(try #require(odd)))
                #expect(scan.refused.isEmpty)
                let pointers = scan.objects.flatMap(\.findings).map(\.pointer)
                #expect(pointers.contains(Self.pointer(path)), "\(Self.pointer(path)) in \(text)")
                judged += 1
            }
        }
        #expect(judged > 200)
    }

    @Test func `what is left out is missed, or may be`() throws {
        var missed = 0
        for object in Self.clean {
            for path in Self.places(object) {
                if case .name(let name) = path[0], Self.head.contains(name) { continue }
                let less = try #require(Self.changed(object, at: path[...]) { _ in nil })
                let scan = Scan(try Self.text(less))
                #expect(scan.refused.isEmpty)
                for finding in scan.objects.flatMap(\.findings) {
                    // Whoever misses something is the object around it, or one further out; and a type what declares it.
                    let around = Self.pointer(path.dropLast())
                    #expect(
                        around.hasPrefix(finding.pointer) || ["/impact_category", "/type"].contains(finding.pointer)
                            || finding.pointer.hasPrefix(around), "\(finding) for \(Self.pointer(path))")
                    missed += 1
                }
            }
        }
        #expect(missed > 60)
    }

    @Test func `random changes are judged, the same each time, and nothing is lost`() throws {
        var dice = Dice(state: 20_261_130)
        let words: [JSON] = [
            .null, .bool(true), .string(""), .string("none"), .string("event--x"), .array([]), .object([]),
            .string("extension-definition--\(Sample.uuid)"), .array([.object([]), .null]),
        ]
        for round in 0..<400 {
            var object = try #require(Self.clean.randomElement(using: &dice))
            for _ in 0..<Int.random(in: 1...3, using: &dice) {
                guard let path = Self.places(object).randomElement(using: &dice) else { break }
                if case .name(let name) = path[0], Self.head.contains(name) { continue }
                let word = words.randomElement(using: &dice)
                let drops = round % 3 == 0
                object = try #require(Self.changed(object, at: path[...]) { _ in drops ? nil : word })
            }
            let text = try Self.text(object)
            let scan = Scan(text)
            #expect(scan == Scan(text, chunk: { 7 }))
            #expect(scan.objects.map { String(decoding: $0.bytes, as: UTF8.self) } == [text])
            for finding in scan.objects.flatMap(\.findings) {
                #expect((0...text.utf8.count).contains(finding.offset))
            }
        }
    }

    @Test func `whose type it is does not depend on the order of members or on escapes`() throws {
        let id = KnownExtension.event.definition.id
        let escaped = id.replacing("extension", with: "\\u0065xtension")
        let time = "2024-04-06T20:03:48.000Z"
        let head = #""spec_version":"2.1","created":"\#(time)","modified":"\#(time)""#
        let own = #""\#(escaped)":{"extension_type":"new-sdo"}"#
        let foreign = "extension-definition--\(Sample.uuid)"
        let other = #""\#(foreign)":{"extension_type":"new-sdo"}"#
        func event(_ extensions: String, first: Bool) -> String {
            let parts = [
                #""type":"event","id":"event--\#(Sample.uuid)",\#(head)"#,
                ##""\u0065xtensions":{\##(extensions)}"##,
            ]
            return "{\((first ? parts : parts.reversed()).joined(separator: ","))}"
        }
        for first in [true, false] {
            #expect(Scan(event(own, first: first)).codes == [.missingProperty])
            #expect(Scan(event("\(other),\(own)", first: first)).codes == [.missingProperty])
            #expect(Scan(event(other, first: first)).codes == [])
        }
        // An extension inside of an extension declares nothing.
        let inside = #""\#(foreign)":{"extension_type":"new-sdo",\#(own)}"#
        #expect(Scan(event(inside, first: true)).codes == [])
    }
}
