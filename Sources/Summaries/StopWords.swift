/// The English lists of ``LanguageWords`` by themselves.
enum StopWords {
    static let english = words(.stopWord)
    static let firstPerson = words(.firstPerson)
    static let secondPerson = words(.secondPerson)
    static let courtesies = words(.courtesy)

    private static func words(_ kinds: WordKinds) -> Set<String> {
        Set(LanguageWords.english.kinds.filter { $0.value.isSuperset(of: kinds) }.keys)
    }
}
