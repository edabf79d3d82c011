import ArgumentParser

extension ImportCommand {
    /// The form of the files, where whoever imports them states it.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case stix
        case misp
    }
}
