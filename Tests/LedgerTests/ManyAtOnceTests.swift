import Files
import MerkleLog
import Synchronization
import Testing
import TestSupport

@testable import Ledger

/// Nobody who reads slowly, or who writes, keeps a thread or a connection from everybody else.
@Suite(.timeLimit(.minutes(15))) struct ManyAtOnceTests {
    @Test func `exports to slow readers, additions, searches and withdrawals, all at once, come to an end`()
        async throws
    {
        let gateway = try await TestGateway(desk: false)
        try await gateway.admit((0..<300).map { Make.tool($0) })
        let exports = try await withThrowingTaskGroup(of: Int?.self) { group in
            for _ in 0..<64 {
                group.addTask {
                    try await gateway.ledger.exportLog("public") { _ in try await Task.sleep(for: .milliseconds(5)) }
                }
            }
            for task in 0..<8 {
                group.addTask {
                    for part in 0..<4 { try await gateway.admit(Make.tool(1_000 + task * 10 + part)) }
                    return nil
                }
                group.addTask {
                    for number in 0..<8 {
                        _ = try await gateway.everyone.collections()
                        _ = try await gateway.bodies(of: Make.id("tool", number))
                    }
                    return nil
                }
            }
            group.addTask {
                for number in 0..<8 {
                    _ = try await gateway.ledger.withdraw(Make.id("tool", number), from: "public", reason: "r")
                }
                return nil
            }
            return try await group.reduce(into: [Int]()) { if let size = $1 { $0.append(size) } }
        }
        // Each is a log that was signed: of the beginning, of the end, or of a moment between.
        #expect(exports.count == 64 && exports.allSatisfy { (301...341).contains($0) })
        #expect(try await gateway.verify().problems == [])
        #expect(try gateway.collection().size == 341)
    }

    @Test func `downloads that nobody reads hold up nobody, and go on where they stood`() async throws {
        let gateway = try await TestGateway(desk: false)
        try await gateway.admit((0..<300).map { Make.tool($0) })
        let isRead = Flag()
        try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<32 {
                group.addTask {
                    let pieces = Pieces()
                    _ = try await gateway.ledger.exportLog("public") { piece in
                        while !isRead.isSet { try await Task.sleep(for: .milliseconds(10)) }
                        pieces.add(piece)
                    }
                    return pieces.bytes
                }
            }
            try await Task.sleep(for: .milliseconds(50))
            try await gateway.admit(Make.tool(5_000))
            #expect(try await gateway.bodies(of: Make.id("tool", 5_000)).count == 1)
            isRead.set()
            var exports: Set<[UInt8]> = []
            for try await bytes in group { exports.insert(bytes) }
            // Each is a log as it was signed when its checkpoint was read.
            for bytes in exports {
                let file = try ExportFile(bytes).open(in: gateway.folder)
                #expect(try await LogVerifier(key: gateway.key()).verify(file).problems == [])
            }
        }
    }

    @Test func `a log that is erased from while it is verified is not called damaged`() async throws {
        let gateway = try await TestGateway(desk: false)
        try await gateway.admit((0..<600).map { Make.tool($0) })
        let isOver = Flag()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                repeat {
                    let problems = try await gateway.ledger.verify("public").problems
                    #expect(problems == [])
                } while !isOver.isSet
            }
            for number in 0..<12 { _ = try await gateway.ledger.erase(Make.id("tool", number * 50), reason: "r") }
            isOver.set()
            try await group.waitForAll()
        }
    }
}

/// Something that one task tells the others, once.
private final class Flag: Sendable {
    private let state = Atomic(false)
    var isSet: Bool { state.load(ordering: .acquiring) }
    func set() { state.store(true, ordering: .releasing) }
}
