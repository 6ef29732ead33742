/// Words that head no group of passages, and words by which nouns are told.
enum HeadingWords {
    /// Whether a word judges, or says too little to be a subject.
    static func isUnfit(_ word: String) -> Bool {
        if loaded.contains(word) || hollow.contains(word) { return true }
        return endings.contains { ending in
            guard word.utf8.count > ending.utf8.count + 2, word.hasSuffix(ending) else { return false }
            let base = String(word.dropLast(ending.utf8.count))
            return loaded.contains(base) || hollow.contains(base) || loaded.contains(base + "e")
                || loaded.contains(base + "y")
        }
    }

    private static let endings = [
        "s", "es", "d", "ed", "ing", "er", "ers", "ist", "ists", "ly", "ness", "ful", "fully", "ism", "ous",
        "ies",
        "'s",
    ]

    /// Words that take a side.
    private static let loaded = words(
        """
        murder murderous kill killing killer slaughter massacre genocide holocaust lie liar shame disgrace
        disgust nazi fascist fascism hitler stalin corrupt corruption stupid stupidity idiot idiotic moron fool
        foolish dumb crazy insane insanity mad madness lunatic best worst better worse great greater good bad
        evil wrong right awful terrible horrible horrific dreadful disaster disastrous catastrophe tragedy tragic
        crime criminal terror terrorist tyrant tyranny tyrannical dictator dictatorship regime puppet
        propaganda propagandist hypocrite hypocrisy hypocritical traitor treason betrayal coward cowardice
        nonsense rubbish garbage trash bullshit crap shit fuck hell damn joke ridiculous absurd pathetic
        scandal scam fraud cheat theft thief steal robber greed greedy selfish cruel cruelty brutal brutality
        barbaric savage violent victim abuse abuser oppression oppressor oppressive aggressor aggression
        aggressive hate hatred hateful racist sexist bigot bigotry ignorant ignorance naive lazy ugly beautiful
        lovely wonderful excellent perfect perfection amazing awesome fantastic superb poor rich nice fine
        love hero heroic brave coward glorious noble honest dishonest fair unfair injustice unjust immoral moral
        sin sinful disgusting dangerous danger threat fail failure useless worthless waste problem mess
        chaos nightmare ruin destroy destruction destructive victory defeat loser troll clown elite thug gangster
        extremist extremism radical fanatic cult brainwash conspiracy blood bloody rape rapist pervert
        degenerate vermin scum filth animal monster devil satan savage sheep snowflake propagandistic
        imperialist campist warmonger butcher atrocity lesser ridiculousness excuse apologist apologetic
        suffer pain painful misery harm harmful benefit advantage disadvantage success truth false
        mord morder luge lugner schande dumm dummheit skandal verbrechen verbrecher verrat verrater katastrophe
        wahnsinn hass gut schlecht besser beste schlimm mensonge menteur honte crime stupide scandale haine
        bon mauvais meilleur pire mentira mentiroso verguenza crimen estupido escandalo odio bueno malo mejor peor
        """
    )

    /// Words that everything can be called.
    private static let hollow = words(
        """
        information solution approach meaning decision thing way lot bit kind sort type part piece place point fact case question issue idea example reason
        matter time day week month year hour minute moment today tomorrow yesterday night person people man
        woman guy everyone someone anyone nobody one two three four five six seven eight nine ten hundred
        thousand million first second third last next new old other another same different several many
        much more less least whole entire full big small large little long short high low own real true sure
        possible impossible important certain general common particular special specific main major minor
        number amount level side end start beginning top bottom middle rest comment post thread reply message
        mail email list page topic discussion opinion view argument answer word sentence text article link
        name stuff something anything nothing everything term sense course chance effort attempt use need want
        help support make take give get go come see look say tell ask try think thought feel feeling hope
        wish work change result effect cause action situation condition position value purpose goal role
        attention care interest respect difference line order form set group member set couple pair half
        quarter percent well ok okay please thanks hello hi regards cheers etc able about above below don
        doesn didn isn aren won can cant dont let lets quote set say concern agree disagree
        ding sache frage punkt teil zeit tag jahr mensch leute mann frau grund beispiel seite ende anfang art
        weise fall thema meinung wort satz
        chose temps jour annee gens homme femme fois raison exemple fin debut point sujet avis mot
        cosa tiempo dia ano gente hombre mujer vez razon ejemplo parte tema opinion palabra
        """
    )

    /// After these stands a noun, or what describes one.
    static let determiners = words(
        """
        the a an our their your my his her its these those every each any some no many few several
        le la les l un une des du au aux ce cet cette ces son sa ses leur leurs notre nos votre vos mon ma mes
        el los las una unos unas del al su sus nuestro nuestra este esta estos estas
        il lo gli i uno della dello dei degli delle nel nella o os as um uma do da dos das no na nos nas
        de het een
        """
    )
    /// After these as well, where nothing but a noun can end the phrase.
    static let prepositions = words(
        """
        of in for with against on about from by between without into through over under towards toward
        within across during among behind beyond
        """
    )
    /// After these stands a verb.
    static let verbMarkers = words(
        """
        to will would can could should must may might shall do does did don't doesn't didn't won't wouldn't
        can't cannot couldn't shouldn't not never i you we they he she it who that's let's please let always also
        often just only really i'll we'll they'll you'll i'd we'd they'd
        """
    )
    /// After these stands an adjective, where no noun follows.
    static let adjectiveMarkers = words(
        "is are was were be been being isn't aren't wasn't weren't very too so really quite as how it's i'm they're you're we're more most seems"
    )
    /// Before these stands a verb, or a noun only by chance.
    static let objects = words("the a an them him us me you it my your our their his this these those")
    /// Behind the first word of a clause these show that it is a noun.
    static let verbs = words(
        "is are was were has have had will would should can could may must do does did don't doesn't isn't aren't cannot can't won't"
    )

    private static func words(_ list: String) -> Set<String> {
        Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
