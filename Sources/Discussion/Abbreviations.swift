/// Words after which a full stop does not end the sentence, in the languages our rooms speak most.
///
/// They are written in lower case and without their last full stop.
enum Abbreviations {
    /// Before a name. Written small ("dr. smith"), only before a small letter.
    static let titles: Set<String> = [
        "dr", "mr", "mrs", "ms", "mx", "prof", "rev", "hon", "sen", "rep", "gov", "gen", "col", "capt", "lt",
        "sgt", "cmdr", "messrs", "st", "mme", "mlle", "sra", "dra", "sig", "dott", "hr",
    ]

    /// Always in the middle of a sentence.
    static let inner: Set<String> = [
        "e.g", "i.e", "eg", "ie", "cf", "viz", "vs", "v", "resp", "ca", "incl", "esp", "z.b", "d.h", "bzw",
        "p.ex",
    ]

    /// At the end of a sentence too, which then goes on with a capital letter.
    static let soft: Set<String> = [
        "etc", "al", "jr", "sr", "inc", "ltd", "co", "corp", "plc", "llc", "dept", "est", "approx", "min",
        "max", "misc", "usw", "a.m", "p.m", "ph.d", "m.d", "b.a", "m.a", "jan", "feb", "mar", "apr", "jun",
        "jul", "aug", "sep", "sept", "oct", "nov", "dec", "univ", "assn", "ave", "rd", "blvd", "mt",
    ]

    /// Before a number; elsewhere words like any other.
    static let numbered: Set<String> = [
        "no", "nos", "nr", "art", "fig", "figs", "p", "pp", "vol", "vols", "ch", "sec", "sect", "para",
        "paras",
        "c", "cl", "ver", "ed",
    ]

    /// Words that begin a sentence far more often than they follow an initial: "Plan B. Then".
    static let starters: Set<String> = [
        "the", "a", "an", "this", "that", "these", "those", "it", "its", "he", "she", "we", "they", "you",
        "i",
        "there", "here", "in", "on", "at", "as", "if", "but", "and", "or", "so", "yet", "nor", "for", "to",
        "then", "when", "while", "what", "who", "why", "how", "where", "no", "not", "yes", "my", "our",
        "your", "his", "her", "their", "some", "many", "most", "all", "after", "before", "from", "with",
        "however", "which", "because", "since", "although",
    ]

    /// What follows a full stop in the name of a site or a file, however it is written.
    static let endings: Set<String> = [
        "com", "org", "net", "edu", "gov", "info", "html", "htm", "pdf", "txt", "js", "json", "md", "swift",
    ]
}
