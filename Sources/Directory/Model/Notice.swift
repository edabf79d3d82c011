import Web

/// What became of a form that was sent just now, as the page that follows says it.
enum Notice: Sendable, Hashable {
    case done
    case failed(DirectoryError.Code)

    /// From the query of the page that follows.
    init?(_ query: WebQuery) {
        if query["done"] != nil {
            self = .done
        } else if let code = query["error"].flatMap(DirectoryError.Code.init(rawValue:)) {
            self = .failed(code)
        } else {
            return nil
        }
    }

    /// For the address of the page that follows.
    var query: (name: String, value: String) {
        switch self {
        case .done: ("done", "1")
        case .failed(let code): ("error", code.rawValue)
        }
    }
}
