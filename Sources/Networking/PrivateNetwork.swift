/// Why an address is not one of the public internet.
package enum PrivateNetwork: String, CaseIterable, Hashable, Sendable {
    case thisHost = "this machine"
    case privateUse = "private use"
    case linkLocal = "one link only"
    case carrier = "a carrier's customers"
    case documentation = "documentation"
    case benchmarking = "measurements"
    case multicast = "many receivers"
    case reserved = "purposes of the protocol"
}
