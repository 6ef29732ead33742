/// The mark of the site in a browser's tab: a quotation mark.
enum SiteIcon {
    static let text = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#9a2a1f"/>\
        <path fill="#fffaf5" d="M7 22v-6q0-6 6-7l1 2.4q-3 .8-3 3.6h3v7zm11 0v-6q0-6 6-7l1 2.4q-3 .8-3 3.6h3v7z"/></svg>

        """
}
