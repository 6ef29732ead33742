extension PageFile {
    /// Words on the page. Other people's are text; the bot's may have form, from a short list of elements.
    static let wordsScript = #"""
        const allowed = new Map([
          ["P", "p"], ["BR", "br"], ["STRONG", "strong"], ["B", "strong"], ["EM", "em"], ["I", "em"],
          ["DEL", "del"], ["CODE", "code"], ["PRE", "pre"], ["BLOCKQUOTE", "blockquote"], ["UL", "ul"],
          ["OL", "ol"], ["LI", "li"], ["A", "a"], ["H1", "h3"], ["H2", "h3"], ["H3", "h3"], ["H4", "h4"],
          ["H5", "h5"], ["H6", "h6"], ["HR", "hr"],
        ]);
        const dropped = new Set(["SCRIPT", "STYLE", "TEMPLATE", "TITLE", "MX-REPLY", "IFRAME", "OBJECT", "SVG",
          "MATH", "NOSCRIPT", "TEXTAREA"]);
        const deepest = 40;

        export function element(name, className, text) {
          const node = document.createElement(name);
          if (className) node.className = className;
          if (text !== undefined) node.textContent = text;
          return node;
        }

        export function button(className, text, label, action) {
          const node = element("button", className, text);
          node.type = "button";
          if (label) node.setAttribute("aria-label", label);
          node.addEventListener("click", action);
          return node;
        }

        /** A command that goes into the message field when pressed, not into the room. */
        export function command(text, propose) {
          const node = button("command", undefined, undefined, () => propose(text));
          node.append(element("code", "", text));
          return node;
        }

        /** The words of a message. Only a `trusted` sender's HTML is looked at. */
        export function words(content, trusted, propose) {
          const said = element("div", "said");
          const isHTML = content.format === "org.matrix.custom.html" && typeof content.formatted_body === "string";
          if (trusted && isHTML) {
            // A document of its own: nothing in it is loaded or run, and nothing but copies leaves it.
            const parsed = new DOMParser().parseFromString(content.formatted_body, "text/html");
            said.append(copy(parsed.body, 0, propose));
          } else {
            said.classList.add("plain");
            said.textContent = typeof content.body === "string" ? content.body : "(a message without words)";
          }
          // Each message has a direction of its own, by its first strong letter.
          said.dir = "auto";
          return said;
        }

        function copy(source, depth, propose) {
          const copies = document.createDocumentFragment();
          for (const node of source.childNodes) {
            if (node.nodeType === Node.TEXT_NODE) copies.append(node.data);
            if (node.nodeType !== Node.ELEMENT_NODE || dropped.has(node.nodeName.toUpperCase())) continue;
            if (depth >= deepest) { copies.append(node.textContent); continue; }
            copies.append(copyOf(node, depth, propose));
          }
          return copies;
        }

        function copyOf(node, depth, propose) {
          const name = allowed.get(node.nodeName);
          const inside = copy(node, depth + 1, propose);
          if (!name) return inside;
          const text = node.textContent;
          if (name === "code" && text.startsWith("!") && !text.includes("\n")) return command(text, propose);
          const made = document.createElement(name);
          made.append(inside);
          if (name === "a") link(made, node.getAttribute("href"));
          if (name === "ol" && /^[0-9]{1,4}$/.test(node.getAttribute("start") ?? "")) {
            made.start = Number(node.getAttribute("start"));
          }
          return made;
        }

        /** Makes an element a link, if the address is one of the web. */
        export function link(node, address) {
          let url;
          try { url = new URL(address); } catch { return; }
          if (url.protocol !== "https:" && url.protocol !== "http:") return;
          node.href = url.href;
          node.target = "_blank";
          node.rel = "noopener noreferrer nofollow";
        }

        """#
}
