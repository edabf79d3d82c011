import STIX
import Web

/// Why a TAXII request got no answer: the `error` message of TAXII 2.1 §3.6.1.
struct TAXIIError: Error, Equatable {
    /// What went wrong; the raw value is the `error_code`.
    enum Code: String, CaseIterable {
        case badParameter = "bad-parameter"
        case unauthenticated
        case forbidden
        case notFound = "not-found"
        case wrongMethod = "wrong-method"
        case notAcceptable = "not-acceptable"
        case tooLarge = "too-large"
        case unsupportedMediaType = "unsupported-media-type"
        case unprocessable
        case tooSlow = "too-slow"
        case tooManyRequests = "too-many-requests"
        case busy
        case failure

        var status: Int {
            switch self {
            case .badParameter: 400
            case .unauthenticated: 401
            case .forbidden: 403
            case .notFound: 404
            case .wrongMethod: 405
            case .notAcceptable: 406
            case .tooLarge: 413
            case .unsupportedMediaType: 415
            case .unprocessable: 422
            case .tooSlow: 408
            case .tooManyRequests: 429
            case .busy: 503
            case .failure: 500
            }
        }

        fileprivate var title: String {
            switch self {
            case .badParameter: "The request is not understood"
            case .unauthenticated: "Authentication needed"
            case .forbidden: "Not allowed"
            case .notFound: "Nothing here"
            case .wrongMethod: "Not this way"
            case .notAcceptable: "No such media type here"
            case .tooLarge: "Too much at once"
            case .unsupportedMediaType: "Not a TAXII envelope"
            case .unprocessable: "The envelope can't be read"
            case .tooSlow: "Too slow"
            case .tooManyRequests: "Too many requests"
            case .busy: "Too much to do"
            case .failure: "Something failed here"
            }
        }
    }

    let code: Code
    let description: String
    /// What the description speaks of, for programs: the parameter, or the place in the body.
    var details: [JSON.Member] = []
    /// Seconds after which to come again.
    var retryAfter: Int?
    /// What the answer says in its head beside that.
    var headers: [Answer.Header] = []

    init(
        _ code: Code, _ description: String, details: [JSON.Member] = [], retryAfter: Int? = nil,
        headers: [Answer.Header] = []
    ) {
        self.code = code
        self.description = description
        self.details = details
        self.retryAfter = retryAfter
        self.headers = headers
    }

    static func badParameter(_ name: String, _ description: String) -> TAXIIError {
        TAXIIError(.badParameter, description, details: [.text("parameter", name)])
    }

    /// What is hidden and what is absent are one answer.
    static let notFound = TAXIIError(
        .notFound, "There is no such resource, or it is not open to you; the gateway answers both alike.")

    /// Whatever went wrong, as TAXII tells it.
    init(_ error: any Error) {
        switch error {
        case let error as TAXIIError: self = error
        case let problem as Problem:
            self =
                switch problem {
                case .notFound: .notFound
                case .badRequest(let name): .badParameter(name, "The query can't be read.")
                case .wrongMethod: TAXIIError(.wrongMethod, "This address does not take this method.")
                case .signInNeeded: TAXIIError(.unauthenticated, "Show a token of this gateway.")
                case .forbidden: TAXIIError(.forbidden, "The request came from another site.")
                case .tooLarge:
                    TAXIIError(.tooLarge, "The body is longer than `max_content_length` of the API root.")
                case .tooMany(let seconds):
                    TAXIIError(
                        .tooManyRequests, "Come again in \(seconds) seconds.", retryAfter: seconds)
                case .tooSlow: TAXIIError(.tooSlow, "The body took too long to arrive.")
                case .busy(let seconds):
                    TAXIIError(.busy, "The gateway is busy; come again in \(seconds) seconds.", retryAfter: seconds)
                case .failure: TAXIIError(.failure, "The fault is ours, and has been noted.")
                }
        default: self.init(.failure, "The fault is ours, and has been noted.")
        }
    }

    var answer: Answer {
        var members: [JSON.Member] = [
            .text("title", code.title), .text("description", description), .text("error_code", code.rawValue),
            .text("http_status", String(code.status)),
        ]
        if !details.isEmpty { members.append(.init(name: "details", value: .object(details))) }
        var answer = Answer.taxii(.object(members), status: code.status)
        answer.headers += headers
        if let retryAfter { answer.headers.append(.init("Retry-After", String(retryAfter))) }
        // RFC 9110 §11.6.1; Basic for clients that know nothing else.
        if code == .unauthenticated {
            answer.headers += [
                .init("WWW-Authenticate", #"Bearer realm="TAXII""#),
                .init("WWW-Authenticate", #"Basic realm="TAXII", charset="UTF-8""#),
            ]
        }
        return answer
    }
}

extension Answer {
    /// A TAXII resource.
    static func taxii(_ resource: JSON, status: Int = 200) -> Answer {
        // A tree of our own making has no number that can't be written.
        taxii((try? resource.canonical()) ?? [], status: status)
    }

    /// The same as bytes.
    static func taxii(_ bytes: [UInt8], status: Int = 200) -> Answer {
        Answer(status: status, contentType: TAXIIMediaType.taxii, body: bytes, keeping: .never)
    }
}

extension JSON.Member {
    static func text(_ name: String, _ text: String) -> JSON.Member { .init(name: name, value: .string(text)) }
    static func flag(_ name: String, _ value: Bool) -> JSON.Member { .init(name: name, value: .bool(value)) }
    static func texts(_ name: String, _ texts: [String]) -> JSON.Member {
        .init(name: name, value: .array(texts.map(JSON.string)))
    }
    static func count(_ name: String, _ count: Int) -> JSON.Member {
        .init(name: name, value: JSON.Number(Double(count)).map(JSON.number) ?? .null)
    }
}
