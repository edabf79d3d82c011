import Crypto

extension ObjectScanner {
    /// Reads the object that begins here.
    ///
    /// One that lies whole in the chunk is read where it is.
    mutating func begin(
        _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, isElement: Bool, _ each: (Scanned) throws -> Void
    ) throws -> Int {
        let reach = min(bytes.count, index + limits.objectBytes)
        let result = ObjectReader.read(
            UnsafeBufferPointer(rebasing: bytes[index..<reach]), offset: base + index, limits: limits,
            stopsAtObjects: !isElement, scratch: &scratch)
        if case .object(let object, let length) = result {
            state = isElement ? .list(mayEnd: true, needsComma: true) : .top
            try each(.object(object))
            return index + length
        }
        pending = Pending(offset: base + index)
        return try goOn(bytes, index, Splitter(findsContainers: !isElement), isElement: isElement, each)
    }

    /// Reads on in the object that began here or in an earlier chunk.
    mutating func goOn(
        _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ begun: Splitter, isElement: Bool,
        _ each: (Scanned) throws -> Void
    ) throws -> Int {
        var splitter = begun
        switch splitter.advance(bytes, from: index) {
        case nil:
            pending.append(bytes, index..<bytes.count, limits)
            state = .object(splitter, isElement: isElement)
            return bytes.count
        case .end(let end):
            pending.append(bytes, index..<end, limits)
            try deliverPending(isElement: isElement, each)
            return end
        case .container(let place):
            pending.append(bytes, index..<place, limits)
            try open(base + place)
            return place + 1
        }
    }

    /// Judges the object whose bytes are all there, and delivers it.
    mutating func deliverPending(isElement: Bool, _ each: (Scanned) throws -> Void) throws {
        let whole = pending
        pending = Pending()
        state = isElement ? .list(mayEnd: true, needsComma: true) : .top
        guard whole.overlong == nil else {
            return try each(
                .refused(
                    refusal(
                        whole, code: .tooLarge, at: 0, id: nil,
                        sentence: "The object is longer than \(limits.objectBytes) bytes.")))
        }
        let result = whole.bytes.withUnsafeBufferPointer {
            ObjectReader.read(
                $0, of: whole.bytes, offset: whole.offset, limits: limits, stopsAtObjects: false, scratch: &scratch)
        }
        switch result {
        case .object(let object, _): try each(.object(object))
        case .refused(let error, let id):
            if !isElement, let container = emptyContainer(whole.bytes, error.code) {
                note(Container.findings(of: container, at: whole.offset, limits))
                return
            }
            try each(
                .refused(refusal(whole, code: error.code, at: error.position, id: id, sentence: error.sentence)))
        case .incomplete:
            try each(
                .refused(
                    refusal(
                        whole, code: .invalidJSON, at: whole.length, id: nil, sentence: "The JSON ends too early.")))
        }
    }

    func refusal(
        _ whole: Pending, code: Finding.Code, at position: Int, id: String?, sentence: String
    ) -> RefusedObject {
        RefusedObject(
            offset: whole.offset, bytes: whole.overlong == nil ? whole.bytes : nil, length: whole.length,
            sha256: whole.sha256, id: id,
            finding: Finding(
                severity: code.severity, code: code, pointer: "", offset: whole.offset + position,
                sentence: sentence))
    }

    /// A bundle without objects (STIX 2.1 §8.1), or an envelope without them (TAXII 2.1 §3.7): nothing to deliver.
    private func emptyContainer(_ bytes: [UInt8], _ code: Finding.Code) -> JSON? {
        guard code == .nestedBundle || code == .missingType,
            let tree = try? JSON.parse(bytes, limits: limits), tree["objects"] == nil
        else { return nil }
        let isEnvelope = tree.members?.allSatisfy { ["more", "next"].contains($0.name) } == true
        return code == .nestedBundle || isEnvelope ? tree : nil
    }
}

/// An object, or what stands in the place of one, whose bytes have not all been read.
struct Pending: Sendable {
    /// Where it begins in the input.
    var offset = 0
    /// The bytes so far, while they are not too many.
    var bytes: [UInt8] = []
    /// The hash and length of what was too long to keep.
    var overlong: (hash: SHA256, length: Int)?

    init(offset: Int = 0) { self.offset = offset }

    var length: Int { overlong?.length ?? bytes.count }

    var sha256: SHA256.Digest { overlong?.hash.finalize() ?? bytes.withUnsafeBufferPointer(\.sha256) }

    mutating func append(_ chunk: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ limits: ScanLimits) {
        let part = UnsafeBufferPointer(rebasing: chunk[range])
        if overlong == nil, bytes.count + part.count > limits.objectBytes {
            var hash = SHA256()
            bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
            overlong = (hash, bytes.count)
            bytes = []
        }
        guard overlong == nil else {
            overlong?.hash.update(bufferPointer: UnsafeRawBufferPointer(part))
            overlong?.length += part.count
            return
        }
        bytes.append(contentsOf: part)
    }
}
