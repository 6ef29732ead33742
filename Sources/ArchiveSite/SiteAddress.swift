/// Where things stand below the site's address, for those who link to it from elsewhere.
package enum SiteAddress {
    /// - Parameter key: nil for the statement itself. The page of a comment is there where the site has one for each, as
    ///   the bot's own has; a site of files leads on from it.
    package static func path(ofStatement number: Int, comment key: String?) -> String {
        guard let key else { return "s/\(number)/" }
        return "\(SitePath.comment(number, key: key))"
    }
}
