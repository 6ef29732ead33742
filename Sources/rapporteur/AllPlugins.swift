internal import Archive
internal import Echo
internal import PluginAPI
internal import Quote
internal import Scheduling
internal import Summarising

/// The plugins that are built in.
enum AllPlugins {
    static var list: [any Plugin] {
        [QuotePlugin(), SummaryPlugin(), ArchivePlugin(), SchedulePlugin(), EchoPlugin()]
    }

    static var ids: [String] { list.map(\.manifest.id) }
}
