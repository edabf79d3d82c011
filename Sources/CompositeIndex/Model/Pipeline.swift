/// Applies a framework to data, step by step.
public struct Pipeline: Sendable {
    /// The method.
    public let framework: Framework

    /// Prepares the method.
    public init(_ framework: Framework) {
        self.framework = framework
    }

    /// Takes every step in order and keeps its result.
    ///
    /// - Throws: `IndexError` that names the step.
    public func run(_ data: IndexData) throws(IndexError) -> IndexResults {
        throw IndexError(.unknownStep, "No step can be taken yet.")
    }
}
