import HTML

/// The stylesheet within a report: a page to hand over, on a screen or on paper.
///
/// Colours and fonts are those of the site. Nothing is loaded from anywhere.
enum ReportStyle {
    static let css: CSS = page + ChartStyle.css + print

    private static let page: CSS = #"""
        :root{color-scheme:light dark;--paper:#fbfaf6;--sheet:#f4f1e9;--ink:#1d1c19;--quiet:#66625a;--rule:#ddd8cc;
        --strong:#b3ab9a;--link:#17505c;--seal:#8a2f22;--good:#3f6b3a;
        --serif:"Iowan Old Style","Palatino Linotype",Palatino,"URW Palladio L",P052,"TeX Gyre Pagella",Georgia,"Noto Serif",serif;
        --sans:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans","Noto Sans Arabic",Tahoma,sans-serif;
        --mono:ui-monospace,SFMono-Regular,Menlo,Consolas,"Noto Sans Mono","DejaVu Sans Mono",monospace}
        @media screen and (prefers-color-scheme:dark){:root{--paper:#16181a;--sheet:#1d2022;--ink:#e4e1d9;--quiet:#a19c91;--rule:#33373a;
        --strong:#5a5f62;--link:#8fc7cf;--seal:#e5937f;--good:#94b673}}
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
        body{margin:0 auto;max-width:68rem;padding:1.5rem clamp(1rem,3vw,2.5rem) 3rem;background:var(--paper);color:var(--ink);
        font:400 1rem/1.55 var(--sans);overflow-wrap:break-word}
        h1{font:500 clamp(1.8rem,1.3rem + 2vw,2.6rem)/1.15 var(--serif);margin:.2rem 0 .6rem;text-wrap:balance}
        h2{font:500 1.5rem/1.25 var(--serif);margin:2.6rem 0 .8rem;padding-top:.7rem;border-top:3px double var(--strong);text-wrap:balance}
        h3{font-size:1.0625rem;line-height:1.3;margin:1.6rem 0 .5rem}
        p{margin:0 0 .7rem;max-width:46rem}
        a{color:var(--link)}
        code{font:.875em/1.5 var(--mono);overflow-wrap:anywhere;unicode-bidi:isolate}
        .kind{margin:0;font-size:.8125rem;letter-spacing:.06em;text-transform:uppercase;color:var(--quiet)}
        .quiet{color:var(--quiet)}
        .lead{font:400 1.1875rem/1.5 var(--serif);max-width:46rem}
        .contents{columns:2 16rem;margin:1.2rem 0 0;padding:0;list-style:none;font-size:.9375rem}
        .contents a{text-decoration:none}.contents a:hover{text-decoration:underline}
        .facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:1px;margin:1.3rem 0;background:var(--rule);
        border:1px solid var(--rule)}
        .facts div{background:var(--paper);padding:.6rem .8rem}
        .facts dt{font-size:.8125rem;color:var(--quiet)}.facts dd{margin:0;font:500 1.5rem/1.2 var(--serif);font-variant-numeric:tabular-nums}
        .findings{margin:0 0 1rem;padding:0;list-style:none;max-width:52rem}
        .findings li{padding:.4rem 0 .4rem 5.6rem;position:relative;border-bottom:1px solid var(--rule)}
        .findings b{position:absolute;inset-inline-start:0;font-size:.75rem;letter-spacing:.04em;text-transform:uppercase;line-height:2.1}
        .fine b{color:var(--good)}.look b{color:var(--link)}.weak b{color:var(--seal)}
        .steps{margin:0;padding-inline-start:1.4rem;max-width:46rem}.steps li{margin-bottom:.35rem}
        .hashes{font-size:.8125rem}
        .bar{width:3.5rem;height:.55rem;margin-inline-end:.5rem;fill:#9dbcc0;stroke:none}
        .standing td:nth-child(2),.standing th:nth-child(2){text-align:start;white-space:normal}
        """#

    private static let print: CSS = #"""
        @page{size:A4;margin:16mm 14mm 18mm}
        @media print{html{font-size:9.5pt}body{max-width:none;padding:0;background:#fff}
        :root{--paper:#fff}
        h2,h3,h3+p{break-after:avoid}.standing{margin-bottom:1rem}h2{margin-top:1.8rem}.chapter{break-before:page}.findings li,.facts{break-inside:avoid}
        p,li{orphans:3;widows:3}a{color:inherit;text-decoration:none}}
        """#
}
