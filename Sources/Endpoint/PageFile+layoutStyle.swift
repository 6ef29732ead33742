extension PageFile {
    /// Colours, the frame of the page, and how it folds on a narrow screen.
    static let layoutStyle = #"""
        :root {
          color-scheme: light dark;
          --paper: #fbf9f4; --ink: #1f1c18; --soft: #645d52; --line: #ddd6c8; --field: #fffdf9;
          --panel: #f3efe6; --accent: #9a2a1f; --on-accent: #fffaf5; --wash: #fbe3b4; --hover: #f1e9d8;
          --serif: "Source Serif 4", "Source Serif Pro", Charter, "Bitstream Charter", "Iowan Old Style",
            Georgia, "Liberation Serif", "Noto Serif", "DejaVu Serif", serif;
          --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans",
            "DejaVu Sans", sans-serif;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --paper: #171614; --ink: #e8e3d9; --soft: #a89f91; --line: #3a362f; --field: #1f1d1a;
            --panel: #1c1a18; --accent: #f0a08c; --on-accent: #23120d; --wash: #54420f; --hover: #2a2722;
          }
        }
        *, *::before, *::after { box-sizing: border-box; }
        [hidden] { display: none !important; }
        html, body { height: 100%; margin: 0; }
        body {
          background: var(--paper); color: var(--ink); font: 1rem/1.5 var(--sans);
          display: grid; grid-template-rows: auto minmax(0, 1fr); height: 100dvh;
        }
        p, ol, ul, h1, h2, blockquote, pre { margin: 0; padding: 0; }
        ol, ul { list-style: none; }
        :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
        .hidden {
          position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
          white-space: nowrap;
        }
        .skip { position: absolute; left: -999rem; z-index: 3; }
        .skip:focus { left: .5rem; top: .5rem; background: var(--field); padding: .5rem .75rem; color: var(--accent); }
        button { font: inherit; color: inherit; cursor: pointer; }
        .quiet {
          background: none; border: 0; padding: .15rem .35rem; color: var(--accent); font-size: .8125rem;
          border-radius: .25rem;
        }
        .quiet:hover { background: var(--hover); }

        .masthead {
          display: flex; align-items: baseline; gap: .25rem 1rem; padding: .6rem 1.5rem;
          border-bottom: 1px solid var(--line); min-width: 0;
        }
        .wordmark { font: 600 1.125rem/1.4 var(--serif); letter-spacing: .01em; }
        .room-name {
          color: var(--soft); font-size: .875rem; flex: 1; min-width: 0; overflow: hidden;
          white-space: nowrap; text-overflow: ellipsis;
        }
        .status { color: var(--soft); font-size: .8125rem; }
        .status.lost { color: var(--accent); font-weight: 600; }
        .fold { display: none; }

        main {
          display: grid; grid-template-columns: minmax(0, 1fr) clamp(23rem, 36vw, 38rem); min-height: 0;
        }
        .reading { overflow-y: auto; padding: 2.75rem 2rem 4rem; position: relative; }
        .reading > * { max-width: 39rem; margin-inline: auto; }
        .talk {
          background: var(--panel); border-left: 1px solid var(--line); display: grid; position: relative;
          grid-template-rows: minmax(0, 1fr) auto; min-width: 0; min-height: 0;
        }
        .scroller { overflow-y: auto; padding: 1.25rem 1.25rem .75rem; }
        .reading, .scroller { scrollbar-width: thin; scrollbar-color: var(--soft) transparent; }

        @media (max-width: 54rem) {
          main { grid-template-columns: minmax(0, 1fr); grid-template-rows: minmax(0, 2fr) minmax(0, 3fr); }
          main.folded { grid-template-rows: minmax(0, 1fr); }
          main.folded .reading { display: none; }
          .masthead { padding: .4rem .9rem; }
          .room-name { display: none; }
          .status { flex: 1; min-width: 0; }
          .fold { display: inline-block; }
          .reading { padding: 1rem .9rem 2rem; }
          .talk { border-left: 0; border-top: 1px solid var(--line); }
          .scroller { padding: .75rem .9rem; }
        }
        @media (prefers-reduced-motion: no-preference) {
          .reading, .scroller { scroll-behavior: smooth; }
          .sentence, .comment, .heading { transition: background-color .4s; }
          .message.arrived { animation: arrive .25s ease-out; }
          @keyframes arrive { from { opacity: 0; transform: translateY(.4rem); } }
        }

        """#
}
