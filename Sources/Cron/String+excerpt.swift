extension String {
    /// What somebody typed, short enough for a sentence, without characters that cannot be seen.
    var excerpt: String {
        let longest = 24
        let scalars = unicodeScalars.prefix(longest).filter { $0.properties.generalCategory != .control }
        let shown = scalars.reduce(into: "") { $0.unicodeScalars.append($1) }
        return unicodeScalars.count > longest ? shown + "…" : shown
    }
}
