import Hall
import Web

/// The command lines by which a reader verifies what a page says.
enum VerifyCommand {
    /// Verifies a whole log over the network.
    static func log(of collection: CollectionName, at gateway: Gateway) -> String {
        let address = gateway.full(.log(collection: collection.id))
        // A demonstration is looked at where it runs.
        let isHere = ["http://127.0.0.1:", "http://localhost:"].contains { address.hasPrefix($0) }
        return "concord log verify \(address)\(isHere ? " --inner-network" : "")"
    }

    /// Prints the hash of an object's exact bytes, with nothing of ours.
    static func hash(of object: String, version: Moment, at gateway: Gateway) -> String {
        "curl -s \(gateway.full(.rawVersion(object: object, version: version.text))) | sha256sum"
    }
}
