extension PageFile {
    /// The `m.json` WebSocket: follows the room from a position, sends, and comes back after a loss.
    static let streamScript = #"""
        const longestWait = 30000;
        // The server says something at least once a minute; this long without a word is a loss.
        const longestSilence = 90000;

        export class Stream {
          /** `handlers`: update(sync), answer(id, error or null), status(state, seconds until the next try) */
          constructor(session, handlers) {
            this.session = session;
            this.handlers = handlers;
            this.outbox = new Map();
            this.failures = 0;
            this.position = null;
          }

          connect() {
            clearTimeout(this.timer);
            const url = new URL(this.session.stream_url);
            // A browser cannot set a header on a WebSocket.
            url.searchParams.set("access_token", this.session.access_token);
            if (this.position) url.searchParams.set("since", this.position);
            const socket = new WebSocket(url, "m.json");
            let isOpen = false;
            socket.onopen = () => { isOpen = true; this.listen(socket); };
            socket.onmessage = (message) => { this.listen(socket); this.read(message.data, socket); };
            socket.onclose = () => this.lost(socket, isOpen);
            this.socket = socket;
          }

          send(type, content, room) {
            const id = "page-" + Array.from(crypto.getRandomValues(new Uint32Array(3)), n => n.toString(36)).join("");
            const params = { room_id: room, event_type: type, content };
            const text = JSON.stringify({ id, method: "send", params });
            // The same id again is the same message: what has no answer is sent again after a loss.
            this.outbox.set(id, text);
            if (this.isReady) this.socket.send(text);
            return id;
          }

          read(text, socket) {
            let message;
            try { message = JSON.parse(text); } catch { return; }
            if ("id" in message) {
              if (message.id === null) return;
              this.outbox.delete(message.id);
              this.handlers.answer(message.id, message.error ?? null);
              return;
            }
            this.handlers.update(message);
            this.position = message.next_batch ?? this.position;
            if (this.isReady) return;
            // The first message is the answer for our position: from here on the echoes are known.
            this.isReady = true;
            this.failures = 0;
            this.handlers.status("connected", 0);
            for (const request of this.outbox.values()) socket.send(request);
          }

          /** A message of ours came back: it needs no answer any more. */
          settle(id) { this.outbox.delete(id); }

          listen(socket) {
            clearTimeout(this.silence);
            this.silence = setTimeout(() => socket.close(), longestSilence);
          }

          lost(socket, wasOpen) {
            if (socket !== this.socket) return;
            clearTimeout(this.silence);
            this.isReady = false;
            this.failures += 1;
            // A browser does not say why it was refused; a position that is not known any more is one reason.
            if (!wasOpen && this.failures % 3 === 0) this.position = null;
            const wait = Math.min(1000 * 2 ** (this.failures - 1), longestWait) * (1 - Math.random() / 4);
            this.handlers.status("lost", Math.ceil(wait / 1000));
            this.timer = setTimeout(() => this.connect(), wait);
          }
        }

        """#
}
