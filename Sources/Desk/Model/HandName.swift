/// Whose hand did something, as a page says it.
package enum HandName: Sendable, Hashable {
    case person(String)
    /// A command on the machine, by whoever is called so there.
    case command(String)
}
