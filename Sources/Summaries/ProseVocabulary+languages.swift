/// The words of other languages that matter most; where a word is none of ours, it strikes nothing wrongly.
extension ProseVocabulary {
    static let otherDenials =
        "nicht kein keine keinen keiner keinem nie niemals niemand nichts ohne pas jamais aucun aucune rien sans ni nunca "
        + "jamas ningun ninguna nada sin nao nem nunca non nessun nessuno nessuna mai niente senza niet geen nooit "
        + "zonder inte aldrig ingen ikke aldri ei ne nie nigdy bez не нет ни никогда без нельзя ні немає nem sem hic "
        + "degil ليس لا لم لن بدون לא אין בלי नहीं मत 不 没 沒 無 无 非 未 别 否"

    static let otherSpeakers =
        "ich wir mich uns mir unser unsere unseren du dich dir euch je j'ai nous moi mon notre vous tu votre vos yo "
        + "nosotros nosotras nuestro nuestra vosotros usted ustedes io noi nostro nostra voi ik wij ons onze jij jullie "
        + "eu nos meu nosso voce voces jag vi oss vår ja my nasz я мы мой наш нам нас ты вы ваш ми 我 我们 我們 你 私"

    static let otherCounts =
        "alle allen alles jeder jede jedes meisten viele vielen mehrheit beide zwei drei vier immer tous toutes chaque "
        + "plupart beaucoup majorite deux trois toujours todos todas cada mayoria muchos muchas dos tres siempre tutti "
        + "tutte ogni maggioranza molti molte tre sempre alle meeste veel iedereen twee drie altijd maioria muitos "
        + "muitas dois sempre все каждый большинство многие два три всегда"

    static let otherForces = [
        "muss mussen soll sollte sollen darf doit doivent faut debe deben deve devono moet moeten должен должны надо",
        "kann konnte konnten vielleicht peut peuvent pourrait puede pueden quizas puo possono forse kan misschien pode "
            + "podem talvez может могут возможно",
        "wenn falls si sofern als se indien если",
    ]
}
