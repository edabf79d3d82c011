import STIX

extension ObjectModel {
    /// What the object is called: its name or value, and whether that is code rather than words.
    var title: (text: String, isCode: Bool) {
        if let name = json.text("name"), !name.isEmpty {
            return (name, ["file", "mutex", "windows-registry-key"].contains(type))
        }
        if let abstract = json.text("abstract"), !abstract.isEmpty { return (abstract, false) }
        for key in ["value", "path", "key", "account_login", "display_name", "subject", "command_line", "user_id"] {
            if let text = json.text(key), !text.isEmpty { return (text, true) }
        }
        if let number = json["number"]?.number?.text { return ("AS\(number)", true) }
        if let hash = json["hashes"]?.members?.first, let text = hash.value.string { return (text, true) }
        if let pattern = json.text("pattern") { return (pattern, true) }
        if let statement = json["definition"]?.text("statement") { return (statement, false) }
        return (id, true)
    }

    /// The entry of a knowledge base that this object is, for instance `T1566`.
    var identity: ExternalReference? {
        ExternalReference.all(of: json).first(where: \.isIdentity)
    }

    var isRevoked: Bool { json.isTrue("revoked") }

    /// The newest version, where another one is shown.
    var newerVersion: VersionRow? {
        guard let newest = versions.first, newest.version > version else { return nil }
        return newest
    }
}
