/// Returns when something is true; throws when the test's time is over.
func until(_ isTrue: @autoclosure () -> Bool) async throws {
    while !isTrue() {
        try Task.checkCancellation()
        await Task.yield()
    }
}
