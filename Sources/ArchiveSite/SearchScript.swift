/// The one script of the site: it finds comments by their words in files that lie beside the page.
enum SearchScript {
    static let text = "\"use strict\";\nconst folds = \(SearchFolding.script);\n" + words + looking + showing

    /// Words as the archive has them. A query is cut as comments were: a word is a run of letters and digits with
    /// apostrophes in it, an ideograph, or two neighbours of a script without spaces.
    private static let words = #"""
        const table = new Map();
        for (const [plain, letters] of Object.entries(folds)) for (const letter of letters) table.set(letter, plain);

        const folded = (text) => Array.from(text, (letter) => {
          if (table.has(letter)) return table.get(letter);
          return Array.from(letter.toLowerCase(), (small) => table.has(small) ? table.get(small) : small).join("");
        }).join("");

        const alone = "\\p{Script=Han}\\u3005\\u3007";
        const unspaced = "\\u0e01-\\u0e30\\u0e32\\u0e33\\u0e40-\\u0e46\\u0e81-\\u0eb0\\u0eb2\\u0eb3\\u0ebd-\\u0ec6"
          + "\\u1000-\\u102a\\u103f\\u1050-\\u1055\\u1780-\\u17b3\\u3041-\\u3096\\u309d-\\u30ff\\u31f0-\\u31ff\\uff66-\\uff9f";
        const letter = `(?![${alone}${unspaced}])[\\p{Alphabetic}\\p{N}]`;
        const word = new RegExp(
          `[${alone}]|(?:[${unspaced}]\\p{M}*)+|${letter}(?:${letter}|\\p{M}|'(?=[\\p{Alphabetic}\\p{N}]))*`, "gu");
        const pair = new RegExp(`[${unspaced}]\\p{M}*`, "gu");

        const wordsOf = (text) => (folded(text).match(word) || []).flatMap((found) => {
          const letters = found.match(pair);
          if (!letters || letters.join("") !== found) return [found];
          return letters.map((one, place) => one + (letters[place + 1] || ""));
        });

        """#

    private static let looking = #"""
        const files = new Map();
        const load = (path) => {
          if (!files.has(path)) {
            const file = fetch(path).then((answer) => {
              if (!answer.ok) throw new Error(path + ": " + answer.status);
              return answer.json();
            });
            file.catch(() => files.delete(path));
            files.set(path, file);
          }
          return files.get(path);
        };

        // The archive's order is that of code points; that of JavaScript's strings is not.
        const compare = (one, other) => {
          const [a, b] = [Array.from(one), Array.from(other)];
          for (let place = 0; place < a.length && place < b.length; place += 1) {
            const difference = a[place].codePointAt(0) - b[place].codePointAt(0);
            if (difference) return difference;
          }
          return a.length - b.length;
        };

        const shortestBeginning = 4;

        const positionsOf = async (wanted, shards) => {
          const isBeginning = Array.from(wanted).length >= shortestBeginning;
          const isFound = (word) => word === wanted || (isBeginning && word.startsWith(wanted));
          const mayHave = (shard) => {
            const next = shards[shard + 1];
            if (next !== undefined && compare(next, wanted) < 0) return false;
            return compare(shards[shard], wanted) <= 0 || isFound(shards[shard]);
          };
          const found = new Set();
          for (let shard = 0; shard < shards.length; shard += 1) {
            if (!mayHave(shard)) continue;
            for (const [word, ...steps] of await load(`search/words-${shard}.json`)) {
              if (!isFound(word)) continue;
              let position = 0;
              for (const step of steps) found.add(position += step);
            }
          }
          return found;
        };

        const find = async (words) => {
          const index = await load("search/table.json");
          let found = null;
          for (const word of new Set(words)) {
            const positions = await positionsOf(word, index.shards);
            found = found ? found.filter((position) => positions.has(position))
              : Array.from(positions).sort((a, b) => a - b);
            if (!found.length) break;
          }
          return found || [];
        };

        const commentAt = async (position) => {
          const index = await load("search/table.json");
          const texts = await load(`search/texts-${Math.floor(position / index.textsInFile)}.json`);
          const [anchor, author, date, text] = texts[position % index.textsInFile];
          let page = 0;
          while (page + 1 < index.pages.length && index.pages[page + 1][0] <= position) page += 1;
          return { link: index.pages[page][1] + "#" + anchor, author, date, text };
        };

        """#

    private static let showing = #"""
        const inPage = (id) => document.getElementById(id);
        const element = (name, className, text) => {
          const made = document.createElement(name);
          if (className) made.className = className;
          if (text !== undefined) made.textContent = text;
          return made;
        };

        const marks = (text, words) => {
          const isFound = (part) => wordsOf(part).some((own) => words.some((word) => own === word || own === word + "'s"
            || (Array.from(word).length >= shortestBeginning && own.startsWith(word))));
          return text.split(/([\p{L}\p{N}\p{M}'’]+)/u).map((part) => ({ part, isFound: isFound(part) }));
        };

        const around = 160;
        const excerpt = (text, words) => {
          const shown = element("p", "said");
          shown.dir = "auto";
          const parts = marks(text, words);
          const first = Math.max(parts.findIndex((part) => part.isFound), 0);
          let start = first;
          for (let room = around; start > 0 && room > 0; start -= 1) room -= parts[start - 1].part.length;
          let end = first;
          for (let room = 2 * around; end < parts.length && room > 0; end += 1) room -= parts[end].part.length;
          if (start > 0) shown.append("… ");
          for (const { part, isFound } of parts.slice(start, end)) {
            shown.append(isFound ? element("mark", "", part) : part);
          }
          if (end < parts.length) shown.append(" …");
          return shown;
        };

        const result = ({ link, author, date, text }, words) => {
          const item = element("li", "result");
          const facts = element("p", "facts");
          const name = element("a");
          name.href = link;
          name.append(element("bdi", "", author));
          facts.append(name);
          if (date) {
            const time = element("time", "", new Date(date).toLocaleDateString("en-GB",
              { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }));
            time.dateTime = date;
            facts.append(" · ", time);
          }
          item.append(excerpt(text, words), facts);
          return item;
        };

        const step = 20;
        let run = 0;

        const show = async (found, words, from, own) => {
          for (const position of found.slice(from, from + step)) {
            const comment = await commentAt(position);
            if (own !== run) return;
            inPage("results").append(result(comment, words));
          }
          const more = inPage("more");
          more.hidden = from + step >= found.length;
          more.onclick = () => show(found, words, from + step, own).catch(fail);
        };

        const fail = () => {
          inPage("status").textContent = location.protocol === "file:"
            ? "Searching works on a server only; this page was opened from a folder."
            : "The index could not be read. Try again.";
        };

        const search = async (query) => {
          const own = run += 1;
          const words = wordsOf(query);
          inPage("results").replaceChildren();
          inPage("more").hidden = true;
          inPage("status").textContent = "";
          if (!words.length) return;
          inPage("status").textContent = "Searching …";
          const found = await find(words);
          if (own !== run) return;
          const number = found.length.toLocaleString("en");
          inPage("status").textContent = found.length === 1 ? "1 comment" : `${number} comments`;
          await show(found, words, 0, own);
        };

        const query = () => new URLSearchParams(location.search).get("q") || "";
        const start = () => {
          inPage("words").value = query();
          search(query()).catch(fail);
        };
        inPage("search").addEventListener("submit", (event) => {
          event.preventDefault();
          const words = inPage("words").value;
          if (words !== query()) history.pushState(null, "", "?" + new URLSearchParams({ q: words }));
          search(words).catch(fail);
        });
        addEventListener("popstate", start);
        start();

        """#
}
