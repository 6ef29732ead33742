extension LanguageWords {
    static let finnish = LanguageWords(
        stop: """
            ja on ei että se en oli joka jotka jonka mutta kun niin kuin tai vai jos koska vaikka myös vain jo
            vielä nyt sitten siis ovat olivat ollut olla ole olisi olen olet olemme olette eivät emme ette et voi
            voivat voisi pitää täytyy mitä mikä kuka ketkä missä milloin miksi miten mihin kaikki kaikkia jokainen
            joku jokin jotain mitään kukaan aina koskaan paljon enemmän vähän hyvin aika ehkä ihan kanssa ilman
            ennen jälkeen yli alle mukaan vastaan varten välillä sekä eikä ettei me meidän meitä meille itse oma
            siellä täällä tässä siinä sen sitä tämän tätä noin kuitenkin enää
            """,
        first: "minä mä minun mun minua minulle minulla",
        second: "sinä sä sinun sun sinua sinulle te teidän teitä teille",
        courtesies: "hei moi terve kiitos terveisin anteeksi ole hyvä kyllä joo ei",
        links: "mutta siksi kuitenkin siis myös lisäksi ja tai joten",
        pronouns: "hän hänen häntä he heidän heitä se sen sitä ne niiden niitä tämä tuo nämä nuo",
        frequent: "ihmiset ihmisten vuosi vuotta päivä mielestä hyvä uusi"
    )

    static let hungarian = LanguageWords(
        stop: """
            a az egy és vagy de hogy nem is ha mert mint meg már még csak el ki be fel le van vannak volt voltak
            lesz lenne lehet kell tud tudja lett legyen nincs nincsenek sem se ez ezt azt ezek azok aki akik ami
            amely amelyek ahol amikor miért hogyan mi mit ki kik hol mikor minden mindenki valami valaki semmi
            senki nagyon több kevesebb sok kevés mindig soha itt ott most akkor majd után előtt alatt között
            nélkül ellen szerint miatt által felé nekünk minket bennünket saját olyan ilyen így úgy éppen talán
            hanem pedig illetve
            """,
        first: "én engem nekem velem enyém vagyok",
        second: "te téged neked veled vagy ti titeket nektek ön önök önnek",
        courtesies: "szia sziasztok köszönöm köszi kérem kérlek üdvözlettel bocsánat igen nem",
        links: "de ezért azonban tehát viszont és vagy mégis ráadásul",
        pronouns: "ő őt neki vele ők őket nekik ez az ezt azt ezek azok ennek annak",
        frequent: "emberek ember idő év évek nap szerintem gondolom jó új"
    )

    static let turkish = LanguageWords(
        stop: """
            ve bir bu da de için ile çok daha ama fakat ancak veya ya ki ne gibi kadar olarak olan oldu olduğu
            olduğunu var yok değil mi mı mu mü en her hiç bazı tüm bütün şey o şu biz bizim bizi bize kendi nasıl
            neden niçin nerede kim hangi zaman sonra önce şimdi artık hala hep belki sadece yalnız çünkü eğer
            göre karşı doğru üzere rağmen böyle şöyle öyle ise idi olsa olur olmak etmek etti eden yapmak diye
            bile hem üzerinde arasında içinde tarafından
            """,
        first: "ben beni bana benim bende",
        second: "sen seni sana senin siz sizi size sizin",
        courtesies: "merhaba selam teşekkürler teşekkür sağol lütfen özür evet hayır tamam",
        links: "ama fakat ancak yani ayrıca bu yüzden ve veya çünkü oysa",
        pronouns: "o onu ona onun onlar onları onların bunu buna bunun bunlar şunu",
        frequent: "insanlar insan yıl gün iyi yeni düşünüyorum bence"
    )

    static let indonesian = LanguageWords(
        stop: """
            yang dan di ke dari untuk dengan pada ini itu tidak tak bukan belum sudah telah akan sedang masih juga
            atau tetapi tapi karena jika kalau bila agar supaya sehingga seperti oleh dalam adalah ialah ada bisa
            dapat harus boleh perlu mau ingin lebih sangat sekali semua setiap banyak beberapa para hanya saja
            lagi sini situ sana kini sekarang nanti kemudian lalu apa siapa mana kapan mengapa kenapa bagaimana
            kita kami sebuah suatu seorang tentang antara tanpa terhadap sampai hingga sejak saat ketika maka pun
            bahwa namun secara menjadi jadi begitu hal
            """,
        first: "saya aku ku",
        second: "kamu anda kau engkau kalian mu",
        courtesies: "halo hai terima kasih salam maaf tolong silakan ya tidak selamat",
        links: "tetapi tapi namun jadi maka karena itu dan atau selain juga",
        pronouns: "dia ia mereka nya beliau ini itu tersebut",
        frequent: "orang tahun hari waktu baik baru menurut dunia"
    )

    static let basque = LanguageWords(
        stop: """
            eta ez da du dira ditu zen ziren zuen izan dut dugu dute dio egin baina edo ere bat batzuk hau hori hura
            hauek horiek hemen hor han orain gero beti inoiz oso gehiago gutxi asko guztiak guzti dena nor zer non
            noiz zergatik nola zein behar ahal nahi beste bere gure gu guk bezala baino bezain arte ondoren gabe
            buruz arabera artean baizik bada baita daude dago dela dituzte diren duen dituen eta
            """,
        first: "ni nik niri nire nirekin",
        second: "zu zuk zuri zure zuek zuen hi",
        courtesies: "kaixo agur eskerrik asko mesedez barkatu bai ez",
        links: "baina beraz hala ere eta edo gainera",
        pronouns: "hura hark haiek bera berak hori hau",
        frequent: "jende jendea urte egun ona berria uste"
    )

    static let irish = LanguageWords(
        stop: """
            an na agus is ní níl tá bhí beidh bhfuil raibh i in ag ar as do de le ó go gan chun faoi thar roimh
            idir mar ach nó má mura nuair sa san leis den don ón sin seo siúd ann anseo ansin anois aon gach eile
            féin cad cé conas cathain cén fáth go leor níos mó is ea nach gur a bhíonn bheith rud duine againn sinn
            muid ár ba bhain dul déanamh freisin fós riamh
            """,
        first: "mé mise mo agam dom liom orm",
        second: "tú tusa do agat duit leat ort sibh bhur agaibh",
        courtesies: "dia slán míle maith raibh",
        links: "ach mar sin agus nó freisin",
        pronouns: "sé sí siad é í iad a sin seo",
        frequent: "daoine bliain lá am"
    )

    static let vietnamese = LanguageWords(
        stop: """
            và của là có không được một những các này cho với trong khi đã đang sẽ cũng như từ để người về thì mà
            nhưng hay hoặc vì nếu nên rất nhiều hơn ở đó đây vào ra lại chỉ theo bị đến còn do tại nào gì ai sao
            chúng ta
            """,
        first: "tôi mình",
        second: "bạn anh chị",
        courtesies: "chào cảm ơn vâng",
        links: "",
        pronouns: "nó họ",
        frequent: ""
    )

    static let greek = LanguageWords(
        stop: """
            ο η το οι τα του της των τον την τους τις ένα ένας μια μία και κι ή αλλά όμως ότι πως που να θα δεν μη
            μην ας αν επειδή γιατί όταν ενώ πριν μετά σε στο στη στην στον στα στις στους από με για χωρίς προς
            κατά μέχρι είναι ήταν έχει έχουν είχε είμαι είσαι είμαστε έχω έχουμε μπορεί πρέπει τι ποιος ποια ποιο
            πού πότε πώς όλα όλοι όλες κάθε κάτι κάποιος τίποτα κανείς πολύ πιο λίγο πάντα ποτέ εδώ εκεί τώρα τότε
            μας εμείς ίδιο άλλο άλλα άλλοι σαν όπως ακόμα ακόμη μόνο ήδη
            """,
        first: "εγώ εμένα μου με",
        second: "εσύ εσένα σου εσείς εσάς σας",
        courtesies: "γεια ευχαριστώ παρακαλώ συγγνώμη χαίρετε ναι όχι",
        links: "αλλά όμως λοιπόν επίσης άρα έτσι και ή ωστόσο",
        pronouns: "αυτός αυτή αυτό αυτοί αυτές αυτά τους του της εκείνος εκείνη εκείνο",
        frequent: ""
    )

    static let armenian = LanguageWords(
        stop: """
            և եւ ու է են էր էին եմ ես ենք չէ չեն մի որ որը որոնք որի որպես թե եթե բայց կամ իսկ քանի երբ որտեղ ինչ ով
            ինչու ինչպես այս այդ այն այստեղ այնտեղ հիմա միշտ երբեք շատ ավելի քիչ բոլոր բոլորը ամեն միայն նաև էլ հետ
            մեջ մասին համար առանց մինչև հետո առաջ պետք կա կան չկա չի մեր մենք մեզ իր իրենց պիտի
            """,
        first: "ես ինձ իմ",
        second: "դու քեզ քո դուք ձեզ ձեր",
        courtesies: "բարև շնորհակալություն խնդրում ներողություն այո ոչ",
        links: "բայց սակայն ուստի նաև",
        pronouns: "նա նրա նրան նրանք նրանց սա դա",
        frequent: ""
    )
}
