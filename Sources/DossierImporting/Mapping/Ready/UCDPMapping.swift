extension ReadyMapping {
    /// The Georeferenced Event Dataset of the Uppsala Conflict Data Program, as https://ucdp.uu.se/downloads/ has it.
    static let ucdp = ReadyMapping(
        "ucdp", "UCDP GED: events of organised violence",
        """
        # The days of an event are a range of which it is one. date_prec says where only the month or the year is known.
        kind=event
        id=ucdp-{id}
        title="{dyad_name}[, {where_coordinates}]"
        when="[[{date_start}..{date_end}]]"
        precision="{date_prec}: 4=month,5=year"
        type={type_of_violence}
        map.type="1=battle,2=battle,3=attack"
        actor={side_a}
        target={side_b}
        place="{where_coordinates}[, {adm_2}][, {adm_1}]"
        place.coordinates="{latitude},{longitude}"
        quantity="{low}..{best}..{high} deaths"
        source={source_original}
        text={source_headline}
        """)
}
