internal import ArgumentParser
internal import BotCore
internal import BotStore
internal import Foundation

/// Where a bot keeps what it knows: a directory, or the configuration with which it is run.
struct DataOptions: ParsableArguments {
    @Option(help: "The bot's data directory.") var data: String?
    @Option(help: "The bot's configuration file, which names it.") var config: String?
    @Option(help: "The list of removals, where it does not stand in the directory.") var removals: String?

    /// Whether anything was said.
    var isNamed: Bool { data != nil || config != nil }

    func validate() throws {
        guard !isNamed, removals != nil else { return }
        throw ValidationError("--removals names the list of a database; add --data or --config.")
    }

    /// - Throws: ``Settings/SettingError`` also where neither the directory nor a configuration was named.
    func place() throws -> DataPlace {
        let arguments = ["data": data, "removals": removals].compactMapValues(\.self)
        let settings = try Settings(path: config, arguments: arguments)
        guard isNamed else {
            throw ValidationError(
                "Name the bot's data directory with --data, or its configuration with --config."
            )
        }
        return DataPlace(settings: settings)
    }
}

/// The directory of a database, and its list of removals.
struct DataPlace: Sendable {
    let settings: Settings

    var directory: String { settings.text("data") }
    /// nil where it stands in the directory.
    var removals: String? { settings.optionalText("removals") }

    /// Opens the database for one change, beside the bot where one runs.
    ///
    /// - Parameter isNew: Whether it may be made.
    func open(isNew: Bool = false) throws -> Store {
        let isThere = Store.exists(in: directory)
        guard isNew || isThere else { throw Store.OpenError.missing(directory: directory) }
        let store = try Store.openAnyway(
            directory: directory,
            removals: removals,
            at: BotHouse.clock.now()
        )
        if !isThere { Output.note("There was no database in \(directory) yet; it is made now.") }
        for notice in store.notices { Output.note(notice) }
        return store
    }

    /// Opens the database, does something with it, and closes it again.
    func use<Value>(isNew: Bool = false, _ body: (Store) async throws -> Value) async throws -> Value {
        let store = try open(isNew: isNew)
        do {
            let value = try await body(store)
            try await store.leave()
            return value
        } catch {
            // What went wrong first is what is told.
            try? await store.leave()
            throw error
        }
    }
}
