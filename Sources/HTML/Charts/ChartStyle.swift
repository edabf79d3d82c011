/// The colours and measures of the charts, for the stylesheet of a page that holds some.
///
/// It uses the page's own `--ink`, `--quiet`, `--rule`, `--paper` and `--link`, and brings what charts need besides. Paper takes the
/// light colours; on a narrow screen maps and tables scroll inside their figure, never the page.
public enum ChartStyle {
    public static let css: CSS = screen + "@media screen and (prefers-color-scheme:dark){" + dark + "}" + paper

    private static let screen: CSS = #"""
        .chart{margin:0 0 1.75rem}.chart figcaption{font-weight:600;margin-bottom:.5rem}
        .chart .note,.chart .legend{margin:.45rem 0 0;font-size:.875rem;color:var(--quiet);max-width:60rem}
        .chart details{margin-top:.45rem;font-size:.875rem}.chart summary{cursor:pointer;color:var(--link)}
        .wide{overflow-x:auto}
        .numbers{border-collapse:collapse;width:100%;font-size:.8125rem;font-variant-numeric:tabular-nums}
        .numbers th,.numbers td{padding:.08rem .6rem .08rem 0;text-align:end;vertical-align:middle;white-space:nowrap}
        .numbers th:first-child{text-align:start;font-weight:400;white-space:normal}
        .numbers thead th,.numbers thead th:first-child{font-weight:600;color:var(--quiet);vertical-align:bottom;white-space:normal;
        border-bottom:1px solid var(--rule)}
        .numbers tbody tr:hover{background:var(--sheet)}
        .numbers td:has(.plot),.numbers th:has(.axis){width:55%;min-width:7rem;padding-inline-end:.4rem}
        .axis,.plot,.map,.tree{direction:ltr;display:block;overflow:visible}
        .axis text,.map text,.tree text{fill:var(--quiet);stroke:none;font:400 .6875rem var(--sans)}
        .tree text{fill:var(--ink)}.tree tspan{fill:var(--quiet)}
        .tree,.tree svg{overflow:hidden}
        .plot line,.map path,.axis line{vector-effect:non-scaling-stroke}
        .plot rect,.plot circle,.map path,.key rect,.map circle{stroke:none}
        .tick{stroke:var(--rule)}.interval{fill:#9dbcc0}.point{fill:#17505c}.reference{stroke:#8a2f22;stroke-width:2}
        .total{fill:#b9cfd1}.first{fill:#17505c}
        .map .frame{fill:none;stroke:var(--quiet);stroke-width:1}.map .mark{fill:var(--ink)}
        .box{stroke:var(--paper);stroke-width:2}
        .d0{fill:#c3d6d8}.d1{fill:#d2e0df}.d2{fill:#e0e8e4}.d3,.d4{fill:#edefe9}
        .s1{fill:#17505c}.s2{fill:#c9793f}.s3{fill:#7a9a5b}.s4{fill:#7d5a8c}.s5{fill:#b3ab9a}.s6{fill:#8a2f22}.s7{fill:#4e8fb0}.s8{fill:#b99a2e}
        .z0{fill:#f6f4ee}
        .key{vertical-align:-.05em}
        .in1{padding-inline-start:1rem}.in2{padding-inline-start:2rem}.in3{padding-inline-start:3rem}
        .in4{padding-inline-start:4rem}.in5{padding-inline-start:5rem}.in6{padding-inline-start:6rem}
        .p1{fill:#dae2df}.p2{fill:#c3d6d5}.p3{fill:#adc9cc}.p4{fill:#96bdc2}.p5{fill:#7fb0b8}.p6{fill:#6a9da6}.p7{fill:#548a94}.p8{fill:#3f7682}.p9{fill:#296370}.p10{fill:#14505e}
        .n1{fill:#ecded3}.n2{fill:#e7cdbd}.n3{fill:#e3bca8}.n4{fill:#deab92}.n5{fill:#d99a7c}.n6{fill:#c9856a}.n7{fill:#b96f58}.n8{fill:#aa5a46}.n9{fill:#9a4434}.n10{fill:#8a2f22}
        .q1{fill:#d8e4df}.q2{fill:#c2d8d4}.q3{fill:#abcbc9}.q4{fill:#95bfbe}.q5{fill:#7fb3b3}.q6{fill:#699c9e}.q7{fill:#53858a}.q8{fill:#3e6d75}.q9{fill:#285661}.q10{fill:#123f4c}
        """#

    private static let dark: CSS = #"""
        .interval{fill:#3f6a71}.point{fill:#8fc7cf}.reference{stroke:#e5937f}.total{fill:#2f5057}.first{fill:#8fc7cf}
        .d0{fill:#2f4c52}.d1{fill:#2a4045}.d2{fill:#263639}.d3,.d4{fill:#22292b}
        .s1{fill:#8fc7cf}.s2{fill:#d98f57}.s3{fill:#94b673}.s4{fill:#a98ab8}.s5{fill:#6b6f72}.s6{fill:#e5937f}.s7{fill:#6fa8c6}.s8{fill:#cdb04d}
        .z0{fill:#1b1e20}
        .p1{fill:#29393d}.p2{fill:#2d4b51}.p3{fill:#325c64}.p4{fill:#366e78}.p5{fill:#3b7f8b}.p6{fill:#51929e}.p7{fill:#67a6b0}.p8{fill:#7db9c3}.p9{fill:#93cdd5}.p10{fill:#a9e0e8}
        .n1{fill:#402f29}.n2{fill:#55382e}.n3{fill:#6b4133}.n4{fill:#804a38}.n5{fill:#96533d}.n6{fill:#a86650}.n7{fill:#bb7963}.n8{fill:#cd8d77}.n9{fill:#e0a08a}.n10{fill:#f2b39d}
        .q1{fill:#28393d}.q2{fill:#2d4b50}.q3{fill:#335c62}.q4{fill:#386e75}.q5{fill:#3d7f88}.q6{fill:#56949b}.q7{fill:#6fa8ae}.q8{fill:#87bdc0}.q9{fill:#a0d1d3}.q10{fill:#b9e6e6}
        """#

    private static let paper: CSS = #"""
        @media print{.chart{break-inside:auto}.chart figcaption{break-after:avoid}.numbers tr{break-inside:avoid}
        .numbers thead{display:table-header-group}.chart svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}
        .map{max-width:100%;height:auto;break-inside:avoid}.wide{overflow:visible}.chart details:not([open]){display:none}
        .numbers{font-size:7.5pt}}
        """#
}
