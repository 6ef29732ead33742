/// Takes a body piece by piece, so that it need not fit into memory.
package struct HTTPBodySink: Sendable {
    /// Called on the client's thread, which waits for it. What it throws ends the request.
    ///
    /// - Parameters:
    ///   - piece: Gone when the call returns.
    ///   - total: How many bytes the server says that the whole has; nil where it does not say.
    let take: @Sendable (_ piece: UnsafeRawBufferPointer, _ total: Int?) throws -> Void

    package init(_ take: @escaping @Sendable (_ piece: UnsafeRawBufferPointer, _ total: Int?) throws -> Void)
    {
        self.take = take
    }
}
