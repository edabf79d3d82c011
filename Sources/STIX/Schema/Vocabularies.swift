/// A list of terms (STIX 2.1 §10): an enumeration, whose terms are the only ones, or an open vocabulary, which suggests them.
struct Vocabulary: Sendable {
    let name: String
    /// The section of STIX 2.1 that lists it, or the name of another specification.
    let section: String
    /// Whether other terms break a MUST; of an open vocabulary they break a SHOULD.
    let isClosed: Bool
    let terms: [String]

    private init(_ name: String, _ section: String, isClosed: Bool, _ terms: String) {
        self.name = name
        self.section = section
        self.isClosed = isClosed
        self.terms = terms.split(separator: " ").map(String.init)
    }

    /// An open vocabulary; terms between spaces.
    static func open(_ name: String, _ section: String, _ terms: String) -> Vocabulary {
        Vocabulary(name, section, isClosed: false, terms)
    }

    /// An enumeration; terms between spaces.
    static func closed(_ name: String, _ section: String, _ terms: String) -> Vocabulary {
        Vocabulary(name, section, isClosed: true, terms)
    }
}

extension Vocabulary {
    static let accountType = open(
        "account-type-ov", "10.1",
        "facebook ldap nis openid radius skype tacacs twitter unix windows-local windows-domain")
    static let attackMotivation = open(
        "attack-motivation-ov", "10.2",
        """
        accidental coercion dominance ideology notoriety organizational-gain personal-gain \
        personal-satisfaction revenge unpredictable
        """)
    static let attackResourceLevel = open(
        "attack-resource-level-ov", "10.3",
        "individual club contest team organization government")
    static let encryptionAlgorithm = closed(
        "encryption-algorithm-enum", "10.4",
        "AES-256-GCM ChaCha20-Poly1305 mime-type-indicated")
    static let extensionType = closed(
        "extension-type-enum", "10.5",
        "new-sdo new-sco new-sro property-extension toplevel-property-extension")
    static let groupingContext = open(
        "grouping-context-ov", "10.6",
        "suspicious-activity malware-analysis unspecified")
    static let identityClass = open("identity-class-ov", "10.8", "individual group system organization class unknown")
    static let implementationLanguage = open(
        "implementation-language-ov", "10.9",
        """
        applescript bash c c++ c# go java javascript lua objective-c perl php powershell python ruby scala \
        swift typescript visual-basic x86-32 x86-64
        """)
    static let indicatorType = open(
        "indicator-type-ov", "10.10",
        "anomalous-activity anonymization benign compromised malicious-activity attribution unknown")
    static let industrySector = open(
        "industry-sector-ov", "10.11",
        """
        agriculture aerospace automotive chemical commercial communications construction defense education \
        energy entertainment financial-services government emergency-services government-local \
        government-national government-public-services government-regional healthcare hospitality-leisure \
        infrastructure dams nuclear water insurance manufacturing mining non-profit pharmaceuticals retail \
        technology telecommunications transportation utilities
        """)
    // The last two: earlier texts of the standard said “undefined” where this one says “unknown”.
    static let infrastructureType = open(
        "infrastructure-type-ov", "10.12",
        """
        amplification anonymization botnet command-and-control control-system exfiltration firewall \
        hosting-malware hosting-target-lists phishing reconnaissance routers-switches staging workstation \
        undefined unknown
        """)
    static let malwareResult = open("malware-result-ov", "10.13", "malicious suspicious benign unknown")
    static let malwareCapability = open(
        "malware-capabilities-ov", "10.14",
        """
        accesses-remote-machines anti-debugging anti-disassembly anti-emulation anti-memory-forensics \
        anti-sandbox anti-vm captures-input-peripherals captures-output-peripherals \
        captures-system-state-data cleans-traces-of-infection commits-fraud communicates-with-c2 \
        compromises-data-availability compromises-data-integrity compromises-system-availability \
        controls-local-machine degrades-security-software degrades-system-updates determines-c2-server \
        emails-spam escalates-privileges evades-av exfiltrates-data fingerprints-host hides-artifacts \
        hides-executing-code infects-files infects-remote-machines installs-other-components \
        persists-after-system-reboot prevents-artifact-access prevents-artifact-deletion \
        probes-network-environment self-modifies steals-authentication-credentials \
        violates-system-operational-integrity
        """)
    static let malwareType = open(
        "malware-type-ov", "10.15",
        """
        adware backdoor bot bootkit ddos downloader dropper exploit-kit keylogger ransomware \
        remote-access-trojan resource-exploitation rogue-security-software rootkit screen-capture spyware \
        trojan unknown virus webshell wiper worm
        """)
    static let networkSocketAddressFamily = closed(
        "network-socket-address-family-enum", "10.16",
        "AF_UNSPEC AF_INET AF_IPX AF_APPLETALK AF_NETBIOS AF_INET6 AF_IRDA AF_BTH")
    static let networkSocketType = closed(
        "network-socket-type-enum", "10.17",
        "SOCK_STREAM SOCK_DGRAM SOCK_RAW SOCK_RDM SOCK_SEQPACKET")
    static let opinion = closed("opinion-enum", "10.18", "strongly-disagree disagree neutral agree strongly-agree")
    static let patternType = open("pattern-type-ov", "10.19", "stix pcre sigma snort suricata yara")
    static let processorArchitecture = open(
        "processor-architecture-ov", "10.20",
        "alpha arm ia-64 mips powerpc sparc x86 x86-64")
    static let region = open(
        "region-ov", "10.21",
        """
        africa eastern-africa middle-africa northern-africa southern-africa western-africa americas \
        caribbean central-america latin-america-caribbean northern-america south-america asia central-asia \
        eastern-asia southern-asia south-eastern-asia western-asia europe eastern-europe northern-europe \
        southern-europe western-europe oceania antarctica australia-new-zealand melanesia micronesia \
        polynesia
        """)
    static let reportType = open(
        "report-type-ov", "10.22",
        """
        attack-pattern campaign identity indicator intrusion-set malware observed-data threat-actor \
        threat-report tool vulnerability
        """)
    static let threatActorType = open(
        "threat-actor-type-ov", "10.23",
        """
        activist competitor crime-syndicate criminal hacker insider-accidental insider-disgruntled \
        nation-state sensationalist spy terrorist unknown
        """)
    static let threatActorRole = open(
        "threat-actor-role-ov", "10.24",
        "agent director independent infrastructure-architect infrastructure-operator malware-author sponsor")
    static let threatActorSophistication = open(
        "threat-actor-sophistication-ov", "10.25",
        "none minimal intermediate advanced expert innovator strategic")
    static let toolType = open(
        "tool-type-ov", "10.26",
        """
        denial-of-service exploitation information-gathering network-capture credential-exploitation \
        remote-access vulnerability-scanning unknown
        """)
    static let windowsIntegrityLevel = closed("windows-integrity-level-enum", "10.27", "low medium high system")
    static let windowsPEBinaryType = open("windows-pebinary-type-ov", "10.28", "dll exe sys")
    static let windowsRegistryDatatype = closed(
        "windows-registry-datatype-enum", "10.29",
        """
        REG_NONE REG_SZ REG_EXPAND_SZ REG_BINARY REG_DWORD REG_DWORD_BIG_ENDIAN REG_DWORD_LITTLE_ENDIAN \
        REG_LINK REG_MULTI_SZ REG_RESOURCE_LIST REG_FULL_RESOURCE_DESCRIPTION REG_RESOURCE_REQUIREMENTS_LIST \
        REG_QWORD REG_INVALID_TYPE
        """)
    static let windowsServiceStartType = closed(
        "windows-service-start-type-enum", "10.30",
        "SERVICE_AUTO_START SERVICE_BOOT_START SERVICE_DEMAND_START SERVICE_DISABLED SERVICE_SYSTEM_ALERT")
    static let windowsServiceType = closed(
        "windows-service-type-enum", "10.31",
        """
        SERVICE_KERNEL_DRIVER SERVICE_FILE_SYSTEM_DRIVER SERVICE_WIN32_OWN_PROCESS \
        SERVICE_WIN32_SHARE_PROCESS
        """)
    static let windowsServiceStatus = closed(
        "windows-service-status-enum", "10.32",
        """
        SERVICE_CONTINUE_PENDING SERVICE_PAUSE_PENDING SERVICE_PAUSED SERVICE_RUNNING SERVICE_START_PENDING \
        SERVICE_STOP_PENDING SERVICE_STOPPED
        """)
    // Marking definitions (§7.2.1): new kinds of them come as extensions.
    static let markingDefinitionType = open("types of marking definition", "7.2.1", "statement tlp")
    static let tlp = closed("TLP labels", "7.2.1.4", "white green amber red")
}
