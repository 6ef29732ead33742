internal import Foundation
internal import MatrixTypes

/// The ids under which the homeserver keeps our filters, stored once in the life of the process.
///
/// An actor because the ids are in no table: a homeserver may forget them, and storing a filter again costs nothing.
actor FilterShelf {
    private struct Stored: Decodable { let filter_id: String }

    private let api: ClientAPI
    private var ids: [SyncFilter: String] = [:]

    init(api: ClientAPI) {
        self.api = api
    }

    /// The id of a filter; the filter itself where the homeserver keeps none.
    ///
    /// - Throws: where the homeserver cannot be asked now.
    func name(of filter: SyncFilter) async throws -> String {
        if let id = ids[filter] { return id }
        do {
            let id = try await api.value(Stored.self, of: .storeFilter(filter, of: api.account)).filter_id
            // An id that begins like JSON would be read as a filter.
            ids[filter] = id.hasPrefix("{") || id.isEmpty ? filter.json : id
        } catch APIFailure.refused(400..<429, _, _) {
            ids[filter] = filter.json
        } catch APIFailure.unreadable {
            ids[filter] = filter.json
        }
        return ids[filter] ?? filter.json
    }

    /// The homeserver does not know the id: what it was given is sent whole from now on.
    func forget(_ filter: SyncFilter) {
        ids[filter] = filter.json
    }
}
