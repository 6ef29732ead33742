internal import Foundation
internal import GRDB

extension Restoration {
    /// Copies the backup beside the database, where only its owner can read it.
    func take(_ backup: String) throws {
        do {
            try FileSystem.makeEmptyFile(copy)
            try FileSystem.copy(backup, to: copy, progress)
        } catch {
            let room = NeededRoom((try? FileSystem.size(of: backup)) ?? 0, at: copy)
            throw RestoreError.notWritten(path: copy, reason: error.reason, room)
        }
        reached(.afterCopy)
    }

    /// Checks the copy, removes from it what was removed since it was made, and erases the bytes.
    func clean(_ backup: String) async throws -> Result {
        do {
            let (madeAt, count, missing) = try examine(backup)
            let store = try open(counted: count)
            do {
                reached(.afterRemovals)
                let result = try await finish(store, madeAt, counted: count, missing)
                reached(.afterErasure)
                return result
            } catch {
                try store.database.close()
                throw error
            }
        } catch let error as DatabaseError where error.isDamage {
            throw RestoreError.damaged(path: backup, reason: error.reason)
        } catch let error as DatabaseError {
            throw RestoreError.notWritten(path: copy, reason: error.reason, neededRoom)
        } catch let error as FileSystem.Failure {
            throw RestoreError.notWritten(path: copy, reason: error.reason, neededRoom)
        }
    }

    /// Erases the bytes, and leaves the copy in one file.
    private func finish(_ store: Store, _ madeAt: Date, counted count: Int64, _ missing: RestoreError?)
        async throws -> Result
    {
        while try await !store.erase() {}
        let identity = try await store.database.read { try $0.identity() }
        let result = Result(
            madeAt: madeAt,
            comments: try await store.database.read { try $0.commentCount() },
            applied: Int(identity.removals - count),
            missingRemovals: missing
        )
        // Once more at the next start: with it go copies that upgrades of another database have made here.
        if FileSystem.exists(database) {
            try await store.write(.ordered) { [now] db in try db.askForErasure(at: now) }
        }
        while try await !store.emptyLog() {}
        try store.database.close()
        try FileSystem.flush(copy)
        return result
    }

    /// The copy, and a log in which nearly all of it may stand once more.
    private var neededRoom: NeededRoom { NeededRoom(2 * ((try? FileSystem.size(of: copy)) ?? 0), at: copy) }

    private typealias Facts = (madeAt: Date, removals: Int64, missing: RestoreError?)

    /// Checks the copy by what it says of itself, and makes it a database again.
    private func examine(_ backup: String) throws -> Facts {
        let queue = try DatabaseQueue(path: copy)
        defer { try? queue.close() }
        let facts = try queue.read { try look(at: $0, backup) }
        if let missing = facts.missing, !isWithoutRemovals { throw missing }
        try queue.write { try $0.unstampBackup() }
        return facts
    }

    private func look(at db: Database, _ backup: String) throws -> Facts {
        do {
            if let damage = try db.damage() { throw RestoreError.damaged(path: backup, reason: damage) }
            guard try !migrations.migrator.hasBeenSuperseded(db) else {
                throw RestoreError.newerVersion(path: backup)
            }
            let identity = try db.identity()
            return (try db.madeAt(), identity.removals, try missingRemovals(identity))
        } catch let error as DatabaseError {
            throw RestoreError.damaged(path: backup, reason: error.reason)
        }
    }

    /// - Returns: nil where the list says all that was removed since.
    private func missingRemovals(_ identity: (store: String, removals: Int64)) throws -> RestoreError? {
        guard let content = try list.read(of: identity.store) else {
            return .noRemovals(path: list.path)
        }
        guard !content.covers(identity.removals) else { return nil }
        return .fewRemovals(
            path: list.path,
            first: Int(content.lines.first?.number ?? 0),
            last: Int(content.lines.last?.number ?? 0),
            expected: Int(identity.removals)
        )
    }

    /// Migrates the copy, and removes from it what the list says. The list itself is made whole at the next start, when
    /// the database is in its place.
    private func open(counted count: Int64) throws -> Store {
        let pool = try DatabasePool(path: copy, configuration: Store.configuration)
        do {
            try Store.change(pool, migrations, copy: nil)
            let notice = try pool.write { try list.apply(to: $0, counted: count, at: now) }
            return Store(
                database: pool,
                bells: Bells(),
                removals: list,
                migrationBackup: nil,
                notices: notice.map { [$0.description] } ?? [],
                lock: nil
            )
        } catch {
            try pool.close()
            throw error
        }
    }
}
