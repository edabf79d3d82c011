import CompositeIndex
import Testing

struct NumberGridTests {
    @Test func `rows, columns and cells are the same numbers`() {
        var grid = NumberGrid([[1, 2, 3], [4, .nan, 6]])
        #expect(grid.rows == 2)
        #expect(grid.columns == 3)
        #expect(grid[1, 2] == 6)
        #expect(grid.isMissing(1, 1))
        #expect(Array(grid.row(0)) == [1, 2, 3])
        #expect(grid.column(0) == [1, 4])
        grid.setColumn(0, [7, 8])
        #expect(grid.values.prefix(4) == [7, 2, 3, 8])
        #expect(grid.keeping(columns: [2, 0]) == NumberGrid([[3, 7], [6, 8]]))
        #expect(grid.keeping(rows: [1]).column(2) == [6])
    }

    @Test func `missing equals missing, and nothing else`() {
        let grid = NumberGrid([[1, .nan]])
        #expect(grid == NumberGrid([[1, -.nan]]))
        #expect(grid.hashValue == NumberGrid([[1, -.nan]]).hashValue)
        #expect(grid != NumberGrid([[1, 0]]))
        #expect(NumberGrid(rows: 1, columns: 2) != NumberGrid(rows: 2, columns: 1))
    }
}
