import Hall
import HTML
import Web

/// What all views of the desk need: its sentences, and the common small pieces.
extension PageContext {
    var desk: DeskWords { DeskWords.in(language) }

    /// What stands between the members of a list.
    var comma: Markup { Markup(text: language.comma) }

    /// One object of this type, in words: `Technique`; the code for a type without a name.
    func typeOne(_ code: String) -> Markup {
        NamedType(rawValue: code).map { Markup(text: words.type($0).one) } ?? Shown.code(code)
    }

    /// Several objects of this type, in words: `Techniques`.
    func typeMany(_ code: String) -> Markup {
        NamedType(rawValue: code).map { Markup(text: words.type($0).many) } ?? Shown.code(code)
    }

    /// The name of a type where markup cannot stand, as in a title.
    func typeTitle(_ code: String) -> String {
        NamedType(rawValue: code).map { words.type($0).many } ?? code
    }

    /// A number as this language writes it.
    func number(_ number: Int) -> String {
        language.number(number)
    }

    /// The short name of a type with its sign.
    func typeLabel(_ code: String) -> Markup {
        "<span class=\"type\">\(TypeGlyph.of(code))\(typeOne(code))</span>"
    }

    /// A link to a collection.
    func link(_ collection: CollectionName) -> Markup {
        "<a href=\"\(Address.collection(collection.id).href)\">\(Shown.name(collection.title))</a>"
    }

    /// A link to an object, with its number in a knowledge base.
    func link(_ name: ObjectName) -> Markup {
        return "\(number(of: name).map { $0 + " " })<a href=\"\(Address.object(name.id).href)\">\(title(name))</a>"
    }

    /// The number of an object in a knowledge base.
    func number(of name: ObjectName) -> Markup? {
        name.externalID.map { "<span class=\"xid\" dir=\"ltr\">\(Shown.marked(Shown.clipped($0, bytes: 60)))</span>" }
    }

    /// The title of an object; an identifier or value of an observable as code.
    func title(_ name: ObjectName) -> Markup {
        let text = Shown.clipped(name.title, bytes: 160)
        let isCode = name.title == name.id || NamedType(rawValue: name.type)?.isObservable == true
        return isCode ? Shown.code(text) : Shown.name(text)
    }

    /// One end of a relation.
    func end(_ end: RelationEnd) -> Markup {
        switch end {
        case .readable(let name): link(name)
        case .unknown(let id): "\(Shown.code(id)) <span class=\"quiet\">\(desk.object.unknownEnd)</span>"
        }
    }

    /// A command line to copy.
    func command(_ text: String) -> Markup {
        "<pre class=\"command\" dir=\"ltr\"><code>\(text)</code></pre>"
    }

    /// The chips and the sentence that say who may read a collection.
    func readers(_ readers: Readers) -> Markup {
        Markup(text: desk.common.readers(readers))
    }
}

extension NamedType {
    /// Whether it is an observable (SCO), whose title is a value rather than a name.
    var isObservable: Bool {
        switch self {
        case .autonomousSystem, .directory, .domainName, .emailAddress, .file, .ipv4Address, .ipv6Address, .macAddress,
            .mutex, .process, .url, .userAccount, .registryKey, .certificate, .networkTraffic:
            true
        default: false
        }
    }
}
