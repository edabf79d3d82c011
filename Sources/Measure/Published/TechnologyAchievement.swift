/// The Technology Achievement Index of 23 countries, the example that runs through the Handbook.
///
/// Figures: OECD/JRC, Handbook on Constructing Composite Indicators (2008), Table A.2, and the ranks under equal weights in Tables 23 and
/// 38; after UNDP, Human Development Report 2001, whose goalposts are used (technical note 2). Telephones and electricity
/// are logarithms to the base of ten already, and so are their goalposts.
extension PublishedIndex {
    static let technologyAchievement = PublishedIndex(
        code: "tai-23", title: "Technology Achievement Index, 23 countries",
        source:
            "OECD/JRC, Handbook on Constructing Composite Indicators (2008), Tables A.2, 23 and 38; UNDP, Human Development Report 2001",
        framework: """
            name: Technology Achievement Index
            version: "2001"
            steps:
              - normalise: goalposts
                scale: [0, 1]
              - weigh: equal
              - aggregate: arithmetic

            """,
        indicators: """
            iCode,iName,Lower,Upper,Unit,Parent,Type
            Patents,Patents granted to residents,0,994,per million people,Creation,Indicator
            Royalties,Receipts of royalties and licence fees,0,272.6,US dollars per 1000 people,Creation,Indicator
            Internet,Internet hosts,0,232.4,per 1000 people,Recent,Indicator
            Exports,Exports of high and medium technology,0,80.8,% of exports,Recent,Indicator
            Telephones,Telephones (logarithm),0,2.954724790979063,per 1000 people,Old,Indicator
            Electricity,Electricity consumption (logarithm),1.3424226808222062,3.843170464519898,kWh per head,Old,Indicator
            Schooling,Mean years of schooling,0.8,12,years,Skills,Indicator
            University,Enrolment in tertiary science,0.1,27.4,%,Skills,Indicator
            Published,Rank as published,NA,NA,,NA,Other
            Creation,Creation of technology,NA,NA,,TAI,Aggregate
            Recent,Diffusion of recent innovations,NA,NA,,TAI,Aggregate
            Old,Diffusion of old innovations,NA,NA,,TAI,Aggregate
            Skills,Human skills,NA,NA,,TAI,Aggregate
            TAI,Technology Achievement Index,NA,NA,,NA,Aggregate

            """,
        data: data, expectation: .ranks)

    private static let data = """
        uCode,Patents,Royalties,Internet,Exports,Telephones,Electricity,Schooling,University,Published
        FIN,187,125.6,200.2,50.7,3.08,4.15,10,27.4,1
        USA,289,130,179.1,66.2,3.00,4.07,12,13.9,2
        SWE,271,156.6,125.8,59.7,3.10,4.14,11.4,15.3,3
        JPN,994,64.6,49,80.8,3.00,3.86,9.5,10,4
        KOR,779,9.8,4.8,66.7,2.97,3.65,10.8,23.2,5
        NLD,189,151.2,136,50.9,3.02,3.77,9.4,9.5,6
        GBR,82,134,57.4,61.9,3.02,3.73,9.4,14.9,7
        CAN,31,38.6,108,48.7,2.94,4.18,11.6,14.2,9
        AUS,75,18.2,125.9,16.2,2.94,3.94,10.9,25.3,10
        SGP,8,25.5,72.3,74.9,2.95,3.83,7.1,24.2,8
        DEU,235,36.8,41.2,64.2,2.94,3.75,10.2,14.4,11
        NOR,103,20.2,193.6,19,3.12,4.39,11.9,11.2,12
        IRL,106,110.3,48.6,53.6,2.97,3.68,9.4,12.3,13
        BEL,72,73.9,58.9,47.6,2.91,3.86,9.3,13.6,14
        NZL,103,13,146.7,15.4,2.86,3.91,11.7,13.1,15
        AUT,165,14.8,84.2,50.3,2.99,3.79,8.4,13.6,16
        FRA,205,33.6,36.4,58.9,2.97,3.80,7.9,12.6,17
        ISR,74,43.6,43.2,45,2.96,3.74,9.6,11,18
        ESP,42,8.6,21,53.4,2.86,3.62,7.3,15.6,19
        ITA,13,9.8,30.4,51,3.00,3.65,7.2,13,20
        CZE,28,4.2,25,51.7,2.75,3.68,9.5,8.2,21
        HUN,26,6.2,21.6,63.5,2.73,3.46,9.1,7.7,22
        SVN,105,4,20.3,49.5,2.84,3.71,7.1,10.6,23

        """
}
