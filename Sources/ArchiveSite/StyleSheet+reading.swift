extension StyleSheet {
    /// The statement, what stands beside it, and the summary above.
    static let reading = #"""
        main:has(.statement) { max-width: 47rem; }
        main:has(.notes) { max-width: 67rem; }
        .opening { max-width: 44rem; }
        .publisher {
          font: 600 .75rem/1.4 var(--sans); letter-spacing: .08em; text-transform: uppercase;
          color: var(--accent); margin-bottom: .7rem;
        }
        .statement h1 { font-size: clamp(2rem, 1.3rem + 2.9vw, 3.375rem); line-height: 1.08; }
        .standfirst { font-size: 1.3125rem; line-height: 1.42; color: var(--soft); margin-top: 1rem; }
        .figures { margin-top: 1.25rem; }
        .source { margin-top: .25rem; overflow-wrap: anywhere; }
        .caption {
          font-style: italic; font-size: .9375rem; line-height: 1.5; color: var(--soft);
          border-block: 1px solid var(--line); padding: .7rem 0; margin-top: 1.75rem;
        }

        .summary { background: var(--panel); margin: 2.5rem 0 0; padding: 1.6rem 1.9rem 1.4rem; }
        .summary h2, .overview h2, .section-title { font: 700 1.5rem/1.25 var(--serif); letter-spacing: -.006em; }
        .groups { columns: 22rem 2; column-gap: 3rem; margin-top: 1.1rem; }
        .group h3 { font: 600 .8125rem/1.4 var(--sans); margin: 0 0 .7rem; break-after: avoid; }
        .group figure { break-inside: avoid; margin-bottom: 1.25rem; }
        .group blockquote { border-left: 3px solid var(--accent); padding-left: .9rem; line-height: 1.5; }
        .group figcaption { font: .8125rem/1.5 var(--sans); color: var(--soft); padding: .3rem 0 0 1.1rem; }
        .summary .last { font: .8125rem/1.5 var(--sans); color: var(--soft); }

        .text { margin-top: 2.75rem; font-size: 1.1875rem; line-height: 1.66; }
        .passage { margin-bottom: 1.3em; }
        .paragraph { display: grid; grid-template-columns: 2.5rem minmax(0, 39rem); }
        .number {
          font: .8125rem/1 var(--sans); font-variant-numeric: tabular-nums; color: var(--soft);
          text-decoration: none; padding-top: .62rem; min-height: 1.9rem;
        }
        .number:hover { color: var(--accent); font-weight: 600; }
        .sentence { border-radius: .15rem; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
        .sentence:target, .paragraph:target > p, .opening :target {
          background: var(--wash); box-shadow: 0 0 0 .15rem var(--wash); color: var(--ink);
        }

        .notes { margin: .7rem 0 0 2.5rem; padding-left: 1rem; border-left: 2px solid var(--line); }
        .notes h3 { font: 600 .8125rem/1.4 var(--sans); }
        .notes h3 a { text-decoration: none; display: inline-block; padding: .15rem 0; }
        .notes h3 a:hover { text-decoration: underline; }
        .notes li { margin-top: .55rem; }
        .said { font-size: .9375rem; line-height: 1.5; }
        .notes .facts > a:first-child, .teasers .facts > a:first-child { color: var(--ink); font-weight: 600; }
        .notes .facts > a, .teasers .facts > a { text-decoration: none; }
        .notes .facts > a:hover, .teasers .facts > a:hover { text-decoration: underline; }
        @media (max-width: 61.99rem) { .notes li + li { display: none; } }
        @media (min-width: 62rem) {
          .passage:has(.notes):not(.above) {
            display: grid; grid-template-columns: minmax(0, 41.5rem) minmax(0, 17.5rem); column-gap: 4rem;
          }
          .passage.above .notes { max-width: 39rem; }
          .notes { margin: .35rem 0 0; }
        }
        @media (max-width: 40rem) {
          .standfirst { font-size: 1.125rem; }
          .summary { margin-inline: -1.15rem; padding: 1.25rem 1.15rem; }
          .text { font-size: 1.125rem; line-height: 1.62; margin-top: 2rem; }
          .paragraph { grid-template-columns: 1.7rem minmax(0, 1fr); }
          .number { padding-top: .54rem; }
          .notes { margin-left: 1.7rem; padding-left: .8rem; }
        }

        """#
}
