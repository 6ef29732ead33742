/// The beginning of an element.
package struct MarkupElement: Hashable, Sendable {
    package struct Attribute: Hashable, Sendable {
        package let name: MarkupName
        package let value: String

        package init(_ name: MarkupName, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    package let name: MarkupName
    /// In the order in which they stand there.
    package let attributes: [Attribute]

    package init(_ name: MarkupName, attributes: [Attribute] = []) {
        self.name = name
        self.attributes = attributes
    }

    /// The value of the first attribute with this name that has no prefix.
    package subscript(name: String) -> String? {
        attributes.first { $0.name.local == name && $0.name.namespace == nil }?.value
    }
}
