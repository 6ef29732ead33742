/// Exports of WordPress for tests.
enum SampleExport {
    static func export(_ items: String, version: String = "1.2") -> String {
        """
        <?xml version="1.0" encoding="UTF-8" ?>
        <!-- This is a WordPress eXtended RSS file -->
        <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/\(version)/excerpt/"
         xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
         xmlns:wp="http://wordpress.org/export/\(version)/">
        <channel><title>Our &amp;#8220;paper&amp;#8221;</title><link>https://example.org</link>
        <wp:wxr_version>\(version)</wp:wxr_version>
        <wp:author><wp:author_display_name><![CDATA[admin]]></wp:author_display_name></wp:author>
        \(items)
        </channel></rss>
        """
    }

    static func head(_ title: String, status: String = "publish", type: String = "post", more: String = "")
        -> String
    {
        """
        <title>\(title)</title><link>https://example.org/a/</link><dc:creator><![CDATA[admin]]></dc:creator>
        <description></description>
        <content:encoded><![CDATA[<!-- wp:paragraph --><p>First &amp; foremost.</p>

        Second
        line.<blockquote>Quoted.</blockquote>]]></content:encoded>
        <excerpt:encoded><![CDATA[not this]]></excerpt:encoded>
        <wp:post_id>7</wp:post_id><wp:status>\(status)</wp:status><wp:post_type>\(type)</wp:post_type>\(more)
        <wp:postmeta><wp:meta_key>rapporteur_id</wp:meta_key><wp:meta_value>no</wp:meta_value></wp:postmeta>
        """
    }

    static func comment(
        _ id: String,
        parent: String = "0",
        author: String = "Ann",
        gmt: String = "2024-03-01 10:00:00",
        local: String = "2024-03-01 11:00:00",
        approved: String = "1",
        type: String = "comment",
        meta: [String: String] = [:],
        _ content: String
    ) -> String {
        let metas = meta.sorted { $0.key < $1.key }.map { key, value in
            """
            <wp:commentmeta><wp:meta_key>\(key)</wp:meta_key><wp:meta_value><![CDATA[\(value)]]></wp:meta_value>\
            </wp:commentmeta>
            """
        }
        return """
            <wp:comment><wp:comment_id>\(id)</wp:comment_id>
            <wp:comment_author><![CDATA[\(author)]]></wp:comment_author>
            <wp:comment_author_email>ann@example.org</wp:comment_author_email>
            <wp:comment_date>\(local)</wp:comment_date><wp:comment_date_gmt>\(gmt)</wp:comment_date_gmt>
            <wp:comment_content><![CDATA[\(content)]]></wp:comment_content>
            <wp:comment_approved>\(approved)</wp:comment_approved><wp:comment_type>\(type)</wp:comment_type>
            <wp:comment_parent>\(parent)</wp:comment_parent>\(metas.joined())</wp:comment>

            """
    }
}
