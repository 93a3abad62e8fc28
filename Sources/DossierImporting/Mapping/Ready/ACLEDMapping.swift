extension ReadyMapping {
    /// The Armed Conflict Location and Event Data project, as its export tool and its API write rows.
    static let acled = ReadyMapping(
        "acled", "ACLED: political violence and protest",
        """
        # A day of time_precision 2 is the middle of a week.
        kind=event
        id={event_id_cnty}
        title="{sub_event_type}[: {actor1}][ and {actor2}][, {location}]"
        when="{event_date}"
        precision="{time_precision}: 2=about,3=month"
        type={event_type}
        map.type="Battles=battle,Explosions/Remote violence=explosion,Violence against civilians=attack,Protests=protest,Riots=riot,Strategic developments=development"
        actor={actor1}
        target={actor2}
        place="{location}[, {admin2}][, {admin1}], {country}"
        place.coordinates="{latitude},{longitude}"
        quantity="{fatalities} deaths"
        source={source}
        split=;
        text={notes}
        """)
}
