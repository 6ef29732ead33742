/// Words by which prose is compared with what people said, folded as by `Words.folded(in:)`.
enum ProseVocabulary {
    /// Words that only report: they say that somebody said something, not what.
    static let reporting = set(
        "say says said saying write writes wrote written note notes noted state states stated comment comments "
            + "commenter commenters commented commentator commentators contributor contributors writer writers author "
            + "authors point points pointed mention mentions mentioned ask asks asked asking wonder wonders wondered "
            + "question questions add adds added adding describe describes described report reports reported reply "
            + "replies replied replying answer answers answered answering respond responds responded response person "
            + "people participant participants speaker speakers opinion opinions view views discussion statement "
            + "according argue argues argued arguing think thinks thought believe believes believed hold holds held "
            + "see sees feel feels express expresses expressed remark remarks remarked observe observes observed "
            + "suggest suggests suggested call calls called hand side topic issue matter while whereas meanwhile "
            + "contrast others other another some several"
    )

    /// Words that make a denial of what stands near them.
    static let denials = set(
        "not no never none nobody nothing nowhere neither nor without cannot can't don't doesn't didn't won't "
            + "wouldn't shouldn't couldn't isn't aren't wasn't weren't haven't hasn't hadn't mustn't needn't ain't "
            + "dont doesnt didnt cant wont isnt hardly barely scarcely rarely seldom " + otherDenials
    )

    /// Denials that also deny what stands before them: "it helps nobody".
    static let denialsBehind = set(
        "nobody nothing none nowhere never no rien niemand nichts nie nada nunca mai"
    )

    /// Numbers in words, and words that say how many or how often: a count that nobody made.
    static let counts = set(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen twenty thirty forty "
            + "fifty hundred hundreds thousand thousands million millions billion billions dozen dozens half third "
            + "quarter twice percent double triple first second both all every each everyone everybody everything "
            + "most mostly majority minority many few fewer numerous countless widespread widely overwhelming "
            + "overwhelmingly general generally consensus unanimous unanimously always entire entirely completely "
            + "only largely commonly popular " + otherCounts
    )

    /// Words that put somebody on a side. They must be somebody's.
    static let sides = set(
        "support supports supported supporting supporter supporters oppose opposes opposed opposing opponent opponents "
            + "agree agrees agreed agreeing disagree disagrees disagreed disagreeing reject rejects rejected rejecting "
            + "condemn condemns condemned criticise criticises criticised criticize criticizes criticized criticism "
            + "critics critic praise praises praised welcome welcomes welcomed favour favours favoured favor favors "
            + "favored defend defends defended doubt doubts doubted approve approves approved disapprove disapproves "
            + "endorse endorses endorsed blame blames blamed accuse accuses accused deny denies denied dismiss "
            + "dismisses dismissed dispute disputes disputed contradict contradicts contradicted refuse refuses refused "
            + "against justify justifies justified differ differs divided pro anti love loves hate hates wrong right "
            + "insist insists demand demands better worse best worst good bad"
    )

    /// Words that take a side in a way that ``Stance`` shows.
    static let agreeing = set("agree agrees agreed agreeing")
    static let disagreeing = set(
        "disagree disagrees disagreed disagreeing differ differs dispute disputes disputed contradict contradicts"
    )

    /// Words of the same force; a sentence has one only where its comments have one of its kind.
    static let forces = [
        set("must should ought shall " + otherForces[0]),
        set("may might could can possibly perhaps maybe probably likely " + otherForces[1]),
        set("if unless whether provided " + otherForces[2]),
    ]

    /// Kinds of force that must not be left out, either.
    static let forcesToKeep = [
        forces[1].subtracting(["can", "could", "kann", "peut", "puede", "puo", "kan", "pode"]), forces[2],
    ]

    static let speakers = set(
        "i i'm i've i'd i'll me my mine myself we we're we've we'd we'll us our ours ourselves you you're you've you'd "
            + "you'll your yours yourself yourselves " + otherSpeakers
    )

    /// Stop words that change what is said: they count as content.
    static let weighty = set("just well against own same still very too quite")

    static let questioning = set(
        "ask asks asked asking wonder wonders wondered question questions whether why how"
    )

    private static func set(_ words: String) -> Set<String> {
        Set(words.split(separator: " ").map(String.init))
    }
}
