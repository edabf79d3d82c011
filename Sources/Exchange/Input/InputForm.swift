/// What an input is, by its first bytes; the raw values are stable.
///
/// One look for every way in: a file, standard input, the body of a TAXII request, the answer of a source.
package enum InputForm: String, Sendable, CaseIterable {
    /// Bundles, envelopes or objects of STIX 2; also what can't be told from them yet.
    case stix
    /// MISP events, by themselves or as the answer to a search.
    case mispEvents = "misp-events"
    case mispAttributes = "misp-attributes"
    case mispManifest = "misp-manifest"
    case mispWarninglist = "misp-warninglist"
    case csaf
    case idea
    case json
    case stix1 = "stix-1"
    case iodef
    case xml
    case html
    /// A report of the Shadowserver Foundation.
    case shadowserver
    case csv
    case gzip
    case zip
    case archive
    case compressed
    case utf16 = "utf-16"
    case utf32 = "utf-32"
    case pdf
    case gitPointer = "git-pointer"
    case text
    case binary
    case empty

    /// Whether objects can be read out of it here.
    package var isRead: Bool { self == .stix || self == .mispEvents }

    /// What it is, with its article.
    package var name: String {
        switch self {
        case .stix: "STIX 2"
        case .mispEvents: "a MISP event"
        case .mispAttributes: "a list of MISP attributes without their events"
        case .mispManifest: "the manifest of a MISP feed, which only names its events"
        case .mispWarninglist: "a list of known-good values (a MISP warninglist)"
        case .csaf: "CSAF"
        case .idea: "an IDEA event"
        case .json: "JSON, but no STIX"
        case .stix1: "STIX 1 in XML"
        case .iodef: "IODEF"
        case .xml: "XML"
        case .html: "a page of HTML"
        case .shadowserver: "a Shadowserver report (CSV)"
        case .csv: "a table (CSV)"
        case .gzip: "gzip"
        case .zip: "a ZIP archive"
        case .archive: "an archive"
        case .compressed: "compressed (bzip2, xz or zstd)"
        case .utf16: "text in UTF-16"
        case .utf32: "text in UTF-32"
        case .pdf: "a PDF document"
        case .gitPointer: "a pointer of Git LFS, and not the file itself"
        case .text: "text, and no JSON"
        case .binary: "no text"
        case .empty: "empty"
        }
    }

    /// What to do with it.
    package var remedy: String {
        switch self {
        case .stix: "It can be read."
        case .mispEvents: "`concord import` reads it, and so does a source of the kind misp."
        case .mispAttributes: "Export the events instead: they say whom each value comes from."
        case .mispManifest:
            "Import the folder that it stands in, or add its address as a source of the kind misp."
        case .mispWarninglist: "`concord known-good import` reads it."
        case .csaf: "It is not read yet: publish an advisory of your own, and name this one in its references."
        case .idea, .shadowserver:
            "Such events are not read yet: publish what matters of them as indicators, from the desk."
        case .json: "If it is a program's export, look for its export as STIX 2.1 or MISP."
        case .stix1: "stix2-elevator converts it to STIX 2.1: `stix2_elevator FILE -s 2.1`."
        case .iodef, .xml: "STIX 2 and MISP are JSON: look for an export in one of these."
        case .html: "Take the address of the raw file, and not of the page that shows it."
        case .csv: "`concord known-good import` reads lists of values; for a table of indicators, paste it into Check."
        case .gzip: "Unpack it with `gunzip` first."
        case .zip: "Unpack it with `unzip`, and import the folder."
        case .archive: "Unpack it, and import the folder."
        case .compressed: "Unpack it first; gzip is unpacked here."
        case .utf16, .utf32: "Save it as UTF-8."
        case .pdf, .text: "Paste its text into Check to find the values in it."
        case .gitPointer: "Get the file with `git lfs pull`, or from the address of the raw file."
        case .binary: "Objects come as STIX 2 or MISP, which are JSON."
        case .empty: "Look whether the download or export was cut off."
        }
    }

    /// What it is and what to do, for people.
    package var sentence: String { "this is \(name). \(remedy)" }

    /// - Throws: `malformed` where no objects can be read out of it.
    package func check(_ place: String) throws {
        guard !isRead else { return }
        throw ExchangeError(.malformed, "\(place): \(sentence)")
    }
}
