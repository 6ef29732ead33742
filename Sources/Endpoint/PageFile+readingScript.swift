extension PageFile {
    /// The statement with its addresses, and the light on what is quoted.
    static let readingScript = #"""
        import { element, button, link } from "/words.js";
        import { Thread } from "/thread.js";

        export class Reading {
          constructor(pane, article, thread, propose) {
            this.pane = pane;
            this.article = article;
            this.thread = new Thread(thread, propose);
            this.propose = propose;
            this.order = [];
          }

          update(discussion) {
            const { comments, ...statement } = discussion;
            const text = JSON.stringify(statement);
            if (text !== this.text) {
              this.text = text;
              this.draw(statement);
            }
            this.thread.update(Array.isArray(comments) ? comments : []);
          }

          draw(statement) {
            this.order = [];
            const parts = [];
            if (statement.publisher) parts.push(element("p", "publisher", statement.publisher));
            parts.push(this.heading("h1", "title", statement.title));
            if (statement.standfirst) parts.push(this.heading("p", "standfirst", statement.standfirst));
            const caption = statement.caption?.text ?? statement.caption;
            if (caption) parts.push(this.heading("p", "caption", caption));
            for (const paragraph of statement.paragraphs ?? []) parts.push(this.paragraph(paragraph));
            if (statement.source_url) parts.push(this.source(statement.source_url));
            this.article.replaceChildren(...parts);
          }

          heading(name, address, text) {
            const inner = element("span", "heading", text ?? "");
            inner.dataset.address = address;
            inner.addEventListener("click", () => this.choose(address));
            const node = element(name, address === "title" ? "" : address);
            node.append(inner);
            return node;
          }

          paragraph({ index, sentences, text }) {
            const node = element("div", "paragraph");
            const number = button("number", String(index), `Quote paragraph ${index}`,
              () => this.propose(`!quote ${index}`));
            number.title = "Quote this paragraph; the right arrow key goes through its sentences";
            const body = element("p", "body");
            const nodes = (sentences ?? []).map((sentence) => this.sentence(sentence));
            nodes.forEach((sentence, at) => {
              body.append(sentence, at + 1 < nodes.length ? gap(text, sentences[at].text, sentences[at + 1].text) : "");
            });
            this.walk(number, nodes);
            node.append(number, body);
            return node;
          }

          sentence({ address, text }) {
            const node = element("span", "sentence", text);
            node.dataset.address = address;
            node.tabIndex = -1;
            node.addEventListener("click", () => this.choose(address));
            this.order.push(address);
            return node;
          }

          /** One stop of the tab key a paragraph; the arrow keys go on from there. */
          walk(number, sentences) {
            const stops = [number, ...sentences];
            stops.forEach((stop, at) => stop.addEventListener("keydown", (key) => {
              const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Escape: 0 }[key.key];
              if (stops[next] && next !== at) { stops[next].focus(); key.preventDefault(); }
              if (key.key === "Enter" && at > 0) { this.choose(stop.dataset.address); key.preventDefault(); }
            }));
          }

          source(address) {
            const node = element("p", "source");
            const anchor = element("a", "", address);
            link(anchor, address);
            node.append("Published at ", anchor);
            return node;
          }

          /** Somebody who marks words to copy them does not want a command. */
          choose(address) {
            if (String(getSelection())) return;
            this.propose(`!quote ${address}`);
          }

          /** Lights up what is quoted and brings it into view, inside its own pane; the focus stays. */
          show(addresses) {
            const nodes = addresses.flatMap((address) => this.nodes(address));
            if (!nodes.length) return;
            for (const node of this.pane.querySelectorAll(".shown")) node.classList.remove("shown");
            for (const node of nodes) node.classList.add("shown");
            const pane = this.pane.getBoundingClientRect();
            const top = nodes[0].getBoundingClientRect().top - pane.top + this.pane.scrollTop;
            this.pane.scrollTo({ top: Math.max(0, top - pane.height / 4) });
          }

          nodes(address) {
            if (address.startsWith("#")) return this.thread.nodes(address.slice(1));
            const inside = [...this.article.querySelectorAll("[data-address]")];
            const range = this.range(address);
            return inside.filter((node) => node.dataset.address === address || range.includes(node.dataset.address));
          }

          /** `4`, `4.2`, `4.2-5`, `4-5` and `4.5-5.2` as the sentences they stand for. */
          range(address) {
            const match = /^(\d+)(?:\.(\d+))?(?:-(\d+)(?:\.(\d+))?)?$/.exec(address);
            if (!match) return [];
            const [, paragraph, sentence, last, lastSentence] = match;
            const belongs = (to) => (place) => place === to || place.startsWith(`${to}.`);
            let end = sentence ? `${paragraph}.${sentence}` : paragraph;
            const first = this.order.findIndex(belongs(end));
            if (last && lastSentence) end = `${last}.${lastSentence}`;
            else if (last) end = sentence ? `${paragraph}.${last}` : last;
            return first < 0 ? [] : this.order.slice(first, this.order.findLastIndex(belongs(end)) + 1);
          }
        }

        /** What stands between two sentences: what the text says, else a space. */
        function gap(text, sentence, next) {
          if (typeof text !== "string") return " ";
          const from = text.indexOf(sentence) + sentence.length;
          const to = text.indexOf(next, from);
          return to >= from && to - from < 10 ? text.slice(from, to) : " ";
        }

        """#
}
