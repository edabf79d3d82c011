/// The vocabularies of the Incident Extension Suite.
extension Vocabulary {
    private static let suite = KnownExtension.incidentSuite

    static let assetType = open(
        "asset-type-ov", suite,
        """
        building-doors building-windows buildings computers-mobile computers-personal computers-server \
        environment ics-actuator ics-engineering-workstation ics-historian ics-hmi ics-other ics-plc \
        ics-safety-system ics-sensor inventory network-device private-infrastructure public-infrastructure \
        security-containers vehicles
        """)
    // Its text says “propriety”, its schema “proprietary”.
    static let detectionMethods = open(
        "detection-methods-ov", suite,
        """
        automated-tool commercial-solution external-notification human-review message-from-attacker \
        proprietary-solution propriety-solution system-outage user-reporting
        """)
    static let entityType = open(
        "entity-type-ov", suite,
        """
        computers-mobile computers-personal computers-server customer customer-individual customer-organization \
        domain-controller employee group ics-actuator ics-engineering-workstation ics-historian ics-hmi \
        ics-other ics-plc ics-safety-system ics-sensor individual network-device organization system vehicles
        """)
    static let eventType = open(
        "event-type-ov", suite,
        """
        aggregation-information-phishing-schemes benign blocked brute-force-attempt c&c-server-hosting \
        compromised-system confirmed connection-malware-port connection-malware-system content-forbidden-by-law \
        control-system-bypass copyrighted-content data-exfiltration deferred deletion-information \
        denial-of-service destruction dictionary-attack-attempt discarded disruption-data-transmission \
        dissemination-malware-email dissemination-phishing-emails dns-cache-poisoning \
        dns-local-resolver-hijacking dns-spoofing-registered dns-rebinding dns-server-compromise \
        dns-spoofing-unregistered dns-stub-resolver-hijacking dns-zone-transfer domain-name-compromise duplicate \
        email-flooding equipment-loss equipment-theft exploit exploit-attempt \
        exploit-framework-exhausting-resources exploit-tool-exhausting-resources failed file-inclusion \
        file-inclusion-attempt hosting-malware-webpage hosting-phishing-sites illegitimate-use-name \
        illegitimate-use-resources infected-by-known-malware insufficient-data known-malware lame-delegations \
        major modification-information misconfiguration natural negotiation network-scanning no-apt packet-flood \
        password-cracking-attempt policy-violation ransomware ransomware-payment refuted scan-probe \
        silently-discarded supply-chain-customer supply-chain-vendor spam sql-injection sql-injection-attempt \
        successful system-probe theft-access-credentials unattributed unauthorized-access-information \
        unauthorized-access-system unauthorized-equipment unauthorized-release unauthorized-use undetermined \
        unintentional unknown-apt unspecified vandalism wiretapping worm-spreading xss xss-attempt
        """)
    static let externalImpact = open(
        "external-impact-ov", suite,
        """
        economic emergency-services foreign-relations national-security public-confidence public-health \
        public-safety
        """)
    static let incidentInvestigation = open("incident-investigation-ov", suite, "closed new open")
    static let informationType = open(
        "information-type-ov", suite,
        """
        classified-material communication credentials-admin credentials-user financial legal payment phi pii \
        proprietary system
        """)
    static let monetaryImpactType = open(
        "monetary-impact-type-ov", suite,
        """
        asset-and-fraud brand-damage business-disruption competitive-advantage legal-and-regulatory \
        operating-costs ransom-demand ransom-payment response-and-recovery uncategorized
        """)
    static let stateChangeType = open(
        "state-change-type-ov", suite,
        "caused contributed-to input mitigated output resolved")
    static let taskType = open(
        "task-type-ov", suite,
        """
        administrative attribution containment declared detected eradication escalated exercised-control \
        external-intelligence external-outreach external-support implemented-control investigation negotiation \
        playbook-execution playbook-step-execution ransom-payment recovery reported routine-updates \
        victim-notification
        """)
    static let activityCondition = closed("activity-condition-enum", suite, "optional required unknown")
    static let activityTransition = closed("activity-transition-enum", suite, "completion failure success unknown")
    static let eventStatus = closed("event-status-enum", suite, "ongoing occurred not-occurred pending undetermined")
    static let confidentialityLoss = closed(
        "incident-confidentiality-loss-enum", suite,
        "confirmed-loss contained exploited-loss none suspected-loss")
    static let incidentDetermination = closed(
        "incident-determination-enum", suite,
        "blocked confirmed failed-attempt false-positive suspected")
    static let integrityAlteration = closed(
        "integrity-alteration-enum", suite,
        """
        potential-destruction potential-modification partial-destruction partial-modification full-destruction \
        full-modification none
        """)
    // `unknown` is in the text only.
    static let physicalImpact = closed(
        "physical-impact-enum", suite,
        "damaged-functional damaged-nonfunctional destruction none unknown")
    static let recoverability = closed(
        "recoverability-enum", suite,
        "extended not-applicable not-recoverable regular supplemented")
    static let taskOutcome = closed("task-outcome-enum", suite, "cancelled failed ongoing pending successful unknown")
    static let timestampFidelity = closed("timestamp-fidelity-enum", suite, "day hour minute month second year")
    static let traceability = closed(
        "traceability-enum", suite,
        "accountability-lost partial-accountability provable-accountability")
}
