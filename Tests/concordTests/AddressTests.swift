import Foundation
import Hall
import Ledger
import Testing
import Web

@testable import concord

/// The addresses of the whole gateway: rooms declare them one by one, and here they are seen together.
@Suite struct AddressTests {
    private static let uuid = "7c1f0a52-93b8-4f0e-8a7c-2f1d6be45c01"
    private static let id = "attack-pattern--3f1c7a90-6f0b-4b8e-9d55-0a2e6c1b7f10"

    /// Values of every form that a placeholder admits.
    private static func samples(_ placeholder: PathTemplate.Placeholder) -> [String] {
        switch placeholder {
        case .id: [id]
        case .collection, .uuid: [uuid]
        case .name: [uuid, "public"]
        case .type: ["x-mitre-tactic", "malware"]
        case .version: ["2022-10-24T15:09:07.609Z"]
        case .hash: ["0123456789ab"]
        case .number: ["17"]
        case .secret: [String(repeating: "aZ-_09", count: 7) + "x"]
        case .path: ["0/x001/067", "entries/000.p/17"]
        }
    }

    private static func paths(_ template: PathTemplate) -> [String] {
        template.placeholders.reduce([template.description]) { paths, placeholder in
            paths.flatMap { path in
                samples(placeholder).map { value in
                    guard let place = path.firstRange(of: "{\(placeholder.rawValue)}") else { return path }
                    return path[..<place.lowerBound] + value + path[place.upperBound...]
                }
            }
        }
    }

    private func endpoints() async throws -> [Endpoint] { try await World().endpoints }

    @Test func `every address that a room declares is answered, and nothing else is`() async throws {
        let declaration = /static let (\w+): Self = "((?:[^"\\]|\\\(\.\w+\))*)"/
        var declared: [String] = []
        for file in try House().rooms.flatMap(\.files) {
            for match in file.lines.joined(separator: "\n").matches(of: declaration) {
                declared.append(String(match.2).replacing(/\\\(\.(\w+)\)/) { "{\($0.output.1)}" })
            }
        }
        #expect(declared.count > 80)
        #expect(declared.count == Set(declared).count)
        #expect(Set(declared) == Set(try await endpoints().map(\.path.description)))
    }

    @Test func `no path fits two addresses, and each method of one has one route`() async throws {
        let endpoints = try await endpoints()
        let routes = endpoints.map { "\($0.method.rawValue) \($0.path)" }
        #expect(Set(routes).count == routes.count)
        for template in Set(endpoints.map(\.path)) {
            for path in Self.paths(template) {
                #expect(Set(endpoints.map(\.path)).filter { $0.match(path) != nil } == [template], "\(path)")
            }
        }
    }

    @Test(arguments: [
        "", "//", "/objects/", "/objects/x", "/objects/\(id)x", "/objects/\(id)/", "/objects/\(id).xml",
        "/objects/<script>--\(uuid)", "/objects/\(id)/versions/yesterday",
        "/objects/\(id)/versions/2022-10-24T15:09:07.609Zx", "/objects/\(id)/versions/2022-13-24T15:09:07Z",
        "/collections/\(uuid)1", "/types/Malware", "/types/a", "/logs/\(uuid)/tile/../../etc", "/logs/\(uuid)/tile/",
        "/logs/\(uuid)/tile//0", "/style-.css", "/style-zz.css", "/about/", "/ABOUT",
    ])
    func `a path that names nothing has no route`(_ path: String) async throws {
        #expect(try await endpoints().filter { $0.path.match(path) != nil }.map(\.path) == [])
    }
}
