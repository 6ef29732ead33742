import Discussion

/// Texts that no seed has.
enum MadeUp {
    /// Of scripts that are written differently: to the left, without spaces, with marks on their letters.
    static let scripts = [
        "שלום לכולם. הַשָּׁלוֹם עכשיו!\nעוד שורה.", "السَّلامُ عليكم. هل هذا صحيح؟ نعم.\nسطر آخر.",
        "e\u{301}te\u{301} à la mer. Cafe\u{301}.\nn\u{303}o.", "👩‍👩‍👧‍👧 came. 🇺🇦🇩🇪 met! 👍🏽\n❤️ ended it.",
        "今天很冷。我们回家吧！\n彼は「行く。」私は残る。", "รัฐบาลไทย\nผมรักบ้าน เมืองใหญ่", "A\nB\nC", "One. One. One.\nOne.", "…",
    ]

    static func statement(
        _ text: String,
        title: String = "",
        standfirst: String? = nil,
        caption: String? = nil,
        url: String? = nil
    ) -> Statement {
        Statement(
            title: title,
            standfirst: standfirst,
            caption: caption.map { Paragraph(index: 0, segmenting: $0) },
            paragraphs: Paragraph.paragraphs(of: text),
            publisher: nil,
            sourceURL: url
        )
    }
}
