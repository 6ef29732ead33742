extension PageFile {
    /// Brings stream, talk and reading together, and looks after the message field.
    static let mainScript = #"""
        import { command } from "/words.js";
        import { Stream } from "/stream.js";
        import { Talk } from "/talk.js";
        import { Reading } from "/reading.js";

        const one = (id) => document.getElementById(id);
        const [field, scroller, log, status, earlier] =
          ["words", "scroller", "log", "status", "earlier"].map(one);
        const pause = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));
        let session, stream, talk, reading, purpose = null, earliest = null, isFirst = true;

        function propose(text) {
          field.value = text;
          fit();
          field.focus();
          field.setSelectionRange(text.length, text.length);
        }

        function fit() {
          field.style.height = "auto";
          field.style.height = `${field.scrollHeight + 2}px`;
        }

        const isAtEnd = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 80;
        function goToEnd(behavior) {
          scroller.scrollTo({ top: scroller.scrollHeight, behavior });
          one("newest").hidden = true;
        }

        function take(sync) {
          const room = sync.rooms?.join?.[session.room_id];
          if (!room) { begin(); return; }
          const wasAtEnd = isAtEnd();
          for (const event of room.state?.events ?? []) talk.take(event, "state", false);
          const events = room.timeline?.events ?? [];
          for (const event of events) talk.take(event, "end", !isFirst);
          const isLimited = Boolean(room.timeline?.limited);
          if (isFirst) {
            earliest = isLimited ? room.timeline.prev_batch : null;
            earlier.hidden = !earliest;
            goToEnd("instant");
          } else if (isLimited) say("Some messages came while you were away; reload the page to see all.", true);
          if (isFirst) { begin(); return; }
          if (wasAtEnd || events.some((event) => event.sender === session.user_id)) goToEnd();
          else if (events.length) one("newest").hidden = false;
          begin();
        }

        /** From here on what is added is read aloud; what was there before is not. */
        function begin() {
          isFirst = false;
          log.setAttribute("aria-busy", "false");
          one("welcome").hidden = log.querySelector(".message") !== null;
        }

        async function api(method, path, body) {
          const answer = await fetch(`/_matrix/client/v3/${path}`, {
            method, headers: { authorization: `Bearer ${session.access_token}` },
            body: body && JSON.stringify(body),
          });
          const json = await answer.json();
          if (!answer.ok) throw new Error(json.error || json.errcode);
          return json;
        }

        const inRoom = (...parts) => ["rooms", session.room_id, ...parts].map(encodeURIComponent).join("/");

        async function showEarlier() {
          earlier.disabled = true;
          try {
            const query = new URLSearchParams({ dir: "b", from: earliest, limit: "50" });
            const page = await api("GET", `${inRoom("messages")}?${query}`);
            const height = scroller.scrollHeight;
            talk.takeEarlier(page.chunk);
            scroller.scrollTo({ top: scroller.scrollTop + scroller.scrollHeight - height, behavior: "instant" });
            earliest = page.end ?? null;
            earlier.hidden = !earliest;
          } catch (error) { say(`Earlier messages cannot be had: ${error.message}`, true); }
          earlier.disabled = false;
        }

        async function remove(event) {
          const name = `page-${crypto.getRandomValues(new Uint32Array(2)).join("-")}`;
          try { await api("PUT", inRoom("redact", event.event_id, name), {}); }
          catch (error) { say(`The message is not removed: ${error.message}`, true); }
        }

        function say(text, isTrouble) {
          status.textContent = text;
          status.classList.toggle("lost", isTrouble);
        }

        function answering(kind, event) {
          purpose = event ? { kind, event } : null;
          one("answering").hidden = !event;
          if (!event) return;
          const verb = kind === "edit" ? "You change" : "You answer";
          one("answering-words").textContent = `${verb} ${talk.summary(event)}`;
          if (kind === "edit") propose(talk.current(talk.events.get(event.event_id)).body);
          field.focus();
        }

        function content(body) {
          const words = { msgtype: "m.text", body, "m.mentions": {} };
          const { kind, event } = purpose ?? {};
          if (kind === "edit") {
            const relation = { rel_type: "m.replace", event_id: event.event_id };
            return { ...words, body: `* ${body}`, "m.new_content": words, "m.relates_to": relation };
          }
          if (kind !== "reply") return words;
          const relation = { "m.in_reply_to": { event_id: event.event_id } };
          const thread = event.content["m.relates_to"];
          if (thread?.rel_type === "m.thread") {
            Object.assign(relation, { rel_type: "m.thread", event_id: thread.event_id, is_falling_back: false });
          }
          return { ...words, "m.relates_to": relation };
        }

        function send() {
          const body = field.value.trim();
          if (!body) return;
          const said = content(body);
          talk.isSending(stream.send("m.room.message", said, session.room_id), said);
          field.value = "";
          fit();
          answering(null, null);
          goToEnd();
        }

        async function follow() {
          let revision = null;
          for (let failures = 0; ;) {
            try {
              const answer = await fetch(`/discussion.json${revision ? `?after=${revision}` : ""}`);
              if (answer.status === 200) {
                const discussion = await answer.json();
                revision = answer.headers.get("X-Revision");
                reading.update(discussion);
                suggest(discussion);
              } else if (answer.status !== 204) throw new Error(String(answer.status));
              else if (!revision) await pause(2);
              failures = 0;
            } catch {
              failures += 1;
              await pause(Math.min(2 ** failures, 30));
            }
          }
        }

        function suggest({ paragraphs, comments }) {
          const middle = paragraphs?.[(paragraphs.length - 1) >> 1];
          const some = ["!help", middle && `!quote ${middle.sentences?.[0]?.address ?? middle.index}`,
            comments?.length ? "!summary" : null];
          one("suggestions").replaceChildren(...some.filter(Boolean).map((text) => command(text, propose)));
        }

        function wire() {
          one("composer").addEventListener("submit", (event) => { event.preventDefault(); send(); });
          field.addEventListener("input", fit);
          field.addEventListener("keydown", (event) => {
            // While a word is being composed, Enter belongs to the input method.
            if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); send(); }
            if (event.key === "Escape" && purpose) answering(null, null);
          });
          one("answering-off").addEventListener("click", () => { answering(null, null); field.focus(); });
          one("newest").addEventListener("click", () => goToEnd());
          scroller.addEventListener("scroll", () => { if (isAtEnd()) one("newest").hidden = true; });
          earlier.addEventListener("click", showEarlier);
          one("retry").addEventListener("click", () => stream.connect());
          one("fold").addEventListener("click", ({ currentTarget: fold }) => {
            const isFolded = document.querySelector("main").classList.toggle("folded");
            fold.setAttribute("aria-expanded", String(!isFolded));
            fold.textContent = isFolded ? "Show statement" : "Hide statement";
          });
        }

        """# + mainScriptStart
}
