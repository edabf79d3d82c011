import HTML
import STIX
import Web

/// What stands against a placement, each in a sentence.
struct ConcernList {
    let concerns: [Concern]
    let context: PageContext

    var html: Markup? {
        guard !concerns.isEmpty else { return nil }
        let rows = Ration.fit(concerns, bytes: 6_000) { concern in
            "<li class=\"\(concern.isQuestion ? "question" : "error")\">\(sentence(concern))</li>"
        }
        return "<ul class=\"concerns\">\(rows)</ul>"
    }

    func sentence(_ concern: Concern) -> Markup {
        let words = context.desk.publish
        func name(_ object: ObjectName) -> Markup {
            object.title.isEmpty ? context.typeLabel(object.type) : context.title(object)
        }
        switch concern {
        case .mayNot(let whyNot): return WhyNotView(whyNot: whyNot, context: context).html
        case .unclean(let object, let finding): return words.unclean(name(object), Shown.name(finding))
        case .unmarked(let object): return words.unmarked(name(object))
        case .unknownMarking(let object, let marking): return words.unknownMarking(name(object), Shown.code(marking))
        case .aboveCeiling(let object, let tlp, let ceiling):
            return words.aboveCeiling(name(object), tlp.chip, ceiling.chip)
        case .partsAboveCeiling(let object, let tlp, let ceiling, let canBe):
            let sentence = words.partsAboveCeiling(name(object), tlp.chip, ceiling.chip)
            return "\(sentence) \(canBe ? words.canBeRedacted : words.nothingLeft)"
        case .emptyEnvelope(let object): return words.emptyEnvelope(name(object))
        case .held(let object, let sentence): return words.held(name(object), Shown.name(sentence))
        case .namesHidden(let object, let hidden): return words.namesHidden(name(object), context.link(hidden))
        }
    }
}

/// What the author must say before hidden objects are named.
struct ConfirmationList {
    let questions: [Concern]
    let context: PageContext

    var html: Markup? {
        var seen: Set<String> = []
        let hidden = questions.compactMap { question -> ObjectName? in
            guard case .namesHidden(_, let hidden) = question, seen.insert(hidden.id).inserted else { return nil }
            return hidden
        }
        guard !hidden.isEmpty else { return nil }
        let words = context.desk.publish
        let boxes: [Markup] = hidden.prefix(60).map { object in
            """
            <label class="check"><input type="checkbox" name="confirm" value="\(object.id)" required> \
            <span>\(words.nameAllTheSame(context.title(object)))</span></label>

            """
        }
        return "<fieldset><legend>\(words.confirm)</legend>\(boxes)</fieldset>"
    }
}

/// Why not, in one sentence.
struct WhyNotView {
    let whyNot: WhyNot
    let context: PageContext

    var html: Markup {
        Markup(text: context.desk.publish.whyNot(whyNot))
    }
}
