public import Crypto

/// Objects of STIX 2.0 (OASIS Committee Specification 01, 2017) read as those of STIX 2.1.
///
/// STIX 2.1 §3.2: an object without `spec_version` that is no observable is one of 2.0. So each object says by itself what
/// it is, and it does not matter where its bundle says so, or whether there is one.
public enum Version20 {
    /// What an object was before it was read as STIX 2.1.
    public struct Original: Sendable {
        /// The identifier, which it keeps.
        public let id: String
        /// The exact bytes, as they arrived.
        public let bytes: [UInt8]
        /// SHA-256 of their canonical form (RFC 8785): written otherwise, the same object is the same original.
        public let sha256: SHA256.Digest
        /// Identifiers of all that was made of it, its own among them.
        public let made: [String]
        /// What stands elsewhere now, or was left out, or was supplied.
        public let notes: [Note]
    }

    /// One thing that STIX 2.1 says in another way, or not at all.
    public struct Note: Sendable, Hashable {
        /// What happened; the raw values are stable.
        public enum Kind: String, Sendable, CaseIterable {
            /// A reference inside observed data that leads nowhere: left out.
            case danglingReference = "dangling-reference"
            /// Something among observed objects that is no object with a type: left out.
            case notObservable = "not-observable"
            /// STIX 2.1 has no such property; it is kept under a name of its own.
            case keptAsCustom = "kept-as-custom"
            /// STIX 2.1 asks for it, and STIX 2.0 does not have it.
            case supplied
            /// The marking of a part that stands elsewhere now marks everything that was made of the object.
            case markedWhole = "marked-whole"
            /// The pattern is written in the grammar and the names of STIX 2.1.
            case patternRewritten = "pattern-rewritten"

            /// What it means, for people.
            public var sentence: String {
                switch self {
                case .danglingReference: "left out, since it refers to nothing in its observed data"
                case .notObservable: "left out, since it is no observed object"
                case .keptAsCustom: "kept under a name with x_stix20_, since STIX 2.1 has no such property"
                case .supplied: "supplied, since STIX 2.1 asks for it"
                case .markedWhole: "moved, so what marked a part marks all that was made of the object"
                case .patternRewritten: "written in the grammar and names of STIX 2.1"
                }
            }
        }

        /// The type and the property, such as `file.is_encrypted`.
        public let place: String
        /// What happened.
        public let kind: Kind

        /// Makes a note.
        public init(place: String, kind: Kind) {
            self.place = place
            self.kind = kind
        }
    }

    /// What is made of an object of so many bytes may have so many.
    ///
    /// Each observable of observed data bears the markings of the whole, so that little could become very much. Honest
    /// data grows sixfold.
    static func mostMade(of count: Int) -> Int { (16 << 10) + 20 * count }

    /// The same where it is no object of STIX 2.0, else what it is as STIX 2.1: observables first, the object itself last.
    ///
    /// What can't be read as STIX 2.1 either stays refused, with that reason.
    public static func read(
        _ scanned: Scanned, limits: ScanLimits = .standard
    ) -> (scanned: [Scanned], original: Original?) {
        switch scanned {
        case .refused(let refused) where refused.finding.code == .stix20:
            guard let bytes = refused.bytes, let id = refused.id else { return ([scanned], nil) }
            return read(scanned, bytes, id, refused.sha256, at: refused.offset, limits)
        case .object(let object) where object.type == "marking-definition":
            // The scanner admits these with a finding, as logs hold them that were written with 2.1 in mind.
            guard (try? JSON.parse(object.bytes, limits: limits))?["spec_version"] == nil else {
                return ([scanned], nil)
            }
            return read(scanned, object.bytes, object.id, object.sha256, at: object.offset, limits)
        default: return ([scanned], nil)
        }
    }

    private static func read(
        _ scanned: Scanned, _ bytes: [UInt8], _ id: String, _ sha256: SHA256.Digest, at offset: Int,
        _ limits: ScanLimits
    ) -> (scanned: [Scanned], original: Original?) {
        func refused(_ code: Finding.Code, _ sentence: String, at position: Int = 0) -> [Scanned] {
            let finding = Finding(
                severity: code.severity, code: code, pointer: "", offset: offset + position, sentence: sentence)
            return [
                .refused(
                    RefusedObject(
                        offset: offset, bytes: bytes, length: bytes.count, sha256: sha256, id: id, finding: finding))
            ]
        }
        var conversion: Version20Conversion
        let digest: SHA256.Digest
        do {
            let tree = try JSON.parse(bytes, limits: limits)
            digest = SHA256.hash(data: try tree.canonical())
            let hash = digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            conversion = Version20Conversion(tree, id: id, hash: hash, most: mostMade(of: bytes.count))
            try conversion.run()
        } catch let error as JSON.ParseError {
            return (refused(error.code, error.sentence, at: error.offset), nil)
        } catch is JSON.CanonicalError {
            return (refused(.duplicateProperty, "A property comes twice, by its names in STIX 2.0 and 2.1."), nil)
        } catch {
            return (refused(.tooLarge, "As STIX 2.1 the object would be more than twenty times as large."), nil)
        }
        var scratch = ObjectReader.Scratch()
        var made: [Scanned] = []
        var ids: [String] = []
        for whole in conversion.made {
            let result = whole.withUnsafeBufferPointer {
                ObjectReader.read(
                    $0, of: whole, offset: offset, limits: limits, stopsAtObjects: false, scratch: &scratch)
            }
            switch result {
            case .object(let object, _):
                made.append(.object(object))
                ids.append(object.id)
            case .refused(let error, _): return (refused(error.code, error.sentence), nil)
            case .incomplete: return ([scanned], nil)
            }
        }
        return (made, Original(id: id, bytes: bytes, sha256: digest, made: ids, notes: conversion.notes))
    }
}
