/// Names that readers of Swift connect with a type of Swift, Foundation or Hummingbird; a type of ours must not take them.
enum WellKnownNames {
    static let all = swift.union(concurrency).union(foundation).union(hummingbird)

    static let swift: Set<String> = [
        "Any", "AnyHashable", "AnyObject", "Array", "ArraySlice", "BinaryInteger", "Bool", "Character", "ClosedRange",
        "CodingKey",
        "Codable", "Collection", "Comparable", "ContiguousArray", "Data", "Decodable", "Decoder", "Dictionary",
        "Double", "Duration",
        "Encodable", "Encoder", "Equatable", "Error", "Float", "Hashable", "Hasher", "Identifiable", "InlineArray",
        "Int", "Int8",
        "Int16", "Int32", "Int64", "Iterator", "KeyPath", "KeyValuePairs", "Mirror", "Never", "Optional", "OptionSet",
        "Range",
        "RawRepresentable", "Regex", "Result", "Sequence", "Set", "Slice", "Span", "StaticString", "String",
        "StringProtocol",
        "Substring", "UInt", "UInt8", "UInt16", "UInt32", "UInt64", "Unicode", "Void",
    ]

    static let concurrency: Set<String> = [
        "Actor", "AsyncSequence", "AsyncStream", "AsyncThrowingStream", "CancellationError", "Clock", "ContinuousClock",
        "Executor",
        "Instant", "MainActor", "Mutex", "Atomic", "Sendable", "SuspendingClock", "Task", "TaskGroup", "TaskLocal",
    ]

    static let foundation: Set<String> = [
        "AttributedString", "Bundle", "ByteCountFormatter", "Calendar", "CharacterSet", "Data", "Date",
        "DateComponents",
        "DateFormatter", "DateInterval", "Decimal", "Dimension", "FileHandle", "FileManager", "FileWrapper",
        "Formatter",
        "HTTPCookie", "HTTPURLResponse", "Host", "IndexPath", "IndexSet", "ISO8601DateFormatter", "InputStream",
        "JSONDecoder",
        "JSONEncoder", "JSONSerialization", "Locale", "Lock", "Measurement", "NSObject", "Notification",
        "NotificationCenter",
        "NumberFormatter", "Operation", "OperationQueue", "OutputStream", "PersonNameComponents", "Pipe", "Port",
        "Predicate",
        "Process", "ProcessInfo", "Progress", "PropertyListDecoder", "PropertyListEncoder", "RunLoop", "Scanner",
        "SortDescriptor",
        "SortOrder", "Stream", "Thread", "TimeInterval", "TimeZone", "Timer", "URL", "URLCache", "URLComponents",
        "URLQueryItem",
        "URLRequest", "URLResponse", "URLSession", "UUID", "Unit", "UserDefaults", "XMLParser",
    ]

    static let hummingbird: Set<String> = [
        "Application", "ApplicationProtocol", "BasicRequestContext", "ByteBuffer", "Channel", "Cookie", "Cookies",
        "EditedResponse",
        "Environment", "EventLoop", "FileMiddleware", "HTTPError", "HTTPField", "HTTPFields", "HTTPRequest",
        "HTTPResponse",
        "HTTPResponseError", "HTTPServer", "MediaType", "MiddlewareProtocol", "MultipartForm", "Parameters", "Request",
        "RequestBody", "RequestContext", "Response", "ResponseBody", "ResponseGenerator", "Route", "RouteCollection",
        "Router",
        "RouterGroup", "RouterPath", "RouterResponder", "Server", "ServerConfiguration", "Service", "ServiceGroup",
        "URI",
    ]
}
