extension LanguageWords {
    static let french = LanguageWords(
        stop: """
            le la les l un une des du de d au aux ce ces cet cette et ou mais donc or ni car que qu qui quoi dont
            où quand comment pourquoi si comme lorsque puisque quel quelle quels quelles dans en sur sous par pour
            avec sans chez entre vers contre depuis pendant avant après est sont était étaient être été suis es
            sommes êtes sera seront serait soit ai as a avons avez ont avait avaient avoir eu aura aurait fait
            faire font peut peuvent pouvoir pourrait doit doivent devrait faut veut va vont ne n pas plus moins
            jamais rien aucun aucune très trop peu beaucoup bien aussi encore déjà toujours même tout tous toute
            toutes chaque plusieurs autre autres on se s soi nous notre nos là ici y alors ainsi
            c'est n'est d'un d'une qu'il qu'ils qu'elle qu'on qu'un l'on s'est c'était n'a n'ont il y
            """,
        first: "je j j'ai j'avais j'aime j'étais me m m'a moi mon ma mes mien",
        second: "tu te t toi ton ta tes vous votre vos",
        courtesies: "bonjour salut merci bonsoir cordialement désolé pardon oui non ok svp stp",
        links: "mais donc alors ainsi cependant pourtant toutefois aussi et ou car or enfin",
        pronouns:
            "il elle ils elles le la les lui leur leurs cela ça ceci celui celle ceux celles ce ces cette en y",
        frequent: "gens temps bon bonne an ans jour fois monde pense crois trouve nouveau dit"
    )

    static let spanish = LanguageWords(
        stop: """
            el la los las lo un una unos unas de del al a en y e o u pero sino porque que qué como cómo cuando
            cuándo donde dónde quien quién quienes cual cuál cuales si aunque mientras para por con sin sobre
            entre hacia hasta desde contra según durante ante tras es son era eran fue fueron ser sido soy eres
            somos será sería sea está están estaba estar estoy he ha has han hemos había habían haber hay hubo
            tiene tienen tener tengo tenía puede pueden poder podría debe deben hace hacer hacen va van ir voy no
            ni nunca nada nadie algo alguien algún alguna algunos algunas ningún ninguna muy más menos mucho mucha
            muchos muchas poco pocos todo toda todos todas cada otro otra otros otras mismo misma tan tanto
            también tampoco ya aún todavía siempre se sí nos nosotros nuestro nuestra nuestros aquí ahí allí
            ahora así luego entonces sus su solo sólo
            """,
        first: "yo me mí mi mis conmigo mío mía",
        second: "tú te ti tu tus usted ustedes vosotros vuestro vos contigo",
        courtesies: "hola gracias buenos buenas saludos adiós perdón favor sí no vale ok",
        links: "pero entonces así además sin embargo aunque también y o porque luego pues",
        pronouns: """
            él ella ellos ellas le les lo la los las su sus esto eso aquello este esta estos estas ese esa esos
            esas
            """,
        frequent: "gente tiempo bueno buena bien mejor año años día vez mundo creo cosas parece nuevo dice"
    )

    static let portuguese = LanguageWords(
        stop: """
            o a os as um uma uns umas de do da dos das em no na nos nas ao à aos às pelo pela pelos pelas num numa
            e ou mas porque que quê como quando onde quem qual quais se embora enquanto para por com sem sobre
            entre até desde contra segundo durante é são era eram foi foram ser sido sou somos será seria seja
            está estão estava estar estou tem têm tinha ter tenho teve há havia pode podem poder poderia deve
            devem faz fazer vai vão ir vou não nem nunca nada ninguém algo alguém algum alguma alguns algumas
            nenhum nenhuma muito muita muitos muitas pouco mais menos tudo todo toda todos todas cada outro outra
            outros outras mesmo mesma tão tanto também já ainda sempre nós nosso nossa nossos aqui ali lá agora
            assim então depois só seu sua seus suas isso
            """,
        first: "eu me mim meu minha meus minhas comigo",
        second: "tu te ti teu tua teus tuas você vocês vós",
        courtesies: "olá oi obrigado obrigada bom boa cumprimentos abraços desculpe sim não ok",
        links: "mas então assim porém além contudo entretanto também e ou porque portanto",
        pronouns: """
            ele ela eles elas lhe lhes dele dela deles delas isto isso aquilo este esta estes estas esse essa
            esses essas aquele aquela
            """,
        frequent: "gente pessoas tempo bem ano anos dia vez mundo acho coisas parece novo diz"
    )

    static let italian = LanguageWords(
        stop: """
            il lo la i gli le l un uno una di del dello della dei degli delle a al allo alla ai agli alle da dal
            dalla dai dalle in nel nello nella nei nelle su sul sulla sui sulle con per tra fra senza sotto sopra
            verso contro e ed o ma perché che chi cui come quando dove quale quali se anche mentre poiché è sono
            era erano essere stato stata stati sei siamo siete sarà sarebbe sia fu ho hai ha abbiamo avete hanno
            aveva avere avrebbe può possono potrebbe deve devono fa fare fanno va vanno non né mai niente nulla
            nessuno qualcosa qualcuno ogni molto molta molti molte poco più meno tutto tutta tutti tutte altro
            altra altri altre stesso stessa così tanto troppo già ancora sempre ci si vi ne noi nostro nostra
            nostri qui qua lì là ora adesso poi quindi dunque solo c'è cosa
            dell'unione un'altra l'ho c'era
            """,
        first: "io mi me mio mia miei mie",
        second: "tu ti te tuo tua tuoi tue voi vostro vostra",
        courtesies: "ciao salve grazie buongiorno buonasera saluti scusa scusi prego sì no ok",
        links: "ma quindi però allora così inoltre tuttavia anche e o perché dunque infatti",
        pronouns: """
            egli lui lei loro esso essa essi ne suo sua suoi sue questo questa questi queste quello quella quelli
            quelle ciò
            """,
        frequent: "gente persone tempo bene anno anni giorno volta mondo penso credo cose nuovo dice"
    )

    static let catalan = LanguageWords(
        stop: """
            el la els les l un una uns unes de del dels d al als a en i o però perquè que què com quan on qui
            quin quina quins si encara mentre per amb sense sobre entre fins des contra segons durant és són era
            eren va ser sigut estat soc som serà seria sigui està estan estava he ha has han hem havia haver hi
            ho té tenen tenir tinc tenia pot poden podria ha de cal fa fer fan van anar no ni mai res ningú
            alguna algú algun alguns cap molt molta molts moltes poc més menys tot tota tots totes cada altre
            altra altres mateix mateixa tan tant també tampoc ja sempre es s ens nosaltres nostre nostra aquí
            allà ara així doncs només amb això
            """,
        first: "jo em me m meu meva meus meves",
        second: "tu et te t teu teva vosaltres vostre vostè vostès",
        courtesies: "hola gràcies bon bona salutacions adéu perdó sisplau sí no",
        links: "però doncs així també a més i o perquè tanmateix",
        pronouns: "ell ella ells elles li els seu seva seus això allò aquest aquesta aquests aquestes aquell",
        frequent: "gent temps bé any anys dia vegada món crec coses nou diu persones"
    )

    static let romanian = LanguageWords(
        stop: """
            un o unui unei niște al a ai ale de din la în pe cu pentru prin spre fără sub peste între până după
            despre contra și sau dar iar ci că să ca când cum unde cine ce care cărei căror dacă deși deoarece
            este e sunt era erau fi fost ești suntem va vor ar aș am are au avem aveți avea avut poate pot putea
            trebuie face fac nu nici niciodată nimic nimeni ceva cineva vreo orice fiecare foarte mult multă mulți
            multe puțin mai tot toată toți toate alt altă alți alte același atât așa și deja încă mereu se își ne
            noi nostru noastră aici acolo acum atunci apoi doar numai chiar într-un într-o s-a n-am
            """,
        first: "eu mă mine îmi mie meu mea mei mele",
        second: "tu te tine îți ție tău ta tăi tale voi vă vouă vostru dumneavoastră",
        courtesies: "salut bună mulțumesc mersi scuze rog da nu ok",
        links: "dar deci însă totuși astfel și sau iar pentru prin urmare",
        pronouns: """
            el ea ei ele lui lor îl îi o le său sa săi sale asta aceasta acesta acestea aceștia acest această acel
            acea aceea
            """,
        frequent: "oameni timp bine an ani zi lume cred lucruri nou spune bun"
    )
}
