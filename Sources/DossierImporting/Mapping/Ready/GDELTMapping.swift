extension ReadyMapping {
    /// The event export of GDELT 2.0: 61 columns between tabs, without a header.
    static let gdelt = ReadyMapping(
        "gdelt", "GDELT 2: events read by a machine, without a header",
        """
        delimiter=tab
        header=no
        columns="GLOBALEVENTID,SQLDATE,MonthYear,Year,FractionDate,Actor1Code,Actor1Name,Actor1CountryCode,\
                Actor1KnownGroupCode,Actor1EthnicCode,Actor1Religion1Code,Actor1Religion2Code,Actor1Type1Code,\
                Actor1Type2Code,Actor1Type3Code,Actor2Code,Actor2Name,Actor2CountryCode,Actor2KnownGroupCode,\
                Actor2EthnicCode,Actor2Religion1Code,Actor2Religion2Code,Actor2Type1Code,Actor2Type2Code,\
                Actor2Type3Code,IsRootEvent,EventCode,EventBaseCode,EventRootCode,QuadClass,GoldsteinScale,\
                NumMentions,NumSources,NumArticles,AvgTone,Actor1Geo_Type,Actor1Geo_FullName,Actor1Geo_CountryCode,\
                Actor1Geo_ADM1Code,Actor1Geo_ADM2Code,Actor1Geo_Lat,Actor1Geo_Long,Actor1Geo_FeatureID,\
                Actor2Geo_Type,Actor2Geo_FullName,Actor2Geo_CountryCode,Actor2Geo_ADM1Code,Actor2Geo_ADM2Code,\
                Actor2Geo_Lat,Actor2Geo_Long,Actor2Geo_FeatureID,ActionGeo_Type,ActionGeo_FullName,\
                ActionGeo_CountryCode,ActionGeo_ADM1Code,ActionGeo_ADM2Code,ActionGeo_Lat,ActionGeo_Long,\
                ActionGeo_FeatureID,DATEADDED,SOURCEURL"
        kind=event
        id=gdelt-{GLOBALEVENTID}
        title="[{Actor1Name}: ]{EventRootCode}[, {Actor2Name}]"
        map.title="01=statement,02=appeal,03=intent to cooperate,04=consultation,05=diplomatic cooperation,\
        06=material cooperation,07=aid,08=yielding,09=investigation,10=demand,11=disapproval,12=rejection,13=threat,14=protest,\
        15=show of force,16=reduced relations,17=coercion,18=assault,19=fight,20=mass violence"
        when={SQLDATE}
        type={EventRootCode}
        map.type="01=statement,02=statement,03=statement,04=meeting,05=cooperation,06=cooperation,07=aid,08=concession,\
        09=investigation,10=demand,11=statement,12=rejection,13=threat,14=protest,15=movement,16=sanction,17=coercion,18=attack,\
        19=battle,20=attack"
        actor={Actor1Name}
        target={Actor2Name}
        place={ActionGeo_FullName}
        place.coordinates="{ActionGeo_Lat},{ActionGeo_Long}"
        source={SOURCEURL}
        status=reported
        """)
}
