extension LanguageWords {
    static let german = LanguageWords(
        stop: """
            der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner und oder aber
            doch denn sondern wenn weil dass daß ob als wie während bevor nachdem damit obwohl bis in im an am auf
            aus bei beim mit nach seit von vom zu zum zur für durch gegen ohne um über unter vor hinter neben
            zwischen wegen trotz statt ist sind war waren bin bist seid sein gewesen wird werden wurde wurden
            worden würde würden hat haben hatte hatten habe hast habt hätte hätten gehabt kann können konnte
            könnte könnten muss müssen musste soll sollen sollte sollten will wollen wollte darf dürfen mag möchte
            nicht nichts nie noch nur schon sehr so auch mehr viel viele wenig etwas alles alle allem allen aller
            jeder jede jedes jeden man sich selbst wir uns unser unsere unseren was wer wen wem wo wann warum
            wieso welche welcher welches hier da dort dann jetzt immer wieder mal ja eben halt eigentlich
            vielleicht wohl ganz gar ab ihr ihre ihren ihrem ihrer seine seinen seinem seiner seines solche
            solcher anderen andere anderer etwa
            """,
        first: "ich mich mir mein meine meinen meinem meiner meines",
        second: "du dich dir dein deine deinen deinem deiner euch euer eure euren",
        courtesies:
            "hallo hi danke bitte grüße gruß moin servus tschüss entschuldigung ja nein genau okay ok",
        links:
            "aber also deshalb deswegen daher darum jedoch trotzdem außerdem dann denn und oder sondern dennoch",
        pronouns: """
            er es sie ihn ihm ihnen dies diese dieser dieses diesen diesem jene jener jenes das dessen deren dazu davon
            dafür dagegen damit darüber daran darauf
            """,
        frequent:
            "gut gibt geht macht machen leute zeit heute jahr jahre menschen finde glaube neue neuen bitte"
    )

    static let dutch = LanguageWords(
        stop: """
            de het een en of maar want omdat als dan dat die deze dit wie wat waar wanneer waarom hoe welke in op
            aan van voor met bij naar uit over onder tegen door tot om tussen zonder na sinds tijdens volgens is
            zijn was waren ben bent geweest wordt worden werd werden heeft hebben had hadden heb hebt gehad kan
            kunnen kon konden moet moeten moest zal zullen zou zouden wil willen wilde mag mogen gaat gaan niet
            niets nooit nog al ook wel zeer erg heel meer veel weinig iets alles alle elk elke ieder iedereen men
            zich zelf wij we ons onze er hier daar nu altijd weer toch dus geen te ge zo zoals toen terwijl omdat
            hun haar hem ander andere zulke toe af eens eigenlijk misschien waarschijnlijk
            """,
        first: "ik mij me mijn mezelf",
        second: "jij je jou jouw jullie u uw",
        courtesies:
            "hallo hoi dag bedankt dank graag groeten groetjes alstublieft alsjeblieft sorry ja nee oké",
        links: "maar dus daarom echter toch bovendien dan en of want ook daarnaast desondanks",
        pronouns: "hij zij ze het hem haar hun hen dit dat deze die ervan daarvan ermee daarmee",
        frequent: "goed mensen jaar tijd vandaag denk vind maken doen komt geeft nieuwe moeten gewoon"
    )

    static let swedish = LanguageWords(
        stop: """
            och att det som en ett den de på i är av för med till inte om har var vi så kan man när men eller
            från vid hade skulle ska skall kommer ut upp sig sin sitt sina där här nu då bara mycket mer än efter
            blir blev bli vara varit vad vem vilka vilken vilket hur varför alla allt något någon några ingen inget
            inga över under mellan utan genom mot också än redan alltid aldrig igen många få får fick måste vill
            ville kunde gör göra gjorde dessa detta denna hos bland eftersom medan innan även mest
            oss vår vårt våra ens inte ju väl kanske
            """,
        first: "jag mig mej min mitt mina",
        second: "du dig dej din ditt dina ni er ert era",
        courtesies: "hej hallå tack hälsningar snälla förlåt ursäkta ja nej jo okej",
        links: "men så därför dock alltså dessutom och eller också ändå",
        pronouns: "han hon det de dem den honom henne hans hennes deras dess detta denna dessa",
        frequent: "bra finns folk år tid idag tycker tror går nya människor"
    )

    static let danish = LanguageWords(
        stop: """
            og i at det en et den de til er som på med for af ikke der var han har men om vi jeg kan sig fra så
            hvad hvem hvor hvornår hvorfor hvordan hvilken hvilket hvilke når ved nu skal skulle vil ville blev
            bliver blive være været havde have haft kunne må måtte hen op ud ned over under efter mellem uden mod
            gennem også end alle alt noget nogen nogle ingen intet sin sit sine meget mere mest mange kun altid
            aldrig igen her dér da hvis fordi mens før eller os vores thi disse denne dette selv jo
            nok måske bare gør gøre gjorde går får fik siger
            """,
        first: "jeg mig min mit mine",
        second: "du dig din dit dine jer jeres",
        courtesies: "hej tak hilsen venlig undskyld ja nej okay goddag farvel",
        links: "men så derfor dog altså desuden og eller også alligevel",
        pronouns: "han hun det de dem den ham hende hans hendes deres dens dette denne disse",
        frequent: "godt findes folk år tid synes tror nye mennesker dag bedre"
    )

    static let norwegian = LanguageWords(
        stop: """
            og i det at en et den til er som på de med han av ikke ikkje der så var meg seg men ett har om vi
            jeg eg mitt min ha hadde hun ho nå når da ved fra frå du ut sin dem oss opp man kan hans hvor hvem hva
            kva skal skulle selv sjøl her alle alt vil ville bli ble blei blitt kunne inn være vært noe noen nokon
            kom noko mange mye mykje meget bare også hvorfor hvordan hvilken hvilket hvilke mot uten mellom
            gjennom etter før under over eller enn fordi mens hvis disse denne dette ingen ingenting
            må måtte får fikk gjør gjøre gjorde går sier alltid aldri igjen jo vel kanskje mer mest våre vår vårt
            """,
        first: "jeg eg meg min mitt mine",
        second: "du deg din ditt dine dere deres",
        courtesies: "hei takk hilsen vennlig unnskyld beklager ja nei ok hallo",
        links: "men så derfor likevel dessuten altså og eller også imidlertid",
        pronouns: "han hun det de dem den ham henne hans hennes deres dens dette denne disse",
        frequent: "bra finnes folk år tid synes tror nye mennesker dag bedre"
    )

    static let yiddish = LanguageWords(
        stop: """
            דער די דאס דאָס דעם דעמ א אַ אן אַן און אדער אָדער אבער אָבער אז אַז אויף אין צו פון פֿון מיט ביי בײַ
            פאר פֿאַר נאך נאָך איז זענען זיינען זײַנען געווען האט האָט האבן האָבן וועט וועלן ווערט ווערן ניט נישט
            קיין נאר נאָר שוין אויך אלע אַלע וואס וואָס ווער ווי וואו ווו ווען פארוואס פאַרוואָס דא דאָ דארט דאָרט
            יעצט איצט זייער מער זיך מען מיר אונדז אונדזער קען קענען דארף דאַרף וויל
            """,
        first: "איך מיך מיין מײַן",
        second: "דו דיך דיר דיין דײַן איר אייך אייער",
        courtesies: "שלום דאנק דאַנק יא יאָ ניין",
        links: "אבער אָבער אויך דערפאר דערפאַר",
        pronouns: "ער זי עס זיי אים איר דאס דאָס",
        frequent: ""
    )
}
