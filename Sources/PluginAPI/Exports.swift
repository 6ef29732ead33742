// A plugin imports PluginAPI and has the whole vocabulary.
@_exported public import Cron
@_exported public import Discussion
@_exported public import MatrixTypes
