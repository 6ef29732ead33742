/// A file of the chat page. They are part of the program, so that the program alone is enough.
struct PageFile: Sendable {
    let path: String
    let type: String
    let text: String

    static let all = [
        PageFile(path: "/", type: "text/html; charset=utf-8", text: html),
        PageFile(
            path: "/page.css",
            type: "text/css; charset=utf-8",
            text: layoutStyle + textStyle + chatStyle
        ),
        PageFile(path: "/page.js", type: "text/javascript; charset=utf-8", text: mainScript),
        PageFile(path: "/stream.js", type: "text/javascript; charset=utf-8", text: streamScript),
        PageFile(path: "/words.js", type: "text/javascript; charset=utf-8", text: wordsScript),
        PageFile(path: "/talk.js", type: "text/javascript; charset=utf-8", text: talkScript),
        PageFile(path: "/reading.js", type: "text/javascript; charset=utf-8", text: readingScript),
        PageFile(path: "/thread.js", type: "text/javascript; charset=utf-8", text: threadScript),
    ]
}
