internal import BotStore

/// The site as it was made last, and whether it is still true.
///
/// It is made anew when somebody asks after something has changed; where only more was said, not more often than it takes
/// time. What was taken back, hidden or switched off is never shown again: then whoever asks waits.
actor CurrentSite {
    private struct Made {
        let site: ArchiveSite
        let restrictions: PublicationRestrictions
        let at: ContinuousClock.Instant
        let took: Duration
    }

    private let store: Store
    private let make: @Sendable (PublishedCopy) throws -> ArchiveSite
    private var made: Made?
    private var isOutdated = true
    private var isMaking = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// Of ten seconds one may be spent on making it.
    private static let rest = 9

    init(store: Store, make: @escaping @Sendable (PublishedCopy) throws -> ArchiveSite) {
        self.store = store
        self.make = make
    }

    /// Something has changed. What was taken back is let go of at once, whether somebody asks or not.
    func outdate() async throws {
        isOutdated = true
        guard let made else { return }
        let restrictions = try await store.publicationRestrictions()
        if restrictions != made.restrictions, self.made?.at == made.at { self.made = nil }
    }

    func site() async throws -> ArchiveSite {
        while isMaking { await withCheckedContinuation { waiting.append($0) } }
        if let made, try await isGood(made) { return made.site }
        guard !isMaking else { return try await site() }
        isMaking = true
        defer {
            isMaking = false
            for continuation in waiting { continuation.resume() }
            waiting = []
        }
        return try await makeAnew()
    }

    private func isGood(_ made: Made) async throws -> Bool {
        guard isOutdated else { return true }
        guard ContinuousClock.now - made.at < made.took * Self.rest else { return false }
        return try await store.publicationRestrictions() == made.restrictions
    }

    private func makeAnew() async throws -> ArchiveSite {
        let start = ContinuousClock.now
        // What changes while it is made makes it outdated again.
        isOutdated = false
        do {
            let restrictions = try await store.publicationRestrictions()
            let site = try make(try await store.publishedCopy())
            let end = ContinuousClock.now
            made = Made(site: site, restrictions: restrictions, at: end, took: end - start)
            return site
        } catch {
            isOutdated = true
            throw error
        }
    }
}
