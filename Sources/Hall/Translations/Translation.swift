package import Kinds
package import Ledger
package import STIX

/// The words of an object in another language, as a `language-content` says them (STIX 2.1 §7.1).
package struct Translation: Sendable, Equatable {
    /// The identifier of the `language-content`.
    package let id: String
    /// The object that it translates.
    package let object: String
    /// A BCP 47 tag.
    package let language: String
    /// The version of the object that was translated; nil where that is not said.
    package let base: Timestamp?
    /// The object's properties with their words in this language.
    private let contents: JSON

    /// Languages of one `language-content` that are read.
    private static let mostLanguages = 40

    /// All languages that a `language-content` speaks.
    package static func all(in json: JSON) -> [Translation] {
        guard let id = json["id"]?.string, let object = json["object_ref"]?.string, json["revoked"]?.bool != true else {
            return []
        }
        let base = json["object_modified"]?.string.flatMap { Timestamp($0) }
        return (json["contents"]?.members ?? []).prefix(mostLanguages).filter { LanguageTag.isWellFormed($0.name) }.map
        {
            Translation(id: id, object: object, language: $0.name, base: base, contents: $0.value)
        }
    }

    /// Whether it is in the language of a tag, whatever its region.
    package func speaks(_ tag: String) -> Bool {
        Self.primary(language) == Self.primary(tag)
    }

    /// The first part of a tag, which names the language itself.
    package static func primary(_ tag: String) -> String {
        String(tag.prefix { $0 != "-" && $0 != "_" }).lowercased()
    }

    /// What it says at the place of a text; nil where it says nothing there.
    package func text(at text: TranslatableTexts.Text) -> String? {
        guard let said = contents.at(text.path)?.string, !said.isEmpty else { return nil }
        return said
    }

    /// Whether the object says something else than when it was translated.
    package func isStale(for version: Timestamp) -> Bool { base.map { $0 < version } ?? false }

    /// The object in this language; what is not translated stays as its author wrote it.
    ///
    /// Only texts change: whoever translates says nothing else of an object.
    package func applied(to original: JSON, kind: Kind?) -> JSON {
        let texts = TranslatableTexts(of: original, kind: kind).all
        var said: [[String]: String] = [:]
        for text in texts { said[text.path] = self.text(at: text) }
        let spoken = original.saying(said)
        guard let kind, let values = RecordObject.values(of: spoken)?.values, !said.isEmpty else { return spoken }
        // The name of an object of a kind follows from its values.
        var named = Composer(changing: spoken)
        named?.set("name", String(kind.title(of: values, in: language).prefix(300)))
        return named?.object ?? spoken
    }

    /// The object that says texts in a language.
    ///
    /// - Parameters:
    ///   - texts: by their pointers (``TranslatableTexts/Text/pointer``); empty ones are left out.
    ///   - begun: what names and dates it.
    package static func written(
        _ texts: [String: String], of original: JSON, version: Timestamp, kind: Kind?, in language: String,
        on begun: Composer
    ) -> JSON {
        var said: [[String]: String] = [:]
        for text in TranslatableTexts(of: original, kind: kind).all {
            if let translated = texts[text.pointer], !translated.allSatisfy(\.isWhitespace) {
                said[text.path] = translated
            }
        }
        var contents = (original.shape(of: said)?.members ?? [])
        if let kind, let values = RecordObject.values(of: original.saying(said))?.values {
            // Programs that know nothing of kinds read the name and the text.
            let reading = RecordReading(values, of: kind)
            contents.insert(.text("name", RecordObject.name(of: reading, in: language)), at: 0)
            contents.insert(.text("description", RecordObject.text(of: reading, in: language)), at: 1)
        }
        var object = begun
        object.set("object_ref", original["id"]?.string ?? "")
        object.set("object_modified", version)
        object.set("contents", .object([.init(name: language, value: .object(contents))]))
        return object.object
    }

    /// Whether people are shown it without asking for it.
    ///
    /// It is then the word of whoever said the object, or of the gateway's own organisation: nobody else changes what somebody is
    /// seen to say.
    package static func isShown(_ said: Authorship?, for original: Authorship?, at gateway: GatewayLedger.Gateway)
        -> Bool
    {
        guard let said, said.isTrue else { return false }
        if said.source == .organisation(gateway.id), said.claimed == gateway.identity { return true }
        guard let original, original.isTrue else { return false }
        return said.source == original.source && said.claimed == original.claimed
    }
}
