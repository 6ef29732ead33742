extension PageFile {
    /// What is on its way, and where messages go.
    static let talkScriptSending = #"""
          /** Shows what was just sent, until the room has it. */
          isSending(id, content) {
            const node = element("div", "message pending");
            const text = content["m.new_content"] ?? content;
            node.append(element("div", "said plain", text.body), element("p", "mark", "sending …"));
            node.setAttribute("aria-hidden", "true");
            this.pending.set(id, node);
            this.log.append(node);
          }

          settled(id) {
            this.pending.get(id)?.remove();
            this.pending.delete(id);
          }

          failed(id, error) {
            const node = this.pending.get(id);
            if (!node) return;
            this.pending.delete(id);
            node.classList.add("failed");
            node.removeAttribute("aria-hidden");
            node.querySelector(".mark").textContent = `not sent: ${error.error || error.errcode || "refused"}`;
          }

          put(node, place) {
            if (place === "start") {
              this.log.insertBefore(node, this.before ?? null);
            } else {
              const firstPending = this.pending.values().next().value;
              this.log.insertBefore(node, firstPending ?? null);
            }
            this.group(node);
            if (node.nextElementSibling) this.group(node.nextElementSibling);
          }

          /** A message soon after another of the same person needs no second name. */
          group(node) {
            const former = node.previousElementSibling;
            const isAgain = Boolean(former?.dataset.sender) && former.dataset.sender === node.dataset.sender
              && node.dataset.at - former.dataset.at < 300000
              && former.classList.contains("threaded") === node.classList.contains("threaded");
            node.classList.toggle("again", isAgain);
            const thread = node.dataset.thread;
            node.classList.toggle("same-thread", Boolean(thread) && former?.dataset.thread === thread);
          }

          /** Takes in a page of history, newest first, above all that is there. */
          takeEarlier(events) {
            const first = this.log.firstElementChild;
            for (const event of events) {
              this.before = this.log.firstElementChild;
              this.take(event, "start", false);
            }
            this.before = null;
            for (const entry of this.events.values()) {
              if (entry.node?.querySelector(".answered")) this.draw(entry, false);
              if (entry.node) this.group(entry.node);
            }
            return first;
          }
        }

        """#
}
