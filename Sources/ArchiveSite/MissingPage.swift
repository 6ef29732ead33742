/// What stands where nothing is.
struct MissingPage {
    /// Where somebody looked; nil for a file that a server shows for every path.
    let path: String?
    let settings: SiteSettings

    var page: SitePage {
        SitePage(
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>Nothing here · \(settings.title)</title>
            <link rel="stylesheet" href="\(top)style.css">
            <link rel="icon" href="\(top)icon.svg" type="image/svg+xml">
            </head>
            <body>
            <header class="masthead">
            <p class="wordmark"><a href="\(top)index.html" dir="auto">\(settings.title)</a></p>
            </header>
            <main id="main">
            <h1>Nothing here</h1>
            <p class="standing">There is no page at this address. Words that were removed leave their pages, too.</p>
            <p><a href="\(top)index.html">All statements</a></p>
            </main>
            </body>
            </html>

            """
        )
    }

    private var top: String {
        guard let path else { return settings.address?.webAddress ?? "" }
        return String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") })
    }
}
