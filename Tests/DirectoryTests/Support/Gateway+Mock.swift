import TestSupport
import Web

@testable import Directory

extension Gateway {
    static let mock = invented(menu: DirectoryDomain.menu)
}
