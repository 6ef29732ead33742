extension StyleSheet {
    /// Colours, and what is around every page.
    static let frame = #"""
        :root {
          color-scheme: light dark;
          --paper: #fbf9f4; --ink: #1f1c18; --soft: #645d52; --line: #ddd6c8; --panel: #f3efe6;
          --accent: #9a2a1f; --on-accent: #fffaf5; --wash: #fbe3b4; --bar: #9a2a1f; --hatch: #9a2a1f;
          --serif: "Source Serif 4", "Source Serif Pro", Charter, "Bitstream Charter", "Iowan Old Style",
            Georgia, "Liberation Serif", "Noto Serif", "DejaVu Serif", serif;
          --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans",
            "DejaVu Sans", sans-serif;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --paper: #171614; --ink: #e8e3d9; --soft: #a89f91; --line: #3a362f; --panel: #1f1d1a;
            --accent: #f0a08c; --on-accent: #23120d; --wash: #54420f; --bar: #d98671; --hatch: #d98671;
          }
        }
        *, *::before, *::after { box-sizing: border-box; }
        [hidden] { display: none !important; }
        html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
        body {
          margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 var(--serif);
          font-kerning: normal; text-rendering: optimizeLegibility; overflow-wrap: break-word;
          min-height: 100vh; display: flex; flex-direction: column;
        }
        p, ol, ul, h1, h2, h3, h4, h5, h6, figure, blockquote, table { margin: 0; padding: 0; }
        ol, ul { list-style: none; }
        a { color: var(--accent); text-underline-offset: .18em; text-decoration-thickness: .06em; }
        a:hover { text-decoration-thickness: .12em; }
        :focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: .1rem; }
        main:focus { outline: none; }
        .hidden {
          position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
          white-space: nowrap;
        }
        .skip { position: absolute; left: -999rem; z-index: 3; font: .9375rem var(--sans); }
        .skip:focus { left: .75rem; top: .5rem; background: var(--paper); padding: .6rem .9rem; }

        .masthead {
          display: flex; flex-wrap: wrap; align-items: baseline; gap: .1rem 2rem; padding: .8rem 2rem;
          border-bottom: 1px solid var(--line);
        }
        .wordmark { font: 600 1.125rem/1.4 var(--serif); letter-spacing: .01em; margin-right: auto; }
        .wordmark a { color: var(--ink); text-decoration: none; }
        .wordmark a:hover { text-decoration: underline; }
        .masthead ul { display: flex; flex-wrap: wrap; gap: 0 1.4rem; font: .875rem/1.4 var(--sans); }
        .masthead li a { display: inline-block; padding: .3rem 0; color: var(--soft); text-decoration: none; }
        .masthead li a:hover { color: var(--accent); }
        .masthead [aria-current] { color: var(--ink); box-shadow: inset 0 -2px var(--accent); }

        main { flex: 1; width: 100%; max-width: 42rem; margin: 0 auto; padding: 1.75rem 1.5rem 5rem; }
        .breadcrumb { font: .8125rem/1.5 var(--sans); margin-bottom: 2.25rem; }
        .breadcrumb ol { display: flex; flex-wrap: wrap; }
        .breadcrumb li:not(:last-child)::after { content: "›"; color: var(--soft); margin: 0 .55rem; }
        .breadcrumb a { color: var(--soft); text-decoration: none; padding: .2rem 0; }
        .breadcrumb a:hover { color: var(--accent); text-decoration: underline; }
        .foot {
          border-top: 1px solid var(--line); padding: 1.25rem 2rem 2rem; font: .8125rem/1.6 var(--sans);
          color: var(--soft); display: flex; flex-wrap: wrap; gap: .2rem 2rem; justify-content: space-between;
        }

        h1 {
          font: 700 clamp(1.875rem, 1.3rem + 2vw, 2.75rem)/1.14 var(--serif); letter-spacing: -.012em;
          text-wrap: balance;
        }
        .standing { margin-top: .6rem; font-size: 1.125rem; line-height: 1.45; color: var(--soft); }
        .count, .facts, .figures, .source { font: .8125rem/1.55 var(--sans); color: var(--soft); }
        .count { margin: .9rem 0 2.25rem; }
        .facts a { color: var(--soft); text-decoration-color: color-mix(in srgb, currentColor 45%, transparent); }
        .facts a:hover { color: var(--accent); }
        .facts > a:first-child { color: var(--accent); font-variant-numeric: tabular-nums; }

        .pages {
          display: flex; flex-wrap: wrap; align-items: baseline; gap: .5rem 1.5rem; margin-top: 3rem;
          padding-top: 1.1rem; border-top: 1px solid var(--line); font: .875rem/1.5 var(--sans);
        }
        .pages ol { display: flex; flex-wrap: wrap; gap: .25rem 1rem; flex: 1; justify-content: center; }
        .pages ol a { text-decoration: none; padding: .2rem 0; display: inline-block; white-space: nowrap; }
        .pages [aria-current] { color: var(--ink); font-weight: 600; box-shadow: inset 0 -2px var(--accent); }
        .pages .gap { color: var(--soft); }
        .pages .next { margin-left: auto; }
        .pages .next a::after { content: " →"; }
        .pages .prev a::before { content: "← "; }

        .nameplate { text-align: center; border-bottom: 3px double var(--line); padding: 2.5rem 0 1.75rem; }
        .nameplate h1 { font-size: clamp(2.125rem, 1.3rem + 3.4vw, 3.75rem); line-height: 1.05; }
        .nameplate .standing { font: .875rem/1.5 var(--sans); margin-top: 1.1rem; }
        main:has(.nameplate) { max-width: 52rem; }
        .front { padding: 2rem 0; }
        .fronts > li + li { border-top: 1px solid var(--line); }
        .front h2 { font: 700 clamp(1.5rem, 1.2rem + 1.4vw, 2.125rem)/1.15 var(--serif); letter-spacing: -.008em; text-wrap: balance; }
        .front h2 + .facts { margin-top: .6rem; }
        .front h2 a { color: var(--ink); text-decoration: none; }
        .front h2 a:hover { text-decoration: underline; }
        .front .standfirst { font-size: 1.125rem; margin: .6rem 0 .8rem; }
        @media (max-width: 40rem) {
          .masthead { padding: .6rem 1.15rem .5rem; }
          .masthead ul { gap: 0 1.1rem; }
          main { padding: 1.1rem 1.15rem 3.5rem; }
          .breadcrumb { margin-bottom: 1.5rem; }
          .foot { padding: 1rem 1.15rem 1.5rem; }
        }
        @media (prefers-reduced-motion: no-preference) {
          html { scroll-behavior: smooth; }
          .sentence, .paragraph, .comment { transition: background-color .4s; }
        }

        """#
}
