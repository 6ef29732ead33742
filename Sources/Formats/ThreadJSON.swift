package import Discussion

/// The comments alone, in the order in which they were made: what the chat page asks for when the thread
/// grows.
package struct ThreadJSON: Encodable {
    let comments: [CommentJSON]

    package init(_ thread: CommentThread) {
        comments = thread.comments.map(CommentJSON.init)
    }
}
