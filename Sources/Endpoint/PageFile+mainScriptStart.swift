extension PageFile {
    /// The page begins.
    static let mainScriptStart = #"""
        async function learnSession() {
          for (let failures = 1; ; failures += 1) {
            try {
              const answer = await fetch("/session.json");
              if (answer.ok) return await answer.json();
            } catch { /* said below */ }
            say("The room is not there. Trying again …", true);
            await pause(Math.min(2 ** failures, 30));
          }
        }

        async function start() {
          session = await learnSession();
          one("room-name").textContent = session.room_name;
          document.title = `${session.room_name} · Rapporteur`;
          reading = new Reading(one("reading"), one("statement"),
            { list: one("comments"), count: one("comments-count") }, propose);
          talk = new Talk(session, log, {
            reply: (event) => answering("reply", event), edit: (event) => answering("edit", event), remove,
            propose, show: (addresses) => reading.show(addresses),
          });
          stream = new Stream(session, {
            update: take,
            answer: (id, error) => { if (error) talk.failed(id, error); },
            status: (state, seconds) => {
              one("retry").hidden = state === "connected";
              if (state === "connected") say("Connected", false);
              else say(`Disconnected. Next try in ${seconds} s.`, true);
            },
          });
          wire();
          stream.connect();
          follow();
        }

        start();

        """#
}
