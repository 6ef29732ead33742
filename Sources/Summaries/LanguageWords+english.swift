extension LanguageWords {
    static let english = LanguageWords(
        stop: """
            a an the this that these those some any no every each all both either neither such same other
            another one ones own much many more most few fewer less least several
            we we're we've we'd we'll us our ours ourselves himself herself itself themselves
            who who's whom whose which what what's there there's here here's where when why how
            somebody someone something anybody anyone anything nobody nothing everybody everyone everything
            am is isn't are aren't was wasn't were weren't be been being have haven't has hasn't had hadn't
            having do don't does doesn't did didn't doing done can can't cannot could couldn't will won't would
            wouldn't shall should shouldn't may might must mustn't ought let let's get gets got gotten
            think thinks thought know knows say says said mean means seem seems believe guess suppose
            dont doesnt didnt cant wont isnt im ive thats theres
            and or but if then else so because as until while of at by for with about against between into
            through during before after above below to from up down in out on off over under again further once
            than though although since unless whether within without upon per via among across along around
            only very too just also even still now already ever never always often really quite rather perhaps
            maybe indeed actually obviously well ok okay yes etc eg ie e g i.e re
            """,
        first: "i i'm i've i'd i'll me my mine myself",
        second: "you you're you've you'd you'll your yours yourself yourselves",
        courtesies: """
            hi hello hey dear thanks thank thx cheers regards sincerely greetings welcome bye goodbye
            congratulations sorry please lol haha okay ok yes yeah yep no nope hmm um uh oh
            morning evening afternoon
            """,
        links: """
            but so and or however then yet also therefore thus hence nor moreover furthermore otherwise instead
            similarly likewise nevertheless besides consequently accordingly additionally finally secondly
            thirdly conversely nonetheless not meanwhile because which same too else firstly lastly
            """,
        pronouns: """
            he he's she she's it it's its they they're they've they'd they'll them their theirs him his her hers
            that's this that these those such
            """,
        frequent: """
            people time good bad new want need make makes made go goes going see use used using like way work
            works first last long great look take give come right point two three year years world thing things
            better best problem question issue room food place price nice bit anyone having back help try
            find read seen war men man day part end hand over want die plan land
            """
    )
}
