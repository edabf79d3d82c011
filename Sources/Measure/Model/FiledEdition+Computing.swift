package import CompositeIndex

extension FiledEdition {
    /// Takes every step of the method.
    ///
    /// - Throws: `MeasureError` with the step, and the unit, indicator or aggregate.
    package func computed() throws(MeasureError) -> IndexResults {
        do {
            return try Pipeline(framework).run(data)
        } catch {
            throw MeasureError(error, file: files.framework.name)
        }
    }
}
