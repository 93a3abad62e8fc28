extension ReadyMapping {
    /// The columns that every timeline for Timesketch has.
    static let timesketch = ReadyMapping(
        "timesketch", "Timesketch: a timeline of digital forensics",
        """
        kind=event
        title={message}
        when={datetime}
        x.timestamp-desc={timestamp_desc}
        """)
}
