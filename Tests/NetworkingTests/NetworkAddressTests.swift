import Testing

@testable import Networking

@Suite struct `An address` {
    @Test(arguments: [
        ("0.0.0.0", PrivateNetwork.reserved), ("0.255.255.255", .reserved),
        ("10.0.0.0", .privateUse), ("10.255.255.255", .privateUse),
        ("100.64.0.0", .carrier), ("100.127.255.255", .carrier),
        ("127.0.0.1", .thisHost), ("127.255.255.254", .thisHost),
        ("169.254.0.1", .linkLocal), ("169.254.169.254", .linkLocal),
        ("172.16.0.0", .privateUse), ("172.31.255.255", .privateUse),
        ("192.0.0.0", .reserved), ("192.0.0.255", .reserved),
        ("192.0.2.1", .documentation), ("198.51.100.1", .documentation), ("203.0.113.255", .documentation),
        ("192.88.99.1", .reserved),
        ("192.168.0.0", .privateUse), ("192.168.255.255", .privateUse),
        ("198.18.0.0", .benchmarking), ("198.19.255.255", .benchmarking),
        ("224.0.0.1", .multicast), ("239.255.255.255", .multicast),
        ("240.0.0.1", .reserved), ("255.255.255.255", .reserved),
    ])
    func `of version 4 may be of a private network`(text: String, network: PrivateNetwork) throws {
        #expect(try #require(NetworkAddress(text)).privateNetwork == network)
        // The same one as version 6 writes it.
        #expect(try #require(NetworkAddress("::ffff:\(text)")).privateNetwork == network)
        #expect(try #require(NetworkAddress("::ffff:0:\(text)")).privateNetwork == network)
        #expect(try #require(NetworkAddress("64:ff9b::\(text)")).privateNetwork == network)
    }

    @Test(arguments: [
        ("::", PrivateNetwork.reserved), ("::1", .thisHost), ("::2", .reserved), ("::127.0.0.1", .reserved),
        ("fc00::", .privateUse), ("fdff:ffff::1", .privateUse), ("fec0::1", .privateUse),
        ("fe80::1", .linkLocal), ("febf:ffff::1", .linkLocal),
        ("ff02::1", .multicast), ("ff00::", .multicast),
        ("64:ff9b:1::808:808", .reserved), ("100::1", .reserved), ("4000::1", .reserved),
        ("2001:2::1", .benchmarking), ("2001:10::1", .reserved), ("2001:1ff::1", .reserved),
        ("2001:db8::1", .documentation), ("3fff:fff::1", .documentation),
        ("2002:a00:1::1", .privateUse), ("2002:7f00:1::", .thisHost), ("2002:c0a8:101::1", .privateUse),
        // Teredo, whose client is 10.0.0.1 and 127.0.0.1 with each bit turned.
        ("2001:0:4136:e378:8000:63bf:f5ff:fffe", .privateUse), ("2001::80ff:fffe", .thisHost),
    ])
    func `of version 6 may be of a private network`(text: String, network: PrivateNetwork) throws {
        #expect(try #require(NetworkAddress(text)).privateNetwork == network)
    }

    @Test(arguments: [
        "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
        "128.0.0.1", "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0", "192.0.1.0",
        "192.0.3.0", "192.88.98.1", "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0",
        "198.51.99.255", "198.51.101.0", "203.0.112.255", "203.0.114.0", "223.255.255.255",
        "2000::1", "2001:200::1", "2001:db7:ffff::", "2001:db9::", "2606:4700::1111", "3ffe::1",
        "3fff:1000::1", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "2002:808:808::1", "2001::f7f7:f7f7",
    ])
    func `may be of the public internet`(text: String) throws {
        #expect(try #require(NetworkAddress(text)).privateNetwork == nil)
    }

    @Test(arguments: ["192.0.2.1", "2001:db8::1", "::ffff:10.0.0.1", "::"])
    func `is written as it was read`(text: String) throws {
        #expect(try #require(NetworkAddress(text)).description == text)
    }

    @Test(arguments: [
        "", "127.1", "0x7f000001", "2130706433", "1.2.3.4.5", "fe80::1%lo", "[::1]", "localhost",
    ])
    func `is nothing else`(text: String) {
        #expect(NetworkAddress(text) == nil)
    }
}
