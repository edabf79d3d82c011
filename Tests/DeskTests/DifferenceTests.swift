import STIX
import Testing

@testable import Desk

@Suite struct DifferenceTests {
    func difference(_ old: JSON?, _ new: JSON?) -> Difference.Change? {
        func object(_ value: JSON?) -> JSON {
            .object(
                [.init(name: "modified", value: .string("x"))] + (value.map { [.init(name: "p", value: $0)] } ?? []))
        }
        return Difference.between(object(old), object(new)).first?.change
    }

    @Test func `names what happened`() {
        #expect(difference(nil, .string("a")) == .added("a"))
        #expect(difference(.string("a"), nil) == .removed("a"))
        #expect(difference(.string("a"), .string("b")) == .changed(from: "a", to: "b"))
        #expect(difference(.string("a"), .string("a")) == nil)
        #expect(difference(.bool(false), .bool(true)) == .changed(from: "false", to: "true"))
        #expect(
            difference(.mock(["a", "b"]), .mock(["b", "c"])) == .elements(added: ["c"], removed: ["a"]))
        #expect(difference(.mock(["a", "b"]), .mock(["b", "a"])) == .reordered)
    }

    @Test func `long texts are shown around the change`() {
        let before = String(repeating: "before ", count: 40)
        let after = String(repeating: " after", count: 40)
        guard
            case .changed(let from, let to) = difference(
                .string(before + "old" + after), .string(before + "new" + after))
        else {
            Issue.record("not a change")
            return
        }
        #expect(from.contains("old") && from.hasPrefix("…") && from.hasSuffix("…") && from.count < 90)
        #expect(to.contains("new") && to.count < 90)
    }
}
