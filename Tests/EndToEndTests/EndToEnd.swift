import Testing

/// Tests of the real binary over real sockets. One at a time: each has a process of its own beside it, and there
/// may be two cores.
@Suite(.serialized) enum EndToEnd {}
