/// What a value means to the reader, given where it stands.
enum Reading: UInt8 {
    case plain
    /// One identifier, and a list of them.
    case reference, references
    /// `created_by_ref`, which is kept apart from the other references.
    case creator
    case objectMarkings, objectMarking
    case granularMarkings, granularMarking, granularMarkingRef, selectors, selector
    case externalReferences, externalReference, externalID
    case killChainPhases, killChainPhase
    case hashes, hash
    case extensions, extensionObject, extensionType
    /// An extension that needs no extension definition (STIX 2.1 §6).
    case predefinedExtension
    /// The deprecated `objects` of observed data, whose references are local keys, not identifiers (STIX 2.1 §2.13).
    case local
    /// The `definition` of a marking definition, and the words in it.
    case definition, statement, definedTLP
    /// The level in the TLP 2.0 extension.
    case tlp2

    /// How the elements of a list are read that is itself read so.
    var element: Reading {
        switch self {
        case .references: .reference
        case .objectMarkings: .objectMarking
        case .granularMarkings: .granularMarking
        case .selectors: .selector
        case .externalReferences: .externalReference
        case .killChainPhases: .killChainPhase
        case .local: .local
        default: .plain
        }
    }

    /// How a property of the STIX object itself is read.
    static func topLevel(_ name: [UInt8]) -> Reading {
        switch String(decoding: name, as: UTF8.self) {
        case "created_by_ref": .creator
        case "object_marking_refs": .objectMarkings
        case "granular_markings": .granularMarkings
        case "external_references": .externalReferences
        case "kill_chain_phases": .killChainPhases
        case "extensions": .extensions
        case "objects": .local
        case "definition": .definition
        default: name.withUnsafeBufferPointer(anywhere)
        }
    }

    /// How a property is read at any depth, by its name alone (STIX 2.1 §3.1 on suffixes).
    @inline(__always)
    static func anywhere(_ name: UnsafeBufferPointer<UInt8>) -> Reading {
        let count = name.count
        guard count >= 5 else { return .plain }
        if name[count - 1] == 0x66 {
            return isSuffix("_ref", of: name) ? .reference : .plain
        }
        if name[count - 1] == 0x73 {
            if isSuffix("_refs", of: name) { return .references }
            return count == 6 && isSuffix("hashes", of: name) ? .hashes : .plain
        }
        return .plain
    }

    /// How a member of a nested object is read.
    func member(_ name: UnsafeBufferPointer<UInt8>) -> Reading {
        switch self {
        case .hashes: return .hash
        case .local: return Reading.anywhere(name) == .hashes ? .hashes : .local
        case .extensions: return isPrefix("extension-definition--", of: name) ? .extensionObject : .predefinedExtension
        case .externalReference:
            return equals("external_id", name) ? .externalID : Reading.anywhere(name)
        case .granularMarking:
            if equals("marking_ref", name) { return .granularMarkingRef }
            return equals("selectors", name) ? .selectors : Reading.anywhere(name)
        case .extensionObject:
            if equals("extension_type", name) { return .extensionType }
            return equals("tlp_2_0", name) ? .tlp2 : Reading.anywhere(name)
        case .definition:
            if equals("statement", name) { return .statement }
            return equals("tlp", name) ? .definedTLP : Reading.anywhere(name)
        default: return Reading.anywhere(name)
        }
    }
}

/// Whether the bytes are those of the text.
@inline(__always)
func equals(_ text: StaticString, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    sameBytes(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount), bytes)
}

/// Whether the bytes end in the text.
@inline(__always)
func isSuffix(_ text: StaticString, of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let count = text.utf8CodeUnitCount
    guard bytes.count >= count else { return false }
    return equals(text, UnsafeBufferPointer(rebasing: bytes[(bytes.count - count)...]))
}

/// Whether the bytes begin with the text.
@inline(__always)
func isPrefix(_ text: StaticString, of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let count = text.utf8CodeUnitCount
    guard bytes.count >= count else { return false }
    return equals(text, UnsafeBufferPointer(rebasing: bytes[..<count]))
}
