extension StyleSheet {
    /// Comments in threads, in chat and in lists, and what a search finds.
    static let comments = #"""
        .comment > header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 .65rem; }
        .comment :is(h2, h3, h4, h5, h6) { font: 600 .9375rem/1.45 var(--sans); overflow-wrap: anywhere; }
        .comment :is(h2, h3, h4, h5, h6) a { color: inherit; text-decoration: none; }
        .comment :is(h2, h3, h4, h5, h6) a:hover { color: var(--accent); text-decoration: underline; }
        .comment .words { margin-top: .35rem; overflow-wrap: anywhere; }
        .comment .words p + p { margin-top: .65em; }
        .comment:target { background: var(--wash); box-shadow: 0 0 0 .6rem var(--wash); border-radius: .1rem; }
        .comment:target .facts, .comment:target .facts a, .comment:target .gone { color: var(--ink); }
        .gone { color: var(--soft); font-style: italic; }
        .removed :is(h2, h3, h4, h5, h6) { font-weight: 400; color: var(--soft); font-size: .8125rem; }
        .comment.removed:target :is(h2, h3, h4, h5, h6) { color: var(--ink); }
        .reactions { display: flex; flex-wrap: wrap; gap: .35rem; margin-top: .5rem; font: .8125rem/1.5 var(--sans); }
        .reactions li { border: 1px solid var(--line); border-radius: 1rem; padding: .05rem .6rem; }
        .reactions .count { margin: 0; }

        .thread > li { padding-top: 1.6rem; border-top: 1px solid var(--line); margin-top: 1.6rem; }
        .thread > li:first-child { border-top: 3px double var(--line); margin-top: 0; }
        .thread ol { margin-top: 1.3rem; padding-left: 1.25rem; border-left: 2px solid var(--line); }
        .thread ol > li + li { margin-top: 1.3rem; }
        .thread ol .comment { font-size: 1rem; }
        .comments { margin-top: 2rem; }
        .comments > li { padding: 1.5rem 0; border-top: 1px solid var(--line); }
        .comments > .answered { color: var(--soft); }
        .comments > .answered h2 { color: var(--ink); }
        .comments > .chosen .comment { font-size: 1.25rem; line-height: 1.55; }
        .section-title { margin: 2rem 0 1.25rem; font-size: 1.25rem; }
        .chat-log > li { padding: .8rem 0; }
        .chat-log > li + li { border-top: 1px solid var(--line); }
        .chat-log .words { margin-top: .1rem; }
        .quoted { border-left: 3px solid var(--accent); padding-left: 1.1rem; margin-top: 1.4rem; }
        .quoted .facts { margin-top: .4rem; }

        .search { margin-top: 1.75rem; }
        .search label { font: 600 .875rem/1.5 var(--sans); }
        .field { display: flex; gap: .6rem; margin-top: .35rem; }
        .field input {
          flex: 1; min-width: 0; font: 1.0625rem/1.45 var(--sans); color: inherit; background: var(--paper);
          border: 1px solid var(--soft); border-radius: .3rem; padding: .5rem .7rem;
        }
        button {
          font: 600 .9375rem/1.45 var(--sans); border: 1px solid transparent; border-radius: .3rem;
          padding: .5rem 1.1rem; background: var(--accent); color: var(--on-accent); cursor: pointer;
        }
        .more { margin-top: 2rem; background: none; color: var(--accent); border-color: var(--line); }
        .hint { font: .8125rem/1.5 var(--sans); color: var(--soft); margin-top: .5rem; }
        .notice { border-left: 3px solid var(--accent); padding-left: 1rem; margin: 1.5rem 0; }
        .results li { padding: 1.1rem 0; border-top: 1px solid var(--line); }
        .results .said { font-size: 1.0625rem; }
        .results .facts { margin-top: .3rem; }
        mark { background: var(--wash); color: inherit; border-radius: .1rem; }

        .month { margin-top: 2.25rem; }
        .month h2 { font: 700 1.25rem/1.3 var(--serif); margin-bottom: .5rem; }
        table { table-layout: fixed; border-collapse: collapse; font: .875rem/1.5 var(--sans); width: 100%; }
        th, td { text-align: right; padding: .4rem 0 .4rem 1rem; border-bottom: 1px solid var(--line);
          font-variant-numeric: tabular-nums; font-weight: 400; }
        th:first-child { text-align: left; padding-left: 0; }
        th:first-child { width: 50%; }
        thead th { color: var(--soft); font-size: .8125rem; }
        @media (max-width: 40rem) {
          .thread ol { padding-left: .7rem; border-left-width: 1px; }
          .thread ol ol ol ol { padding-left: .4rem; }
          .field { flex-wrap: wrap; }
          .field input { flex-basis: 12rem; }
        }

        """#
}
