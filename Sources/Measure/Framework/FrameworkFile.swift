import CompositeIndex

/// What a framework file says: the method, and what about it is uncertain.
struct FrameworkFile: Hashable, Sendable {
    let framework: Framework
    /// Nil where the file does not say what is uncertain.
    let uncertainty: UncertaintyPlan?

    /// - Throws: `MeasureError` with line and character.
    init(_ file: InputFile) throws(MeasureError) {
        var object = try YAMLValue(file.bytes, file: file.name).object()
        framework = try FrameworkReader.framework(&object)
        uncertainty = try object.take("uncertainty").map { (value) throws(MeasureError) in
            try FrameworkReader.uncertainty(value)
        }
        try object.finish()
    }
}
