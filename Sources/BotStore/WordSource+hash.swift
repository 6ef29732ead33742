internal import Discussion
internal import MatrixTypes

extension WordSource {
    /// The number by which tables know a source.
    var stableHash: Int64 { EventID("\(origin.rawValue)/\(id)").stableHash }
}
