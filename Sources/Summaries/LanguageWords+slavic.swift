extension LanguageWords {
    static let russian = LanguageWords(
        stop: """
            и в во не что он на я с со как а то все всё она так его но да ты к ко у же вы за бы по только ее её мне
            было вот от меня еще ещё нет о об из ему теперь когда даже ну вдруг ли если уже или ни быть был была
            были него до вас нибудь опять уж вам ведь там потом себя ничего ей может они тут где есть надо ней для
            мы тебя их чем сам сама чтоб чтобы без будто чего раз тоже себе под будет будут ж тогда кто этот того
            потому этого какой какая какие совсем ним здесь этом один почти мой тем нее неё сейчас куда зачем всех
            никогда можно при наконец два другой хоть после над больше тот через эти нас про всего них какая много
            разве эту моя свою этой перед иногда лучше чуть том такой такая такие им более всегда конечно всю между
            это наш наша наши очень нужно который которая которые которых
            """,
        first: "я меня мне мной мой моя моё мои моего моей моих",
        second: "ты тебя тебе тобой твой твоя твои вы вас вам вами ваш ваша ваши",
        courtesies: "привет здравствуйте спасибо пожалуйста извините простите пока да нет ок",
        links: "но поэтому однако также тоже и или зато значит итак потом затем",
        pronouns: "он она оно они его ее её их ему ей им них него неё это этот эта эти этого того те тот",
        frequent: "люди время год лет день человек думаю говорит новый хорошо можно"
    )

    static let serbian = LanguageWords(
        stop: """
            и у је се да на за од са су не што који која које а о као али по или до из би када ако само како
            више све због бити био била било били може могу сам смо сте ће ћу ћемо ово то тај та те овај ова ту
            где кад јер док још већ нема има код пре после између без под над кроз нас нам наш наша па ли
            када сваки свака неки нека нешто ништа нико неко веома много мање увек никад треба
            """,
        first: "ја мене ме мени ми мој моја моје моји",
        second: "ти тебе те теби твој твоја ви вас вам ваш ваша",
        courtesies: "здраво хвала молим поздрав извините да не",
        links: "али зато међутим такође ипак и или па дакле",
        pronouns: "он она оно они њега га њему му њу јој њих им његов њен њихов ово то овај тај",
        frequent: "људи време година дан мислим добро"
    )

    static let serboCroatian = LanguageWords(
        stop: """
            i u je se da na za od sa su ne što koji koja koje a o kao ali po ili do iz bi kada ako samo kako više
            sve zbog biti bio bila bilo bili može mogu sam smo ste će ću ćemo ovo to taj ta te ovaj ova tu gdje
            gde kad jer dok još već nema ima kod prije pre poslije posle između bez pod nad kroz nas nam naš naša
            pa li svaki svaka neki neka nešto ništa nitko niko netko neko vrlo veoma mnogo manje uvijek uvek nikad
            treba tko ko nije nisu bih bismo jesu onda
            """,
        first: "ja mene me meni mi moj moja moje moji",
        second: "ti tebe te tebi tvoj tvoja vi vas vam vaš vaša",
        courtesies: "bok zdravo hvala molim pozdrav oprostite da ne",
        links: "ali zato međutim također takođe ipak i ili pa dakle",
        pronouns:
            "on ona ono oni njega ga njemu mu nju joj njih im njegov njen njezin njihov ovo to ovaj taj",
        frequent: "ljudi vrijeme vreme godina dan mislim dobro"
    )

    static let polish = LanguageWords(
        stop: """
            i w we z ze na do nie to że się jest o od po za dla przez przy pod nad między bez jak jako ale lub albo
            czy gdy kiedy gdzie dlaczego bo ponieważ więc aby żeby co kto który która które których tylko już
            jeszcze też także bardzo więcej mniej tak tam tu teraz zawsze nigdy nic ktoś coś wszystko wszyscy
            każdy są był była było były będzie będą być może mogą można trzeba ma mają mam sobie siebie nas nam
            nasz nasza niż oraz u by
            """,
        first: "ja mnie mi mną mój moja moje moich",
        second: "ty ciebie cię tobie ci twój twoja wy was wam wasz pan pani",
        courtesies: "cześć dziękuję dzięki proszę przepraszam witam pozdrawiam tak nie",
        links: "ale więc dlatego jednak też także i lub a zatem",
        pronouns: "on ona ono oni one jego go jemu mu jej ją ich im nich ten ta to te ci tego tej tych",
        frequent: "ludzie czas rok lat dzień myślę dobrze nowy"
    )

    static let czech = LanguageWords(
        stop: """
            a i v ve z ze na do ne že se si je o od po za pro před při pod nad mezi bez jak jako ale nebo či když
            kdy kde proč protože tedy aby co kdo který která které kteří jen už ještě také velmi více méně tak tam
            tady teď vždy nikdy nic někdo něco všechno všichni každý jsou byl byla bylo byli bude budou být může
            mohou lze má mají nás nám náš naše než u by jsem jsme není
            """,
        first: "já mě mne mi mnou můj moje má mého",
        second: "ty tebe tě tobě tvůj tvoje vy vás vám váš vaše",
        courtesies: "ahoj děkuji díky prosím promiňte dobrý pozdravem ano ne",
        links: "ale proto však tedy také a nebo přesto",
        pronouns: "on ona ono oni jeho mu ho jí ji jich jim ten ta to ti tento tato toto toho",
        frequent: "lidé čas rok let den myslím dobře nový"
    )

    static let bulgarian = LanguageWords(
        stop: """
            и на да се в от за не е са с че по до при ще като или но как така има няма може което който която
            които това този тази тези когато защото след само още много по-добре към съм си бе беше ми ти го я му
            ни ви им те той тя то ние вие
            """,
        first: "аз мен ми мой моя",
        second: "ти теб твой вие вас ваш",
        courtesies: "здравейте благодаря моля извинете",
        links: "но затова обаче също",
        pronouns: "той тя то те него нея тях това този тази тези",
        frequent: ""
    )

    static let ukrainian = LanguageWords(
        stop: """
            і й та в у не на що з із за до від як але це цей ця ці той про для по ще вже або чи коли де чому тому
            якщо бо також дуже більше тільки є був була було були буде будуть може треба потрібно немає немає всі
            все всіх ми нас нам наш наша
            """,
        first: "я мене мені мій моя моє мої",
        second: "ти тебе тобі твій ви вас вам ваш",
        courtesies: "привіт дякую вибачте так ні",
        links: "але тому проте також і або",
        pronouns: "він вона воно вони його її їх йому їй їм це цей ця ці",
        frequent: ""
    )

    static let lithuanian = LanguageWords(
        stop: """
            ir į iš su be kad kaip bet ar arba o nes jei jeigu nors kol už per prie apie po prieš tarp pagal dėl
            ant nuo iki yra buvo bus būti nėra esu esi esame gali galima reikia turi turėti ne nei niekada nieko
            kas koks kokia kuris kuri kurie kurios kada kur kodėl tik tai tas ta tie tos šis ši šie šios jau dar
            taip pat labai daugiau mažiau visi visos viskas viską kiekvienas kitas kita kiti čia ten dabar visada
            savo mes mūsų mus bei juk gal
            """,
        first: "aš mane man manęs mano",
        second: "tu tave tau tavo jūs jums jus jūsų",
        courtesies: "labas sveiki ačiū prašau atsiprašau iki taip ne",
        links: "bet todėl tačiau taip pat ir arba",
        pronouns: "jis ji jie jos jo jį ją jam jai jų jiems tai tas ta šis ši",
        frequent: "žmonės žmonių laikas metų metai diena manau gerai"
    )
}
