/// A whole answer, whatever its status.
package struct HTTPResponse: Sendable {
    package let status: Int
    /// In the order in which they came; a name may come more than once.
    package let headers: [(name: String, value: String)]
    package let body: [UInt8]

    /// The first value of a header, by its name in any case.
    package func header(_ name: String) -> String? {
        let name = name.lowercased()
        return headers.first { $0.name.lowercased() == name }?.value
    }
}
