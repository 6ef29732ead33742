extension StyleSheet {
    /// The discussion at a glance.
    static let pictures = #"""
        .overview { margin-top: 4rem; border-top: 3px double var(--line); padding-top: 1.75rem; }
        .overview .lead { margin-top: .3rem; color: var(--soft); }
        .ways { display: flex; flex-wrap: wrap; align-items: center; gap: .75rem 1.5rem; margin-top: 1.25rem;
          font: .9375rem/1.5 var(--sans); }
        .ways a { display: inline-block; padding: .3rem 0; }
        .ways .main-way {
          background: var(--accent); color: var(--on-accent); text-decoration: none; font-weight: 600;
          padding: .55rem 1.2rem; border-radius: .3rem;
        }
        .ways .main-way:hover { text-decoration: underline; }
        .patterns { position: absolute; }
        .pictures, .columns { display: grid; gap: 2.5rem 4rem; margin-top: 2.5rem; }
        .pictures > *, .columns > * { min-width: 0; }
        .pictures, .columns { grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); }
        .overview h3 { font: 600 .9375rem/1.4 var(--sans); margin-bottom: .9rem; }
        .picture svg { display: block; max-width: 100%; }
        .picture figcaption, .picture summary { font: .8125rem/1.55 var(--sans); color: var(--soft); }
        .picture figcaption { margin-top: .5rem; }
        .picture summary { margin-top: .4rem; cursor: pointer; padding: .2rem 0; }
        .picture details table { margin-top: .4rem; }
        .key { display: inline-block; margin-right: 1.1rem; white-space: nowrap; }
        .picture .key svg { display: inline-block; vertical-align: -.2rem; }
        rect.page { fill: var(--bar); }
        rect.chat { stroke: var(--hatch); stroke-width: 1; }
        rect.removed { fill: none; stroke: var(--soft); stroke-width: 1; stroke-dasharray: 2 2; }
        rect.tile { stroke: var(--paper); stroke-width: 1.5; }
        rect.tile.chat { stroke: var(--hatch); stroke-width: 1; }
        rect.tile.removed { stroke: var(--soft); stroke-width: 1; }
        rect.tile.fine { stroke: var(--paper); stroke-width: .5; }
        rect.tile.fine.removed { stroke: var(--soft); }
        .hatch-paper { fill: var(--paper); }
        .hatch-line { fill: var(--hatch); }
        .grid, .base { stroke: var(--line); stroke-width: 1; }
        .grid { stroke-dasharray: 2 3; }
        .base { stroke: var(--soft); }
        text.label { font: .75rem var(--sans); fill: var(--soft); }
        .teasers li + li { margin-top: 1.1rem; }
        .teasers .facts { margin-top: .15rem; }

        """#

    /// On paper: ink on white, no ways to anywhere, and the addresses of what is cited.
    static let print = #"""
        @media print {
          :root {
            --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; --panel: #fff; --accent: #000; --wash: #eee;
            --bar: #555; --hatch: #555;
          }
          @page { margin: 2cm 2.2cm; }
          body { font-size: 10.5pt; line-height: 1.45; }
          .masthead nav, .breadcrumb, .skip, .pages, .ways, .search, .more, details, .foot a { display: none; }
          .masthead, .foot { padding-inline: 0; }
          main, main:has(.statement) { max-width: none; padding: 1rem 0 0; }
          a { color: inherit; text-decoration: none; }
          h1, .statement h1 { font-size: 24pt; }
          h1, h2, h3, h4, h5, h6 { break-after: avoid; }
          .standfirst { font-size: 13pt; }
          .summary { padding: .8rem 0; border-block: 1px solid var(--line); }
          body { display: block; }
          .hidden { display: none; }
          .text { font-size: 11pt; line-height: 1.5; margin-top: 1.5rem; }
          .passage, .passage:has(.notes):not(.above) { display: block; }
          .number { padding-top: .25rem; min-height: 0; }
          .notes { margin: .4rem 0 0 2.5rem; break-inside: avoid; }
          .paragraph { break-inside: auto; }
          .picture, .comment > header, .reactions, .group figure { break-inside: avoid; }
          p { orphans: 3; widows: 3; }
          .overview { margin-top: 2rem; }
          rect { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        }

        """#
}
