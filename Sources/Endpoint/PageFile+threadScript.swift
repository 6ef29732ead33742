extension PageFile {
    /// The comments below the statement: a tree that grows while people talk.
    static let threadScript = #"""
        import { element, button } from "/words.js";

        export class Thread {
          constructor({ list, count }, propose) {
            this.list = list;
            this.count = count;
            this.propose = propose;
            this.comments = new Map();
          }

          update(comments) {
            for (const comment of comments) this.place(comment);
            const replies = comments.filter((comment) => comment.parent).length;
            const chat = comments.filter((comment) => comment.origin === "chat").length;
            this.count.textContent = sentence(comments.length - replies, replies, chat);
          }

          place(comment) {
            const { label, parent } = comment;
            const text = JSON.stringify(comment);
            let entry = this.comments.get(label);
            // What has not changed is left alone, so that neither the focus nor a selection is lost.
            if (entry?.text === text) return;
            if (!entry) {
              entry = { node: element("li", "comment"), own: element("div"), replies: element("ol", "thread") };
              entry.node.id = `comment-${label}`;
              entry.node.append(entry.own, entry.replies);
              this.comments.set(label, entry);
              (this.comments.get(parent)?.replies ?? this.list).append(entry.node);
            }
            entry.text = text;
            entry.own.replaceChildren(this.byline(comment), this.words(comment));
          }

          byline({ label, author, passage, origin, edited, written_at: writtenAt }) {
            const line = element("p", "byline");
            line.append(button("label", `#${label}`, `Quote comment ${label}`, () => this.propose(`!quote #${label}`)));
            if (author) {
              const name = element("span", "author", author.replace(/^@([^:]+):.*$/, "$1"));
              name.title = author;
              name.dir = "auto";
              line.append(name);
            }
            if (passage) line.append(element("span", "", `on ${passage}`));
            if (origin === "chat") line.append(element("span", "", "said in chat"));
            const at = new Date(writtenAt ?? NaN);
            if (!Number.isNaN(at.getTime())) {
              const stamp = element("time", "", at.toLocaleDateString(undefined, { dateStyle: "medium" }));
              stamp.dateTime = at.toISOString();
              line.append(stamp);
            }
            if (edited) line.append(element("span", "", "edited"));
            return line;
          }

          words({ removed, paragraphs }) {
            if (removed) return element("p", "gone", "removed");
            const words = element("div", "words");
            for (const paragraph of paragraphs ?? []) {
              const text = paragraph.text ?? (paragraph.sentences ?? []).map((one) => one.text).join(" ");
              const node = element("p", "", text);
              node.dir = "auto";
              words.append(node);
            }
            return words;
          }

          nodes(label) {
            const entry = this.comments.get(label);
            return entry ? [entry.own] : [];
          }
        }

        function sentence(comments, replies, chat) {
          const number = (count, one, many) => `${count} ${count === 1 ? one : many}`;
          if (!comments && !replies) return "Nobody has commented yet.";
          const parts = [number(comments, "comment", "comments")];
          if (replies) parts.push(number(replies, "reply", "replies"));
          return parts.join(" and ") + (chat ? `, ${chat} of them said in chat` : "");
        }

        """#
}
