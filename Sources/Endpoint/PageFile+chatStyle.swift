extension PageFile {
    /// Messages and the field to write in.
    static let chatStyle = #"""
        .log { display: flex; flex-direction: column; gap: .85rem; }
        .message { min-width: 0; position: relative; }
        .message.again { margin-top: -.45rem; }
        .message.threaded { margin-left: 1.1rem; padding-left: .75rem; border-left: 2px solid var(--line); }
        .head { display: flex; align-items: baseline; gap: .5rem; font-size: .8125rem; color: var(--soft); }
        .message.again .head { position: absolute; right: 0; top: 0; }
        .message.again .head .name, .message.again .head .rank { display: none; }
        .name { font-weight: 600; color: var(--ink); overflow-wrap: anywhere; }
        .bot .name { color: var(--accent); }
        .rank { font-size: .75rem; }
        .tools { margin-left: auto; display: flex; opacity: 0; }
        .tools .quiet { color: var(--soft); }
        .tools .quiet:hover { color: var(--accent); }
        .message:hover .tools, .tools:focus-within { opacity: 1; }
        .message.again:not(:hover) .head:not(:focus-within) { opacity: 0; }
        .message.again .head { background: var(--panel); }
        @media (hover: none) {
          .tools { opacity: 1; }
          .message.again .head { position: static; opacity: 1 !important; }
        }
        .said { overflow-wrap: anywhere; }
        .said.plain { white-space: pre-wrap; }
        .said > * + * { margin-top: .5em; }
        .said h3, .said h4, .said h5, .said h6 { font: 600 1rem/1.4 var(--sans); margin-block: .5em 0; }
        .said blockquote {
          border-left: 3px solid var(--accent); padding-left: .8rem; font: 1.0625rem/1.55 var(--serif);
        }
        .said blockquote > * + * { margin-top: .5em; }
        .said ul { list-style: disc; padding-left: 1.25rem; }
        .said ol { list-style: decimal; padding-left: 1.5rem; }
        .said a[href] { color: var(--accent); }
        .said code, .suggestions code { font: .9em/1.4 ui-monospace, "DejaVu Sans Mono", monospace; }
        .said pre { overflow-x: auto; padding: .5rem; background: var(--hover); }
        .command {
          border: 1px solid var(--line); border-radius: .25rem; background: var(--field); padding: 0 .3rem;
          text-align: left; max-width: 100%; overflow-wrap: anywhere;
        }
        .command:hover { border-color: var(--accent); }
        .answered {
          display: block; font-size: .8125rem; color: var(--soft); overflow: hidden; white-space: nowrap;
          text-overflow: ellipsis; background: none; border: 0; padding: 0; max-width: 100%; text-align: left;
        }
        .answered:hover { color: var(--accent); }
        .same-thread .answered { display: none; }
        .answered::before { content: "↳ "; }
        .mark { font-size: .75rem; color: var(--soft); }
        .places { display: flex; flex-wrap: wrap; gap: .25rem; margin: .2rem 0 0 -.35rem; }
        .reactions { display: flex; flex-wrap: wrap; gap: .35rem; font-size: .8125rem; margin-top: .25rem; }
        .reactions li { border: 1px solid var(--line); border-radius: 1rem; padding: 0 .5rem; }
        .message.pending .said { color: var(--soft); }
        .message.failed .said { text-decoration: line-through; }
        .event { text-align: center; font-size: .8125rem; color: var(--soft); }
        .earlier { display: block; margin: 0 auto .75rem; }
        .welcome { max-width: 28rem; margin: 1.25rem 0 0; color: var(--soft); font-size: .9375rem; }
        .log:empty + .welcome { margin-top: 0; }
        .suggestions { display: flex; flex-wrap: wrap; gap: .4rem; margin-top: .6rem; }
        .newest {
          position: absolute; bottom: 5rem; left: 50%; transform: translateX(-50%); border: 0;
          background: var(--accent); color: var(--on-accent); border-radius: 1rem; padding: .25rem .9rem;
          font-size: .8125rem;
        }

        .composer {
          border-top: 1px solid var(--line); padding: .75rem 1.25rem 1rem; display: grid; gap: .5rem;
          grid-template-columns: minmax(0, 1fr) auto; align-items: end;
        }
        .answering {
          grid-column: 1 / -1; display: flex; gap: .5rem; align-items: baseline; font-size: .8125rem;
          color: var(--soft); border-left: 3px solid var(--accent); padding-left: .6rem;
        }
        .answering p { flex: 1; min-width: 0; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
        textarea {
          font: 1rem/1.45 var(--sans); color: inherit; background: var(--field); border-radius: .4rem;
          border: 1px solid var(--soft); padding: .5rem .65rem; resize: none; width: 100%;
          overflow-y: auto; scrollbar-width: thin; max-height: 30dvh;
        }
        textarea::placeholder { color: var(--soft); opacity: 1; }
        textarea:focus-visible { outline-offset: 0; }
        .send {
          border: 0; background: var(--accent); color: var(--on-accent); border-radius: .4rem;
          padding: .5rem 1rem; font-weight: 600; line-height: 1.45; border: 1px solid transparent;
        }
        .send:hover { filter: brightness(1.08); }
        @media (max-width: 54rem) {
          .composer { padding: .5rem .9rem .6rem; }
          .newest { bottom: 4.25rem; }
        }

        """#
}
