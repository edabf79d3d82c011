package import CompositeIndex
import Foundation
import HTML

extension MeasureDomain {
    /// What changed the scores from one edition to the next.
    ///
    /// - Parameter acrossMethods: says that editions of different method may be compared; otherwise they are refused.
    /// - Throws: `MeasureError`.
    package func compare(
        _ old: FiledEdition, _ new: FiledEdition, acrossMethods: Bool
    ) async throws(MeasureError) -> EditionChange {
        do {
            return try await EditionChange.between(
                Edition(framework: old.framework, data: old.data), Edition(framework: new.framework, data: new.data),
                acrossMethods: acrossMethods, workers: ProcessInfo.processInfo.activeProcessorCount)
        } catch {
            throw MeasureError(error)
        }
    }

    /// The change as a page that stands alone.
    package func page(of change: EditionChange, from old: FiledEdition, to new: FiledEdition) -> [UInt8] {
        Array(ChangeReport(change: change, old: old, new: new, version: version).html.markup.utf8)
    }
}
