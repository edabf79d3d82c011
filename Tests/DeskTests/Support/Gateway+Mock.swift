import TestSupport
import Web

@testable import Desk

extension Gateway {
    static let mock = invented(menu: DeskDomain.menu, types: DeskDomain.types)
}
