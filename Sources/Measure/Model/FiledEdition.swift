import Hall
package import CompositeIndex

/// An index that can be computed: three files that were read, and fit each other.
package struct FiledEdition: Sendable {
    package let files: InputFiles
    /// The time that was asked for where the data have several; nil for the latest.
    package let time: Double?
    package let framework: Framework
    /// What is uncertain about the index; nil where the framework file does not say.
    package let uncertainty: UncertaintyPlan?
    package let data: IndexData

    /// Reads the files.
    ///
    /// - Parameter time: which edition to compute where the data have several times; the latest unless stated.
    /// - Throws: `MeasureError` with file, row, column or line.
    package init(_ files: InputFiles, time: Double? = nil) throws(MeasureError) {
        let method = try FrameworkFile(files.framework)
        let meta = try IndicatorTable(CSVTable.read(files.indicators.bytes, file: files.indicators.name))
        self.files = files
        self.time = time
        framework = method.framework
        uncertainty = method.uncertainty
        data = try UnitTable(
            CSVTable.read(files.data.bytes, file: files.data.name), of: meta, for: method.framework, time: time
        ).data
    }
}

extension MeasureError {
    /// What the method refuses: the framework is asked for something that makes no sense with these data.
    init(_ error: IndexError, file: String? = nil) {
        self.init(.init(rawValue: error.code.rawValue), "\(error)", at: file.map { .init(file: $0) })
    }
}
