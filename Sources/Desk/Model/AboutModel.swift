/// How to verify what this gateway shows: the logs the reader may see, with their keys.
package struct AboutModel: Sendable, Hashable {
    package let logs: [LogHead]

    package init(logs: [LogHead]) {
        self.logs = logs
    }
}
