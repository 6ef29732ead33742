extension PageFile {
    /// The room as a list of messages: what answers what, what was changed, what was removed.
    static let talkScript = #"""
        import { element, button, words } from "/words.js";

        const time = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
        const date = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "medium" });
        const isObject = (value) => typeof value === "object" && value !== null;

        export class Talk {
          /** `actions`: reply(event), edit(event), remove(event), propose(text), show(addresses) */
          constructor(session, log, actions) {
            this.session = session;
            this.log = log;
            this.actions = actions;
            this.events = new Map();
            this.edits = new Map();
            this.reactions = new Map();
            this.pending = new Map();
            this.names = new Map();
            this.levels = { users: {}, users_default: 0 };
          }

          name(user) { return this.names.get(user) || user.replace(/^@/, "").replace(/:.*$/, ""); }

          /** Takes in one event. `place`: "end" for what is new, "start" for what was before. */
          take(event, place, isLive) {
            if (!isObject(event) || typeof event.type !== "string" || !isObject(event.content)) return;
            if (typeof event.event_id !== "string" || this.events.has(event.event_id)) return;
            if (event.state_key !== undefined) this.takeState(event, place);
            else if (event.type === "m.room.message") this.takeMessage(event, place, isLive);
            else if (event.type === "m.room.redaction") this.remove(event.content.redacts ?? event.redacts);
            else if (event.type === "m.reaction") this.takeReaction(event);
          }

          takeState(event, place) {
            const { type, content } = event;
            // History brings old names and levels: they do not hold any more.
            if (type === "m.room.power_levels" && place !== "start") this.levels = content;
            if (type !== "m.room.member") return;
            const former = event.unsigned?.prev_content?.membership;
            if (place !== "start" && typeof content.displayname === "string") {
              this.names.set(event.state_key, content.displayname);
            }
            if (place === "state" || former === content.membership) return;
            const happened = { join: "came in", leave: "left", invite: "was invited", ban: "was banned" };
            const what = happened[content.membership];
            if (!what) return;
            this.events.set(event.event_id, { event });
            this.put(element("p", "event", `${this.name(event.state_key)} ${what}`), place);
          }

          takeMessage(event, place, isLive) {
            const relation = isObject(event.content["m.relates_to"]) ? event.content["m.relates_to"] : {};
            const transaction = event.unsigned?.transaction_id;
            if (this.pending.has(transaction)) this.settled(transaction);
            if (relation.rel_type === "m.replace") { this.takeEdit(event, relation.event_id, isLive); return; }
            const entry = { event, relation };
            entry.node = element("div", "message");
            entry.removed = isObject(event.unsigned?.redacted_because);
            this.events.set(event.event_id, entry);
            this.draw(entry, isLive && place === "end");
            this.put(entry.node, place);
          }

          takeEdit(event, target, isLive) {
            this.events.set(event.event_id, { event, editOf: target });
            if (event.unsigned?.redacted_because || !isObject(event.content["m.new_content"])) return;
            const edits = this.edits.get(target) ?? [];
            edits.push(event);
            edits.sort((a, b) => a.origin_server_ts - b.origin_server_ts || (a.event_id < b.event_id ? -1 : 1));
            this.edits.set(target, edits);
            this.redraw(target, isLive);
          }

          takeReaction(event) {
            const { event_id: target, key } = event.content["m.relates_to"] ?? {};
            if (typeof key !== "string") return;
            this.events.set(event.event_id, { event, reactionTo: target });
            const reactions = this.reactions.get(target) ?? new Map();
            this.reactions.set(target, reactions.set(event.event_id, key));
            this.redraw(target);
          }

          remove(id) {
            const entry = this.events.get(id);
            // A removal may come with the message it removes, or before it in a page of history.
            if (!entry) return;
            if (entry.editOf) {
              this.edits.set(entry.editOf, (this.edits.get(entry.editOf) ?? []).filter((e) => e.event_id !== id));
              this.redraw(entry.editOf);
            } else if (entry.reactionTo) {
              this.reactions.get(entry.reactionTo)?.delete(id);
              this.redraw(entry.reactionTo);
            } else if (entry.node) {
              entry.removed = true;
              this.redraw(id);
            }
          }

          /** What a message says now: its last edit by its own sender, or its first words. */
          current(entry) {
            const edits = (this.edits.get(entry.event.event_id) ?? []).filter((e) => e.sender === entry.event.sender);
            return edits.length ? edits[edits.length - 1].content["m.new_content"] : entry.event.content;
          }

          redraw(id, isLive) {
            const entry = this.events.get(id);
            if (!entry?.node) return;
            const focused = entry.node.contains(document.activeElement)
              ? [...entry.node.querySelectorAll("button")].indexOf(document.activeElement) : -1;
            this.draw(entry, isLive);
            if (focused >= 0) entry.node.querySelectorAll("button")[focused]?.focus();
          }

          draw(entry, isLive) {
            const { event, node, relation } = entry;
            const isBot = event.sender === this.session.bot_id;
            const content = this.current(entry);
            node.classList.add("message");
            node.classList.toggle("bot", isBot);
            node.classList.toggle("threaded", relation.rel_type === "m.thread");
            node.classList.toggle("arrived", Boolean(isLive));
            node.dataset.sender = event.sender;
            node.dataset.at = event.origin_server_ts;
            if (relation.rel_type === "m.thread" && relation.is_falling_back !== false) {
              node.dataset.thread = relation.event_id;
            }
            node.replaceChildren(this.head(entry), ...this.answered(entry));
            if (entry.removed) { node.append(element("p", "gone", "removed")); return; }
            node.append(words(content, isBot, this.actions.propose));
            if (content !== event.content) node.append(element("p", "mark", "edited"));
            const shown = isBot && Array.isArray(content["io.rapporteur.shown"])
              ? content["io.rapporteur.shown"].filter((a) => typeof a === "string").slice(0, 20) : [];
            if (shown.length) {
              node.append(this.places(shown));
              if (isLive) this.actions.show(shown);
            }
            const reactions = this.reactions.get(event.event_id);
            if (reactions?.size) node.append(this.tally(reactions));
          }

          head(entry) {
            const { event } = entry;
            const head = element("div", "head");
            const name = element("span", "name", this.name(event.sender));
            name.title = event.sender;
            name.dir = "auto";
            head.append(name);
            const level = Number(this.levels.users?.[event.sender] ?? this.levels.users_default ?? 0);
            if (level >= 50) head.append(element("span", "rank", level >= 100 ? "admin" : "moderator"));
            const at = new Date(event.origin_server_ts);
            if (!Number.isNaN(at.getTime())) {
              const stamp = element("time", "", time.format(at));
              stamp.dateTime = at.toISOString();
              stamp.title = date.format(at);
              head.append(stamp);
            }
            if (!entry.removed) head.append(this.tools(event));
            return head;
          }

          tools(event) {
            const tools = element("span", "tools");
            const who = this.name(event.sender);
            const { reply, edit, remove } = this.actions;
            tools.append(button("quiet", "Reply", `Reply to ${who}`, () => reply(event)));
            if (event.sender === this.session.user_id) {
              tools.append(button("quiet", "Edit", "Edit this message", () => edit(event)));
              tools.append(button("quiet", "Remove", "Remove this message", () => remove(event)));
            }
            return tools;
          }

          /** A line that says what is answered, with the way there. */
          answered({ event, relation }) {
            const isThread = relation.rel_type === "m.thread";
            const target = isThread && relation.is_falling_back !== false
              ? relation.event_id : relation["m.in_reply_to"]?.event_id;
            if (typeof target !== "string") return [];
            const entry = this.events.get(target);
            const said = entry?.node && !entry.removed ? this.summary(entry.event) : "an earlier message";
            const line = button("answered", (isThread ? "in the thread of " : "answers ") + said, "", () => {
              entry?.node?.scrollIntoView({ block: "nearest" });
            });
            line.dir = "auto";
            return [line];
          }

          summary(event) {
            const entry = this.events.get(event.event_id);
            const body = entry ? this.current(entry).body : event.content.body;
            return `${this.name(event.sender)}: ${String(body ?? "").replace(/\s+/g, " ").slice(0, 120)}`;
          }

          places(addresses) {
            const places = element("p", "places");
            for (const address of addresses) {
              places.append(button("quiet", `Show ${address}`, "", () => this.actions.show([address])));
            }
            return places;
          }

          tally(reactions) {
            const counts = new Map();
            for (const key of reactions.values()) counts.set(key, (counts.get(key) ?? 0) + 1);
            const list = element("ul", "reactions");
            for (const [key, count] of counts) list.append(element("li", "", count > 1 ? `${key} ${count}` : key));
            return list;
          }

        """# + talkScriptSending
}
