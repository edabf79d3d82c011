import CompositeIndex
import Measure
import Testing

struct MeasureDomainTests {
    @Test func `an error of the method comes out of the door as it is`() throws {
        let data = try IndexData(
            units: [.init(code: "A")], hierarchy: Hierarchy(indicators: [.init(code: "x")]), values: NumberGrid([[1]]))
        let framework = Framework(name: "one", steps: [Step(.aggregate(Aggregation(.arithmetic)))])
        #expect(throws: IndexError.self) { try MeasureDomain().run(framework, on: data) }
    }
}
