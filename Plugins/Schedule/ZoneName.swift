internal import struct Foundation.TimeZone
internal import PluginAPI

/// A time zone by the name that people type.
struct ZoneName {
    /// As it is written properly. Foundation's zone calls itself `GMT` where `UTC` was asked for.
    let name: String
    let zone: TimeZone

    /// The zone: `Europe/London` in any case, `UTC`, `GMT`.
    ///
    /// Abbreviations such as `BST` mean different things in different places, and are refused.
    init(_ name: String) throws(UsageError) {
        let wanted = name.lowercased()
        let known = ["UTC", "GMT"] + TimeZone.knownTimeZoneIdentifiers
        if let identifier = known.first(where: { $0.lowercased() == wanted }),
            let zone = TimeZone(identifier: identifier)
        {
            self.name = identifier
            self.zone = zone
            return
        }
        // "London" alone, and "new_york", are in no doubt.
        let suggestion = known.first { $0.lowercased().hasSuffix("/\(wanted)") } ?? "Europe/London"
        throw UsageError(
            "\"\(name.repeated())\" is no time zone that I know; type its region and city, for example "
                + "`--zone \(suggestion)`, or `--zone UTC`."
        )
    }
}
