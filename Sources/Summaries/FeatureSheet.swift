/// The features of a discussion's sentences, for those who fit the weights.
package struct FeatureSheet: Sendable {
    /// One sentence.
    package struct Row: Sendable {
        package let text: String
        /// In the order of `Feature.allCases`.
        package let values: [Double]
    }

    /// Where the discussion's comments are long, and where they stand side by side; each from 0 to 1.
    package let long: Double
    package let flat: Double
    package let rows: [Row]
}
