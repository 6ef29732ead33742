internal import MatrixTypes

/// One batch, between the poll that brings it and the bot that writes it.
///
/// An actor because that batch is in no table yet. While it is being written, the next one is under way; more than
/// that would only lie in memory.
actor SyncMailbox {
    private var batch: SyncBatch?
    private let (puts, wasPut) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    private let (takes, wasTaken) = AsyncStream.makeStream(
        of: Void.self,
        bufferingPolicy: .bufferingNewest(1)
    )

    /// Returns when the batch before it was taken.
    func put(_ next: SyncBatch) async throws {
        while batch != nil { try await Self.ring(takes) }
        batch = next
        wasPut.yield()
    }

    /// Waits until there is a batch.
    func take() async throws -> SyncBatch {
        while true {
            if let batch {
                self.batch = nil
                wasTaken.yield()
                return batch
            }
            try await Self.ring(puts)
        }
    }

    /// - Throws: `CancellationError`; a stream that a cancelled task waits on ends.
    private static func ring(_ bell: AsyncStream<Void>) async throws {
        guard await bell.first(where: { _ in true }) != nil else { throw CancellationError() }
    }
}
