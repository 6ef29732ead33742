extension PageFile {
    static let html = #"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>Rapporteur</title>
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="/page.css">
        <script type="module" src="/page.js"></script>
        </head>
        <body>
        <a class="skip" href="#words">Skip to the message field</a>
        <header class="masthead">
          <p class="wordmark">Rapporteur</p>
          <p id="room-name" class="room-name"></p>
          <p id="status" class="status" role="status">Connecting …</p>
          <button id="retry" class="quiet" type="button" hidden>Try now</button>
          <button id="fold" class="quiet fold" type="button" aria-expanded="true" aria-controls="reading">Hide
            statement</button>
        </header>
        <main>
          <section id="reading" class="reading" aria-label="Statement and comments" tabindex="0">
            <article id="statement" class="statement">
              <p class="waiting">The statement is on its way.</p>
            </article>
            <section class="comments" aria-labelledby="comments-title">
              <h2 id="comments-title">Comments</h2>
              <p id="comments-count" class="count"></p>
              <ol id="comments" class="thread"></ol>
            </section>
          </section>
          <section class="talk" aria-label="Chat">
            <div id="scroller" class="scroller" role="region" tabindex="0" aria-label="Conversation">
              <button id="earlier" class="quiet earlier" type="button" hidden>Earlier messages</button>
              <div id="log" class="log" role="log" aria-live="polite" aria-relevant="additions"
                aria-label="Messages" aria-busy="true"></div>
              <div id="welcome" class="welcome" hidden>
                <p>Ask for a passage, and it is quoted word for word. While the archive is on, your reply to
                  a quotation becomes a comment on it.</p>
                <p id="suggestions" class="suggestions"></p>
              </div>
            </div>
            <button id="newest" class="newest" type="button" hidden>New messages ↓</button>
            <form id="composer" class="composer">
              <div id="answering" class="answering" hidden>
                <p id="answering-words"></p>
                <button id="answering-off" class="quiet" type="button">Cancel</button>
              </div>
              <label class="hidden" for="words">Message</label>
              <textarea id="words" rows="1" placeholder="Message, or !help"
                aria-describedby="keys" autocomplete="off" maxlength="20000"></textarea>
              <button type="submit" class="send">Send</button>
              <p id="keys" class="hidden">Enter sends, Shift and Enter makes a new line.</p>
            </form>
          </section>
        </main>
        <noscript><p>This page needs JavaScript: it talks to the room itself.</p></noscript>
        </body>
        </html>

        """#
}
