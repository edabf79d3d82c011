import Foundation

/// Whether two numbers differ by no more than a tolerance, relative to the larger where that exceeds 1; missing equals missing.
func isNear(_ left: Double, _ right: Double, within tolerance: Double = 1e-12) -> Bool {
    (left.isNaN && right.isNaN) || abs(left - right) <= tolerance * max(1, abs(left), abs(right))
}

/// The same for whole columns.
func isNear(_ left: [Double], _ right: [Double], within tolerance: Double = 1e-12) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy { isNear($0, $1, within: tolerance) }
}
