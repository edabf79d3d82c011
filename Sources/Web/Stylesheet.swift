/// The one stylesheet of the site.
///
/// Plain CSS, system fonts, logical properties, light and dark.
enum Stylesheet {
    static let text = #"""
        :root{color-scheme:light dark;--paper:#fbfaf6;--sheet:#f4f1e9;--ink:#1d1c19;--quiet:#66625a;--rule:#ddd8cc;
        --strong:#b3ab9a;--link:#17505c;--seal:#8a2f22;--add:#e3efdf;--del:#f6e2dc;
        --serif:"Iowan Old Style","Palatino Linotype",Palatino,"URW Palladio L",P052,"TeX Gyre Pagella",Georgia,"Noto Serif","Noto Naskh Arabic","Geeza Pro","Traditional Arabic",serif;
        --sans:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans","Noto Sans Arabic",Tahoma,sans-serif;
        --mono:ui-monospace,SFMono-Regular,Menlo,Consolas,"Noto Sans Mono","DejaVu Sans Mono",monospace}
        @media(prefers-color-scheme:dark){:root{--paper:#16181a;--sheet:#1d2022;--ink:#e4e1d9;--quiet:#a19c91;--rule:#33373a;
        --strong:#5a5f62;--link:#8fc7cf;--seal:#e5937f;--add:#1f3527;--del:#43261f}}
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
        body{margin:0 auto;max-width:72rem;padding:0 clamp(1rem,3vw,2.5rem);background:var(--paper);color:var(--ink);
        font:400 1rem/1.55 var(--sans);overflow-wrap:break-word}
        body:lang(ar){line-height:1.75}
        [dir=auto]{text-align:-webkit-match-parent;text-align:match-parent}.prose[dir=auto]{text-align:start}
        a{color:var(--link);text-decoration-thickness:1px;text-underline-offset:.18em;text-decoration-color:var(--strong)}
        a:hover{text-decoration-color:currentColor}
        :focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:1px}
        h1,h2,h3{margin:0;font-weight:600;line-height:1.2;text-wrap:balance}
        h1{font:500 clamp(1.8rem,1.3rem + 2vw,2.6rem)/1.15 var(--serif)}
        h1:lang(ar){line-height:1.45}
        h2{font-size:.8125rem;letter-spacing:.06em;text-transform:uppercase;color:var(--quiet);
        padding-bottom:.4rem;border-bottom:1px solid var(--rule);margin-bottom:.7rem}
        h2:lang(ar){letter-spacing:0;font-size:.9375rem}
        h3{font-size:1rem}
        p{margin:0 0 .6rem}
        section{margin:0 0 2.25rem}
        ul,ol,dl,dd{margin:0;padding:0}
        ul,.entries,.versions,.steps{list-style:none}
        code,pre{font:.875em/1.5 var(--mono)}
        code{overflow-wrap:anywhere;unicode-bidi:isolate}
        pre{margin:.4rem 0 .8rem;padding:.6rem .75rem;background:var(--sheet);border-inline-start:2px solid var(--strong);
        white-space:pre-wrap;overflow-wrap:anywhere;text-align:left}
        pre code{font-size:inherit}
        .quiet,.meta,.count{color:var(--quiet)}
        .count{font-weight:400;text-transform:none;font-variant-numeric:tabular-nums;letter-spacing:0}
        .away{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        .skip{position:absolute;inset-inline-start:1rem;top:-4rem;padding:.5rem 1rem;background:var(--paper)}
        .skip:focus{top:.5rem}
        .top{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem 1.5rem;padding:1rem 0 .8rem;border-bottom:3px double var(--strong)}
        body:has(.opening) .brand bdi{display:none}
        .brand{display:flex;align-items:center;gap:.5rem;font:600 1.0625rem/1.3 var(--serif);color:var(--ink);text-decoration:none}
        .top nav{display:flex;flex-wrap:wrap;gap:.25rem 1.1rem;font-size:.9375rem;margin-inline-end:auto}
        .top nav a{text-decoration:none;padding:.15rem 0}
        .top nav a:hover{text-decoration:underline}
        svg{fill:none;stroke:currentColor}
        .pair{border-top:1px solid var(--rule);margin-top:.9rem}
        .mark{width:1.35rem;height:1.35rem;stroke-width:1.6;color:var(--link)}
        .mark circle,.mark rect{fill:var(--paper)}
        .glyph{width:.95em;height:.95em;stroke-width:1.3;stroke-linejoin:round;vertical-align:-.12em;margin-inline-end:.4em;color:var(--quiet)}
        .search{display:flex;min-width:0}
        .search input{min-width:0;width:15rem;flex:1;padding:.35rem .6rem;font:inherit;font-size:.9375rem;color:inherit;
        background:transparent;border:1px solid var(--quiet);border-radius:0;appearance:none}
        .search button{padding:.35rem .8rem;font:inherit;font-size:.9375rem;color:var(--paper);background:var(--link);
        border:1px solid var(--link);border-radius:0;cursor:pointer}
        .search ::placeholder{color:var(--quiet);opacity:1}
        .sheet{max-width:38rem;margin:0 0 1.5rem}
        .sheet label,.sheet legend{display:block;margin:.9rem 0 .25rem;font-weight:600;font-size:.9375rem}
        .sheet fieldset{border:0;margin:.9rem 0 0;padding:0}.sheet legend{margin-top:0;padding:0}
        .sheet .choice,.choice{display:block;margin:.3rem 0;font-weight:400}
        .sheet input:not([type=checkbox],[type=radio]),.sheet select,.sheet textarea{width:100%;padding:.45rem .6rem;font:inherit;
        color:inherit;background:transparent;border:1px solid var(--quiet);border-radius:0}
        .sheet select{background:var(--paper)}
        .sheet .hint{margin:.2rem 0 0}
        .parts{display:flex;flex-wrap:wrap;gap:.2rem 1rem;padding:0 0 .5rem;margin:.9rem 0 0;list-style:none;border-bottom:1px solid var(--rule)}
        button.plain{padding:0;font:inherit;color:var(--link);background:none;border:0;text-decoration:underline;cursor:pointer}
        .sheet .row-of-list{border-inline-start:2px solid var(--rule);padding-inline-start:.9rem}
        .wide{overflow-x:auto}.overdue{color:var(--seal)}
        .wide th,.wide td{text-align:start;vertical-align:top;padding:.4rem .9rem .4rem 0;border-bottom:1px solid var(--rule)}
        .sheet-of-booklet{margin-top:3rem;max-width:46rem}.contents{padding-inline-start:1.5rem}
        .actions{display:flex;flex-wrap:wrap;gap:.6rem 1.2rem;align-items:center;margin:1rem 0}
        .actions button,.actions>a,.banner button,.small button{padding:.45rem 1rem;font:inherit;color:var(--paper);background:var(--link);
        border:1px solid var(--link);border-radius:0;cursor:pointer;text-decoration:none}
        .small{display:inline-block;margin:0}
        .small button,.banner button{padding:.15rem .6rem;font-size:.875rem;color:var(--link);background:transparent;border-color:var(--strong)}
        .small select{font:inherit;font-size:.875rem;color:inherit;background:var(--paper);border:1px solid var(--strong);padding:.15rem .3rem}
        .banner{display:flex;flex-wrap:wrap;gap:.4rem 1rem;align-items:center;margin:0;padding:.45rem .75rem;background:var(--sheet);
        border-bottom:1px solid var(--strong);font-size:.9375rem}.banner p{margin:0}
        .secret{display:block;padding:.6rem .75rem;background:var(--sheet);border-inline-start:3px solid var(--seal);font-size:1.0625rem;user-select:all}
        .checking{max-width:none}.checking textarea{max-width:56rem;font-family:var(--mono);font-size:.875rem}
        .checked td,.checked th{text-align:start;vertical-align:top;padding:.55rem 1rem .55rem 0;border-bottom:1px solid var(--rule)}
        .checked td:first-child{width:38%}
        .checked label{display:inline;margin:0;font-weight:400}
        .checked td p{margin:.15rem 0 0;font-size:.9375rem}
        .checked .ours strong{color:var(--seal)}
        .large{max-width:40rem;margin:1.25rem 0 .6rem}
        .large input,.large button{font-size:1.0625rem;padding:.6rem .85rem}
        main{padding:2rem 0 1rem}
        .opening{max-width:46rem;margin-bottom:2.75rem}
        .lead{font:1.1875rem/1.5 var(--serif);margin:.6rem 0;max-width:42rem}
        .lead:lang(ar){line-height:1.8}
        .hint{font-size:.9375rem;color:var(--quiet)}
        .head{margin-bottom:2rem;max-width:56rem}
        .kicker{font-size:.9375rem;margin-bottom:.35rem;color:var(--quiet)}
        .kicker a{color:var(--ink);font-weight:600;text-decoration:none}
        .kicker a:hover{text-decoration:underline}
        .says::before{content:"— "}
        h1 .glyph{color:var(--quiet);stroke-width:1}
        h1 code{font-size:.72em;overflow-wrap:anywhere}
        .xid{display:inline-block;font:.875em/1 var(--mono);color:var(--quiet);white-space:nowrap;text-decoration-color:var(--rule)}
        h1 .xid{font-size:.5em;padding-inline-start:.2em;vertical-align:.12em}
        .sentence{font-size:clamp(1.4rem,1.1rem + 1.2vw,1.9rem);line-height:1.5}
        .sentence .type{display:none}
        .verb{font-style:italic;font-family:var(--serif);color:var(--seal)}
        .verb:lang(ar){font-style:normal}
        .aliases{margin:.4rem 0}
        .seen{margin:.5rem 0;font-size:.9375rem}
        .tlp{display:inline-block;padding:.1em .45em;background:#000;font:600 .75rem/1.5 var(--mono);white-space:nowrap;vertical-align:.06em}
        .clear{color:#fff}.green{color:#3f0}.amber{color:#ffc000}.red{color:#ff2b2b}
        @media(prefers-color-scheme:dark){.tlp{box-shadow:0 0 0 1px var(--strong)}}
        .notice{margin:.6rem 0 0;padding:.45rem .75rem;border-inline-start:3px solid var(--seal);background:var(--sheet);max-width:46rem}
        .columns{display:grid;grid-template-columns:minmax(0,1fr) 19rem;gap:0 3.5rem}
        .columns>div{min-width:0}
        .register{font-size:.9375rem;border-inline-start:1px solid var(--rule);padding-inline-start:1.5rem;min-width:0}
        .register section{margin-bottom:1.75rem}
        .register h3{font-size:.9375rem;margin:.9rem 0 .2rem}
        .register pre{font-size:.8125rem}
        .halves{display:grid;grid-template-columns:minmax(0,5fr) minmax(0,6fr);gap:0 3.5rem}
        .prose{font-family:var(--serif);font-size:1.0625rem;line-height:1.6;max-width:42rem}
        .prose:lang(ar){line-height:1.9}
        .prose p,.prose ul,.prose ol{margin:0 0 .8rem}
        .prose ul{list-style:disc}.prose li{margin:.15rem 0}
        .prose ul,.prose ol,ol.prose{padding-inline-start:1.3rem}
        .prose li ul{margin:.1rem 0}
        .prose sup{font:.6875rem/1 var(--sans);vertical-align:super}
        .prose sup a{padding:0 .15em;text-decoration:none}
        .heading{font-weight:600}
        .aside{border-inline-start:2px solid var(--strong);padding-inline-start:.8rem}
        .collections li{display:grid;grid-template-columns:minmax(0,1fr) 13rem;gap:0 2rem;padding:.85rem 0;border-bottom:1px solid var(--rule)}
        .collections li:first-child{padding-top:.2rem}
        .collections h3{font:600 1.1875rem/1.3 var(--serif)}
        .collections p{margin:.15rem 0;grid-column:1}
        .collections .figures{grid-column:2;grid-row:1/span 3;text-align:end;font-size:.9375rem}
        .figures strong,.figures span{display:block}.figures span{color:var(--quiet)}
        table{border-collapse:collapse;width:100%}
        .types th{text-align:start;font-weight:400;padding:.22rem 0;width:44%}
        .types a{text-decoration:none}.types a:hover{text-decoration:underline}
        .types td{padding:.22rem 0}
        td.number{text-align:end;font-variant-numeric:tabular-nums;white-space:nowrap;width:4.5rem}
        td.drawn{padding-inline-start:.8rem}
        .bar{display:block;width:100%;height:.5rem;stroke:none;fill:var(--strong)}
        [dir=rtl] .bar,[dir=rtl] .proof{transform:scaleX(-1)}
        .rows li{padding:.6rem 0;border-bottom:1px solid var(--rule)}
        .rows li:first-child{padding-top:.1rem}
        .rows p{margin:0}
        .title{display:flex;gap:.25rem .75rem;align-items:baseline;flex-wrap:wrap}
        .title>a{font:600 1.0625rem/1.35 var(--serif);margin-inline-end:auto;min-width:0;overflow-wrap:anywhere}
        .line{font-size:.9375rem;line-height:1.45}
        .meta{display:flex;flex-wrap:wrap;gap:0 1rem;font-size:.875rem}
        .meta a{color:inherit}
        .meta time{margin-inline-start:auto}
        .type{white-space:nowrap}
        .flag{font-size:.8125rem;color:var(--seal)}
        .entries li{display:grid;grid-template-columns:4rem minmax(0,1fr) auto;gap:0 .9rem;padding:.4rem 0;border-bottom:1px solid var(--rule);align-items:baseline}
        .entries p{margin:0}
        .entry{font:.8125rem/1.5 var(--mono);color:var(--quiet);text-align:end}
        .entries time{font-size:.875rem;color:var(--quiet)}
        .did{font-size:.875rem;color:var(--quiet)}.gone{color:var(--seal)}
        .entries .type{font-size:.875rem;color:var(--quiet)}
        .facts{display:grid;grid-template-columns:minmax(7rem,11rem) minmax(0,1fr);font-size:.9375rem}
        .facts>*{padding:.3rem 0;border-bottom:1px solid var(--rule)}
        .facts dt{color:var(--quiet);padding-inline-end:1rem}
        .facts pre{margin:.1rem 0}
        .facts .prose{font-size:1rem}
        .statement{white-space:nowrap}
        dl.stacked dt{color:var(--quiet);font-size:.875rem}
        dl.stacked dd{margin-bottom:.5rem}
        details{margin:.6rem 0}
        summary{cursor:pointer;font-size:.9375rem;color:var(--link);width:fit-content}
        details[open]>summary{margin-bottom:.5rem}
        .group{margin-bottom:1.2rem}
        .group h3{margin-bottom:.2rem;font-weight:600}
        .group li{padding:.28rem 0}
        .group ul{border-inline-start:1px solid var(--rule);padding-inline-start:.9rem}
        .group .line{margin:.1rem 0 .2rem;color:var(--quiet)}
        .statement{color:var(--quiet);text-decoration:none;padding:0 .3em}
        .more{color:var(--quiet)}
        .versions>li{padding:.45rem 0;border-bottom:1px solid var(--rule)}
        .versions p{margin:0}
        .diff{margin:.25rem 0 0;font-size:.9375rem}
        .diff li{padding:.12rem 0}
        .property{color:var(--quiet);margin-inline-end:.35rem}
        ins,del{padding:.05em .25em;text-decoration:none;unicode-bidi:isolate;box-decoration-break:clone;-webkit-box-decoration-break:clone}
        ins{background:var(--add)}
        del{background:var(--del);text-decoration:line-through;text-decoration-thickness:1px}
        .references{padding-inline-start:1.6rem;font-size:.9375rem}
        .references li{padding:.15rem 0}
        .references li::marker{color:var(--quiet)}
        :target{background:var(--sheet);scroll-margin-top:1rem}
        .terms{font-size:.875rem;color:var(--quiet)}
        svg.proof{display:block;max-width:100%;height:2.6rem;stroke:var(--strong);stroke-width:1.2;margin:.3rem 0}
        .proof .beside{fill:var(--paper)}
        .proof .leaf{fill:var(--seal);stroke:none}.proof circle{fill:var(--link);stroke:none}
        .hashes{padding-inline-start:1.5rem;color:var(--quiet);margin-bottom:.6rem}
        .hashes code,.stacked code{font-size:.8125rem;color:var(--ink)}
        .control{padding:0 .2em;font:.75em var(--mono);color:var(--seal);border:1px solid currentColor}
        .files li,.ways li,.steps li{padding:.2rem 0}
        .steps{max-width:34rem}
        .ways code{margin-inline-end:.4rem}
        .chosen{display:flex;flex-wrap:wrap;gap:.3rem 1.5rem;font-size:.9375rem}
        .facets{margin-bottom:1rem}.facets li{display:flex;justify-content:space-between;gap:1rem;padding:.15rem 0}
        .sides{table-layout:fixed;font-size:.9375rem}.sides th{text-align:start;font-weight:400;vertical-align:top;padding:.3rem .6rem .3rem 0;color:var(--quiet)}
        .sides td{vertical-align:top;padding:.3rem .6rem .3rem 0;border-top:1px solid var(--rule);overflow-wrap:anywhere}
        .sides ins,.sides del{text-decoration:none}.sides tbody th{border-top:1px solid var(--rule)}.differs th{color:var(--ink);font-weight:600}
        .pager{display:flex;justify-content:space-between;padding:.5rem 0}
        .older{margin-inline-start:auto}
        .field{margin:0 0 1rem}
        .sheet .hint,.sheet .error{margin:0 0 .25rem;font-size:.875rem}
        .error,.question{color:var(--seal)}
        .sheet textarea{line-height:1.5;resize:vertical}
        .sheet [dir=ltr]{font-family:var(--mono);font-size:.9375rem;text-align:left}
        .sheet [aria-invalid]{border-color:var(--seal);box-shadow:0 0 0 1px var(--seal)}
        .sheet label.check{display:flex;gap:.6rem;align-items:baseline;margin:.3rem 0;font-weight:400}
        .sheet .row{display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));gap:0 1.1rem}
        .actions .grave{background:var(--seal);border-color:var(--seal)}
        .actions .plain,.inline .plain{padding:0;font:inherit;color:var(--link);background:none;border:0;text-decoration:underline;cursor:pointer}
        .begin{display:flex;flex-wrap:wrap;gap:.6rem;padding:.5rem 0 1.2rem}
        .button{display:inline-block;padding:.4rem .9rem;border:1px solid var(--strong);text-decoration:none}
        .concerns{margin:.3rem 0;padding-inline-start:1.1rem;list-style:disc}
        .standings li,.remarks li{padding:.35rem 0;border-bottom:1px solid var(--rule)}
        .why{display:block;color:var(--quiet);font-size:.875rem}
        .remarks{list-style:none}.remarks p{margin:0}.remarks .meta a:last-child{margin-inline-start:auto}
        .narrow{max-width:46rem}
        .key{margin-bottom:1.5rem;max-width:56rem}.key h3{margin:1.2rem 0 .2rem}
        main>.rows,main>.pager,main>table,.command{max-width:56rem}
        .tally::first-letter{text-transform:uppercase}
        .problem{padding:2rem 0 4rem}
        #raw{max-width:56rem}
        .end{display:flex;flex-wrap:wrap;gap:.2rem 1.75rem;padding:1rem 0 2rem;margin-top:1rem;border-top:3px double var(--strong);
        font-size:.875rem;color:var(--quiet)}
        .end p{margin:0}
        .tongues{display:flex;flex-wrap:wrap;gap:.2rem 1rem;padding:0;margin:.3rem 0 0;list-style:none}
        .mark{margin:-.9rem 0 .6rem;text-align:end}.mark a{padding:0 .5rem}
        .agenda{padding-inline-start:1.4rem}
        .agenda h3,.horizons h3{margin:.9rem 0 .1rem;font-size:1rem}
        .sheet-of-booklet>h2{font:500 1.6rem/1.2 var(--serif);letter-spacing:0;text-transform:none;color:var(--ink);border:0}
        .original{margin:.9rem 0 .2rem;padding-inline-start:.8rem;border-inline-start:3px solid var(--rule);white-space:pre-line;max-height:16rem;overflow:auto}
        .languages{margin-inline-start:auto;display:flex;flex-wrap:wrap;gap:.2rem 1rem}
        .languages span{color:var(--ink);font-weight:600}
        @media(max-width:52rem){
        .columns,.halves{display:block}
        .register{border:0;padding:0;border-top:3px double var(--strong);padding-top:1.5rem}
        .collections li{display:block}
        .collections .figures{text-align:start}
        .figures strong,.figures span{display:inline}.figures span::before{content:" · "}
        .top .search{width:100%}
        .search input{width:auto}
        main{padding-top:1.5rem}
        .facts{grid-template-columns:minmax(0,1fr)}
        .facts dt{border:0;padding-bottom:0;font-size:.875rem}.facts dd{padding-top:0}
        .entries li{grid-template-columns:minmax(0,1fr) auto}.entries p{grid-column:1/-1;grid-row:2}.entry{justify-self:start}
        .languages{margin-inline-start:0;width:100%}
        .meta time{margin-inline-start:0}
        .checked,.checked tbody,.checked tr,.checked td,.checked td:first-child{display:block;width:auto}.checked thead{display:none}
        .checked td:first-child{border:0;padding-bottom:0}}
        @media print{:root{--paper:#fff;--ink:#000;--quiet:#444;--link:#000;font-size:10pt}
        .top nav,.search,.languages,.pager,.skip,.head .tongues,#raw,#versions{display:none}
        .columns,.halves{display:block}.sheet-of-booklet{break-before:page;margin:0}.register,.raw,.actions{display:none}
        body{max-width:none;font-size:10pt}main{padding:1rem 0 0}.head,section{margin-bottom:1rem}h2{margin-bottom:.3rem}
        .facts{grid-template-columns:minmax(7rem,11rem) minmax(0,1fr)}.facts>*,.facts dt{padding:.2rem 0;border-bottom:1px solid var(--rule)}
        .prose{max-width:none;line-height:1.45}.prose:lang(ar){line-height:1.6}.prose p{margin-bottom:.4rem}.facts .prose p:last-child{margin:0}
        th,td{padding-block:.2rem}.end{padding:.4rem 0 0}
        a{color:inherit}.references a[href]::after,.kicker a[href^=http]::after{content:" <" attr(href) ">"}
        .tlp{border:1px solid #000;background:#fff;color:#000}}

        """#
}
