import Testing

/// Everything that runs a program on a pseudo-terminal, one after the other.
@Suite("On a terminal", .serialized)
struct TerminalTests {}
