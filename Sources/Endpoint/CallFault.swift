/// What a call of the client API meets in place of its answer.
package enum CallFault: Sendable {
    /// Another answer, such as a proxy's page.
    case answer(status: Int, headers: [String: String], body: String)
    /// The right answer, of which only so many bytes arrive before the connection ends.
    case cut(afterBytes: Int)
    /// The right answer, once the held calls are released.
    case held
}
