/// The one style sheet of the site. No file from elsewhere, no fonts: those of the reader's system.
enum StyleSheet {
    static let text = frame + reading + comments + pictures + print
}
