/// What happened in the invented country of the demonstration: one phishing campaign, as those it touched tell it.
///
/// One object a line. `@NAME` stands for the identifier of the object that bears the name here, `@@LABEL` for a TLP marking
/// and `-3d`, `-2h` for a time before now; ``DemoText`` puts them in. Names, addresses and organisations are invented; the
/// addresses are of RFC 5737 and RFC 3849, the hosts of `.example`.
enum DemoStory {
    /// What one organisation says to one audience.
    struct Chapter: Sendable {
        let collection: String
        /// Name of the organisation that says so, or of a feed.
        let source: String
        let objects: String
    }

    static let chapters = [campaign, partners, finance, thread]

    /// What the field knows already: a few techniques, described in our own words.
    static let known = Chapter(
        collection: "public", source: "CSIRT Valdoria",
        objects: #"""
            {"as":"csirt","type":"identity","created":"-400d","name":"CSIRT Valdoria","identity_class":"organization","description":"The national computer security incident response team of Valdoria. It answers round the clock.","sectors":["government"],"contact_information":"Mail: desk@csirt.valdoria.example, telephone: +999 555 0100","created_by_ref":"@csirt","object_marking_refs":["@@CLEAR"]}
            {"as":"link","type":"attack-pattern","created":"-390d","created_by_ref":"@csirt","name":"Spearphishing Link","description":"A mail to a chosen person carries a link to a page that steals what is typed into it.","external_references":[{"source_name":"mitre-attack","external_id":"T1566.002","url":"https://attack.mitre.org/techniques/T1566/002"}],"kill_chain_phases":[{"kill_chain_name":"mitre-attack","phase_name":"initial-access"}],"object_marking_refs":["@@CLEAR"]}
            {"as":"accounts","type":"attack-pattern","created":"-390d","created_by_ref":"@csirt","name":"Valid Accounts","description":"Intruders use accounts whose passwords they have stolen, and so look like those they belong to.","external_references":[{"source_name":"mitre-attack","external_id":"T1078","url":"https://attack.mitre.org/techniques/T1078"}],"kill_chain_phases":[{"kill_chain_name":"mitre-attack","phase_name":"persistence"}],"object_marking_refs":["@@CLEAR"]}
            {"as":"capture","type":"attack-pattern","created":"-390d","created_by_ref":"@csirt","name":"Web Portal Capture","description":"A forged login page keeps the name and password and passes the visitor on to the real one.","external_references":[{"source_name":"mitre-attack","external_id":"T1056.003","url":"https://attack.mitre.org/techniques/T1056/003"}],"kill_chain_phases":[{"kill_chain_name":"mitre-attack","phase_name":"credential-access"}],"object_marking_refs":["@@CLEAR"]}
            {"as":"mfa","type":"course-of-action","created":"-380d","created_by_ref":"@csirt","name":"Phishing-resistant sign-in","description":"Passkeys or security keys do not work on a forged page, because they are bound to the name of the real one.","object_marking_refs":["@@CLEAR"]}
            {"as":"r1","type":"relationship","created":"-380d","created_by_ref":"@csirt","relationship_type":"mitigates","source_ref":"@mfa","target_ref":"@capture","object_marking_refs":["@@CLEAR"]}
            """#)

    /// What everyone may know of the campaign.
    private static let campaign = Chapter(
        collection: "public", source: "CSIRT Valdoria",
        objects: #"""
            {"as":"heron","type":"campaign","created":"-9d","created_by_ref":"@csirt","name":"Paper Heron","aliases":["Heron"],"description":"Since the beginning of the month customers of banks in Valdoria receive short messages and mails about a parcel that could not be delivered. The link leads to a copy of their bank’s login page.","first_seen":"-12d","objective":"Steal the credentials of bank customers.","object_marking_refs":["@@CLEAR"]}
            {"as":"r2","type":"relationship","created":"-9d","created_by_ref":"@csirt","relationship_type":"uses","source_ref":"@heron","target_ref":"@link","description":"The messages speak of a parcel and carry a link.","object_marking_refs":["@@CLEAR"]}
            {"as":"r3","type":"relationship","created":"-9d","created_by_ref":"@csirt","relationship_type":"uses","source_ref":"@heron","target_ref":"@capture","description":"The page passes the visitor on to the bank after the second attempt.","object_marking_refs":["@@CLEAR"]}
            {"as":"latch","type":"malware","created":"-8d","created_by_ref":"@csirt","name":"PaperLatch","is_family":true,"malware_types":["spyware"],"description":"A telephone program that reads one-time codes from short messages. It is offered as a parcel tracker.","object_marking_refs":["@@CLEAR"]}
            {"as":"r4","type":"relationship","created":"-8d","created_by_ref":"@csirt","relationship_type":"uses","source_ref":"@heron","target_ref":"@latch","object_marking_refs":["@@CLEAR"]}
            {"as":"i1","type":"indicator","created":"-8d","created_by_ref":"@csirt","name":"Forged login page of Meridian Bank","description":"The page was first reported by a citizen.","indicator_types":["malicious-activity"],"pattern":"[domain-name:value = 'login-meridian-bank.example']","pattern_type":"stix","valid_from":"-8d","confidence":85,"kill_chain_phases":[{"kill_chain_name":"mitre-attack","phase_name":"credential-access"}],"object_marking_refs":["@@CLEAR"]}
            {"as":"i2","type":"indicator","created":"-8d","created_by_ref":"@csirt","name":"Parcel link of Paper Heron","indicator_types":["malicious-activity"],"pattern":"[url:value = 'https://parcel-track.example/v/delivery']","pattern_type":"stix","valid_from":"-8d","confidence":80,"object_marking_refs":["@@CLEAR"]}
            {"as":"i3","type":"indicator","created":"-7d","created_by_ref":"@csirt","name":"PaperLatch, file","indicator_types":["malicious-activity"],"pattern":"[file:hashes.'SHA-256' = '6f1ed002ab5595859014ebf0951522d9a4b6ad53e8f3a1a9d5c8a1b2c3d4e5f6']","pattern_type":"stix","valid_from":"-7d","confidence":95,"object_marking_refs":["@@CLEAR"]}
            {"as":"r5","type":"relationship","created":"-8d","created_by_ref":"@csirt","relationship_type":"indicates","source_ref":"@i1","target_ref":"@heron","object_marking_refs":["@@CLEAR"]}
            {"as":"r6","type":"relationship","created":"-8d","created_by_ref":"@csirt","relationship_type":"indicates","source_ref":"@i2","target_ref":"@heron","object_marking_refs":["@@CLEAR"]}
            {"as":"r7","type":"relationship","created":"-7d","created_by_ref":"@csirt","relationship_type":"indicates","source_ref":"@i3","target_ref":"@latch","object_marking_refs":["@@CLEAR"]}
            {"as":"advisory","type":"report","created":"-7d","created_by_ref":"@csirt","name":"Forged login pages of banks: what customers and banks should do","description":"Customers of banks in Valdoria receive messages about a parcel. The link leads to a forged login page.\n\nWhat you can do\n\n- Open your bank by typing its address, never by a link.\n- Whoever typed a password there: change it, and call the bank.\n- Banks: offer passkeys, and watch for sign-ins from new telephones.","published":"-7d","report_types":["campaign","indicator"],"labels":["rsit:fraud=\"phishing\""],"object_refs":["@heron","@latch","@i1","@i2","@i3","@link","@capture","@mfa"],"object_marking_refs":["@@CLEAR"]}
            {"as":"false","type":"report","created":"-6d","created_by_ref":"@csirt","name":"Outage of the land register","description":"The land register does not answer; an attack is suspected.","published":"-6d","report_types":["incident"],"object_refs":["@csirt"],"object_marking_refs":["@@CLEAR"]}
            """#)

    /// What all who have an account here may know.
    private static let partners = Chapter(
        collection: "partners", source: "Harbour Net",
        objects: #"""
            {"as":"harbour","type":"identity","created":"-300d","created_by_ref":"@harbour","name":"Harbour Net","identity_class":"organization","sectors":["telecommunications"],"contact_information":"Mail: abuse@harbour-net.example","object_marking_refs":["@@GREEN"]}
            {"as":"i4","type":"indicator","created":"-6d","created_by_ref":"@harbour","name":"Host of the parcel pages","description":"Seen in our name servers’ answers; a customer’s machine was taken over.","indicator_types":["compromised"],"pattern":"[ipv4-addr:value = '192.0.2.44']","pattern_type":"stix","valid_from":"-6d","confidence":70,"object_marking_refs":["@@GREEN"]}
            {"as":"r8","type":"relationship","created":"-6d","created_by_ref":"@harbour","relationship_type":"indicates","source_ref":"@i4","target_ref":"@heron","object_marking_refs":["@@GREEN"]}
            {"as":"s1","type":"sighting","created":"-5d","created_by_ref":"@harbour","sighting_of_ref":"@i1","where_sighted_refs":["@harbour"],"count":412,"first_seen":"-8d","last_seen":"-5d","description":"Questions for the name from 412 customers’ lines.","object_marking_refs":["@@GREEN"]}
            {"as":"o1","type":"opinion","created":"-5d","created_by_ref":"@harbour","opinion":"agree","explanation":"The times fit what our abuse desk heard from customers.","object_refs":["@heron"],"object_marking_refs":["@@GREEN"]}
            """#)

    /// What the banks tell each other.
    private static let finance = Chapter(
        collection: "finance", source: "Meridian Bank",
        objects: #"""
            {"as":"bank","type":"identity","created":"-300d","created_by_ref":"@bank","name":"Meridian Bank","identity_class":"organization","sectors":["financial-services"],"contact_information":"Mail: security@meridian-bank.example","object_marking_refs":["@@AMBER"]}
            {"as":"s2","type":"sighting","created":"-4d","created_by_ref":"@bank","sighting_of_ref":"@i1","where_sighted_refs":["@bank"],"count":37,"first_seen":"-7d","last_seen":"-4d","description":"37 customers typed their password; their accounts are locked.","object_marking_refs":["@@AMBER"]}
            {"as":"i5","type":"indicator","created":"-4d","created_by_ref":"@bank","name":"Sign-ins with stolen passwords come from here","indicator_types":["malicious-activity"],"pattern":"[ipv4-addr:value = '203.0.113.77'] OR [ipv6-addr:value = '2001:db8:51::77']","pattern_type":"stix","valid_from":"-4d","confidence":90,"object_marking_refs":["@@AMBER"]}
            {"as":"r9","type":"relationship","created":"-4d","created_by_ref":"@bank","relationship_type":"indicates","source_ref":"@i5","target_ref":"@heron","object_marking_refs":["@@AMBER"]}
            {"as":"r10","type":"relationship","created":"-4d","created_by_ref":"@bank","relationship_type":"uses","source_ref":"@heron","target_ref":"@accounts","description":"Passwords were tried within four minutes.","object_marking_refs":["@@AMBER"]}
            {"as":"n1","type":"note","created":"-3d","created_by_ref":"@bank","abstract":"Same pages at a second bank","content":"A second member of the group sees the same page with its own logo. The kit is the same.","object_refs":["@heron","@i1"],"object_marking_refs":["@@AMBER"]}
            """#)

    /// What stays within the desk.
    private static let thread = Chapter(
        collection: "desk", source: "CSIRT Valdoria",
        objects: #"""
            {"as":"n2","type":"note","created":"-3d","created_by_ref":"@csirt","abstract":"Who rents the servers","content":"The neighbours’ team knows the reseller. They ask us to wait until Thursday before anybody writes to him.","object_refs":["@heron"],"object_marking_refs":["@@AMBER+STRICT"]}
            {"as":"n3","type":"note","created":"-2d","created_by_ref":"@csirt","abstract":"Agreed","content":"We wait. Until then nothing of this leaves the desk.","object_refs":["@n2","@heron"],"object_marking_refs":["@@AMBER+STRICT"]}
            {"as":"gang","type":"threat-actor","created":"-2d","created_by_ref":"@csirt","name":"Owners of the parcel kit","threat_actor_types":["crime-syndicate"],"description":"Two persons, known by their names in a forum.","object_marking_refs":["@@AMBER+STRICT"]}
            {"as":"r11","type":"relationship","created":"-2d","created_by_ref":"@csirt","relationship_type":"attributed-to","source_ref":"@heron","target_ref":"@gang","object_marking_refs":["@@AMBER+STRICT"]}
            """#)

    /// What a feed of the neighbours sends: an indicator again, under the same version with other words; then it breaks off.
    static let feed = Chapter(
        collection: "public", source: "Feed of CSIRT Norlund",
        objects: #"""
            {"as":"norlund","type":"identity","created":"-200d","created_by_ref":"@norlund","name":"CSIRT Norlund","identity_class":"organization","sectors":["government"],"object_marking_refs":["@@CLEAR"]}
            {"as":"i6","type":"indicator","created":"-2d","created_by_ref":"@norlund","name":"Parcel pages in Norlund","indicator_types":["malicious-activity"],"pattern":"[domain-name:value = 'parcel-norlund.example'] OR [ipv4-addr:value = '198.51.100.23']","pattern_type":"stix","valid_from":"-2d","object_marking_refs":["@@CLEAR"]}
            {"as":"i1","type":"indicator","created":"-8d","created_by_ref":"@csirt","name":"Forged login page of Meridian Bank (copy)","description":"Copied by another program, which changed it.","indicator_types":["malicious-activity"],"pattern":"[domain-name:value = 'login-meridian-bank.example']","pattern_type":"stix","valid_from":"-8d","confidence":15,"object_marking_refs":["@@CLEAR"]}
            """#)

    /// What the feed sent last, and did not finish.
    static let brokenFeed = #"{"objects":[{"type":"indicator","spec_version":"2.1","id":"indica"#

    /// The advisory that somebody is writing.
    static let draft = (
        title: "A second wave of parcel messages",
        text: """
        The messages now come from numbers of Norlund, and the link leads through a page that asks for the telephone number first.

        To be confirmed with the banks before it goes out.
        """,
        values: "parcel-track[.]example\nhxxps://track-norlund[.]example/p\n198.51.100[.]23"
    )

    /// The advisory that was withdrawn, and why.
    static let withdrawn = (name: "false", reason: "It was a broken cable, not an attack.")
}
