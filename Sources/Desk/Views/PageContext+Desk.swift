import Hall
import HTML
import Web

/// What all views of the desk need: its sentences, and the common small pieces.
extension PageContext {
    var desk: DeskWords { DeskWords.in(language) }

    /// A number as this language writes it.
    func number(_ number: Int) -> String {
        language.number(number)
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
        let isCode = name.title == name.id || gateway.types[name.type]?.hasValue == true
        return isCode ? Shown.code(text) : Shown.name(text)
    }

    /// One end of a relation.
    func end(_ end: RelationEnd) -> Markup {
        switch end {
        case .readable(let name): link(name)
        case .unknown(let id): "\(Shown.code(id)) <span class=\"quiet\">\(desk.object.unknownEnd)</span>"
        }
    }

    /// Whose hand did something.
    func hand(_ hand: HandName) -> Markup {
        let who: Markup =
            switch hand {
            case .person(let name): desk.common.doneBy(Shown.name(name))
            case .command(let user): desk.common.doneByCommand(Shown.name(user))
            }
        return "<span class=\"quiet\">\(who)</span>"
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
