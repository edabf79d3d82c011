/// A part of the site that speaks a protocol to programs, instead of pages to people.
///
/// A browser sends cookies along whoever made it ask, so here they say nothing of who asks: `Authorization` alone does. A
/// body comes as it is sent, errors have the protocol's own form, and a path may go without the slash at its end.
package struct Interface: Sendable {
    /// What every path of it begins with, such as `/taxii2/`.
    package let prefix: String
    /// The most bytes of a body.
    package let longestBody: Int
    /// What it answers where something went wrong, whatever that is.
    package let refusal: @Sendable (any Error) -> Answer

    package init(prefix: String, longestBody: Int, refusal: @escaping @Sendable (any Error) -> Answer) {
        self.prefix = prefix
        self.longestBody = longestBody
        self.refusal = refusal
    }

    /// The path as its templates write it; nil for one of another part.
    package func path(_ path: String) -> String? {
        let whole = path.hasSuffix("/") ? path : path + "/"
        return whole.hasPrefix(prefix) ? whole : nil
    }
}
