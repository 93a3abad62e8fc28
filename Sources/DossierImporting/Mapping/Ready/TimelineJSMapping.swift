extension ReadyMapping {
    /// The spreadsheet of Knight Lab's TimelineJS, saved as csv.
    static let timelinejs = ReadyMapping(
        "timelinejs", "TimelineJS: the rows of its spreadsheet",
        """
        kind=event
        title={Headline}
        when="{Year}[-{Month}[-{Day}]][/{End Year}[-{End Month}[-{End Day}]]]"
        text={Text}
        type={Type}
        map.type="title="
        x.group={Group}
        x.media={Media}
        x.credit="{Media Credit}"
        x.caption="{Media Caption}"
        """)
}
