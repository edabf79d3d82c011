import Foundation
import Testing

@testable import Library

@Suite struct CalendarFileTests {
    @Test func `lines are cut at 75 bytes, between characters`() {
        let line = "SUMMARY:" + String(repeating: "é", count: 100)
        let pieces = CalendarFile.folded(line).components(separatedBy: "\r\n")
        #expect(pieces.count == 3 && pieces.allSatisfy { $0.utf8.count <= 75 })
        #expect(pieces[0] + pieces.dropFirst().map { String($0.dropFirst()) }.joined() == line)
    }

    @Test func `text of others ends no line and begins no property`() {
        #expect(CalendarFile.escaped("a,b;c\\d\r\nEND:VEVENT\u{7}") == "a\\,b\\;c\\\\d\\nEND:VEVENT")
    }
}
