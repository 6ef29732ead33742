extension PageFile {
    /// The statement and the thread below it.
    static let textStyle = #"""
        .statement { font: 1.125rem/1.65 var(--serif); }
        .waiting { color: var(--soft); font-style: italic; }
        .publisher {
          font: 600 .75rem/1.4 var(--sans); letter-spacing: .08em; text-transform: uppercase;
          color: var(--accent); margin-bottom: .6rem;
        }
        .statement h1 {
          font: 700 clamp(1.75rem, 1.2rem + 1.9vw, 2.75rem)/1.12 var(--serif); letter-spacing: -.012em;
          margin-bottom: .9rem; text-wrap: balance;
        }
        .standfirst { font-size: 1.25rem; line-height: 1.45; color: var(--soft); margin-bottom: 1.5rem; }
        .caption {
          font: italic .9375rem/1.5 var(--serif); color: var(--soft); border-block: 1px solid var(--line);
          padding: .6rem 0; margin-bottom: 1.75rem;
        }
        .source { font: .8125rem/1.5 var(--sans); margin: 1.75rem 0 0; overflow-wrap: anywhere; }
        .source a { color: var(--accent); }
        .paragraph { display: grid; grid-template-columns: 2.25rem minmax(0, 1fr); margin: 0 0 1.15em -2.25rem; }
        .number {
          background: none; border: 0; padding: 0 .6rem 0 0; margin: 0; align-self: start; text-align: right;
          font: .8125rem/1 var(--sans); font-variant-numeric: tabular-nums; color: var(--soft);
          height: 1.8563rem; border-radius: .25rem;
        }
        .number:hover, .number:focus-visible { color: var(--accent); font-weight: 600; }
        .sentence, .heading { cursor: pointer; border-radius: .15rem; box-decoration-break: clone;
          -webkit-box-decoration-break: clone; position: relative; }
        .sentence:hover, .sentence:focus { background: var(--hover); }
        .sentence:hover::before, .sentence:focus::before {
          content: attr(data-address); position: absolute; left: 0; top: -1.35rem; z-index: 1;
          background: var(--ink); color: var(--paper); font: 600 .6875rem/1 var(--sans);
          padding: .25rem .4rem; border-radius: .2rem; pointer-events: none;
        }
        .shown { background: var(--wash); box-shadow: 0 0 0 .15rem var(--wash); }
        .shown, .shown .byline, .shown .gone { color: var(--ink); }
        .sentence.shown:hover { background: var(--wash); }

        .comments { margin-top: 3rem; border-top: 3px double var(--line); padding-top: 1.25rem; }
        .comments h2 { font: 700 1.375rem/1.3 var(--serif); }
        .count { color: var(--soft); font-size: .875rem; margin-bottom: 1.25rem; }
        .comment { padding: .2rem 0 .2rem .9rem; margin-bottom: 1.1rem; border-left: 2px solid var(--line); }
        .thread .thread { margin: 0 0 0 1.1rem; }
        .thread .thread:not(:empty) { margin-top: .6rem; }
        .thread .thread .comment:last-child { margin-bottom: .2rem; }
        .byline {
          display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 .6rem; font-size: .8125rem;
          color: var(--soft);
        }
        .byline .author { color: var(--ink); font-weight: 600; overflow-wrap: anywhere; }
        .label {
          background: none; border: 0; padding: 0; color: var(--accent); font-weight: 600;
          font-variant-numeric: tabular-nums; border-radius: .2rem;
        }
        .label:hover { text-decoration: underline; }
        .comment .words { font: 1rem/1.6 var(--serif); overflow-wrap: anywhere; }
        .comment .words p + p { margin-top: .6em; }
        .gone { color: var(--soft); font-style: italic; }
        @media (max-width: 54rem) {
          .statement { font-size: 1.0625rem; line-height: 1.6; }
          .standfirst { font-size: 1.125rem; margin-bottom: 1rem; }
          .paragraph { margin-left: -.4rem; grid-template-columns: 1.6rem minmax(0, 1fr); }
          .number { padding-right: .4rem; height: 1.7rem; }
          .thread .thread { margin-left: .3rem; }
        }

        """#
}
