extension Markup {
    /// A horizontal bar as inline SVG, for one cell of a table whose other cells say the number.
    ///
    /// It is drawn from left to right; a page that reads from right to left mirrors `svg.bar` in its stylesheet. The
    /// bar is hidden from screen readers, which read the number.
    public static func bar(_ value: Int, of largest: Int) -> Markup {
        let width = largest > 0 ? min(1_000, max(4, value * 1_000 / largest)) : 0
        return """
            <svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">\
            <rect width="\(width)" height="10"/></svg>
            """
    }
}
