/// Words that say how something is said, not what: they are no subject of a discussion.
enum StopWords {
    /// English, folded as by `Words.folded(in:)`.
    static let english: Set<String> = Set(
        (articles + pronouns + verbs + connectives + adverbs).split(separator: " ").map(String.init)
    )

    /// Who speaks.
    static let firstPerson: Set<String> = [
        "i", "i'm", "i've", "i'd", "i'll", "me", "my", "mine", "myself",
    ]
    /// Who is spoken to.
    static let secondPerson: Set<String> = [
        "you", "you're", "you've", "you'd", "you'll", "your", "yours", "yourself", "yourselves",
    ]
    /// What is said to be polite.
    static let courtesies: Set<String> = [
        "hi", "hello", "hey", "dear", "thanks", "thank", "thx", "cheers", "regards", "sincerely", "greetings",
        "welcome", "bye", "goodbye", "congratulations", "sorry", "please", "lol", "haha", "okay", "ok",
        "yes", "yeah", "yep", "no", "nope", "hmm", "um", "uh", "oh", "morning", "evening", "afternoon",
    ]

    private static let articles =
        "a an the this that these those some any no every each all both either neither "
        + "such same other another one ones own much many more most few fewer less least several "
    private static let pronouns =
        "i i'm i've i'd i'll me my mine myself we we're we've we'd we'll us our ours "
        + "ourselves you you're you've you'd you'll your yours yourself yourselves he he's him his himself she "
        + "she's her hers herself it it's its itself they they're they've they'd they'll them their theirs "
        + "themselves who who's whom whose which what what's that's there there's here here's where when why how "
        + "somebody someone something anybody anyone anything nobody nothing everybody everyone everything "
    private static let verbs =
        "am is isn't are aren't was wasn't were weren't be been being have haven't has "
        + "hasn't had hadn't having do don't does doesn't did didn't doing done can can't cannot could couldn't "
        + "will won't would wouldn't shall should shouldn't may might must mustn't ought let let's get gets got "
        + "think thinks thought know knows say says said mean means seem seems believe guess suppose "
        + "dont doesnt didnt cant wont isnt im ive "
    private static let connectives =
        "and or but if then else so because as until while of at by for with about "
        + "against between into through during before after above below to from up down in out on off over under "
        + "again further once than though although however therefore thus hence nor yet whether since unless "
        + "without within upon per via among across along around "
    private static let adverbs =
        "not only very too just also even still now already ever never always often "
        + "really quite rather perhaps maybe indeed actually obviously well ok okay yes etc eg ie e g i.e re "
}
