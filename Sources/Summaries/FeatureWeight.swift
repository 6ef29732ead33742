/// How much a feature counts.
///
/// It is the same for every discussion but for two things that can be seen from its shape: see ``Shape``.
package struct FeatureWeight: Hashable, Sendable {
    /// What it counts everywhere.
    package let base: Double
    /// What is added where comments are long.
    package let long: Double
    /// What is added where they stand side by side.
    package let flat: Double

    package init(_ base: Double, long: Double, flat: Double) {
        self.base = base
        self.long = long
        self.flat = flat
    }

    /// What it counts in a discussion of this shape.
    func value(in shape: Shape) -> Double { base + long * shape.length + flat * shape.flatness }
}
