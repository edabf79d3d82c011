import TestSupport
import Web

extension Gateway {
    static let mock = invented()
}
