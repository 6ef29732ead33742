import Testing

@testable import Networking

@Suite struct `The HTTP client` {
    @Test func `sends what it was given and hands back the answer`() async throws {
        let server = try HTTPTestServer { connection in
            guard let request = connection.readRequest() else { return }
            connection.write(
                "HTTP/1.1 201 Created\r\nX-Seen: a \r\nx-seen: b\r\nContent-Length: \(request.utf8.count)\r\n\r\n\(request)"
            )
        }
        try await withHTTP(server) { client, server async throws in
            let response = try await client.response(
                to: .to(
                    server.url + "/a?b=c",
                    method: .put,
                    headers: [("Authorization", "Bearer secret"), ("X-Empty", "")],
                    body: "näh"
                )
            )
            #expect(response.status == 201)
            #expect(response.header("X-SEEN") == "a")
            #expect(response.headers.map(\.value) == ["a", "b", "\(response.body.count)"])
            #expect(response.text.hasPrefix("PUT /a?b=c HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\n"))
            #expect(
                response.text.contains(
                    "\r\nAuthorization: Bearer secret\r\nX-Empty:\r\nContent-Length: 4\r\n"
                )
            )
            #expect(response.text.hasSuffix("\r\n\r\nnäh"))
            #expect(!response.text.contains("Content-Type"))
        }
    }

    @Test(arguments: [HTTPRequest.Method.get, .head, .post, .put, .delete])
    func `uses each method`(method: HTTPRequest.Method) async throws {
        let server = try HTTPTestServer { connection in
            guard let request = connection.readRequest() else { return }
            connection.write(
                "HTTP/1.1 200 OK\r\nX-Request: \(request.prefix { $0 != " " })\r\nContent-Length: 0\r\n\r\n"
            )
        }
        try await withHTTP(server) { client, server async throws in
            let response = try await client.response(to: .to(server.url, method: method))
            #expect(response.header("x-request") == method.rawValue)
        }
    }

    @Test func `keeps its connection`() async throws {
        let server = try HTTPTestServer { connection in
            while connection.readRequest() != nil {
                connection.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
            }
        }
        try await withHTTP(server) { client, server async throws in
            for _ in 0..<20 { #expect(try await client.response(to: .to(server.url)).text == "ok") }
            #expect(server.connectionCount == 1)
        }
    }

    @Test func `reads chunks, interim answers and trailers`() async throws {
        let server = try HTTPTestServer(
            answering:
                "HTTP/1.1 103 Early Hints\r\nLink: early\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "3\r\nabc\r\n4;x=y\r\ndefg\r\n0\r\nX-Late: yes\r\n\r\n"
        )
        try await withHTTP(server) { client, server async throws in
            let response = try await client.response(to: .to(server.url))
            #expect(response.status == 200)
            #expect(response.text == "abcdefg")
            #expect(response.headers.map(\.name) == ["Transfer-Encoding"])
        }
    }

    @Test func `hands back a redirect and an error like any other answer`() async throws {
        for status in [302, 404, 500] {
            let server = try HTTPTestServer(
                answering:
                    "HTTP/1.1 \(status) X\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 4\r\n\r\nbody"
            )
            try await withHTTP(server) { client, server async throws in
                let response = try await client.response(to: .to(server.url))
                #expect(response.status == status)
                #expect(response.text == "body")
                #expect(server.connectionCount == 1)
            }
        }
    }

    @Test func `sends on while a long poll waits`() async throws {
        let isEnough = HTTPTestSignal()
        let server = try HTTPTestServer { connection in
            while let request = connection.readRequest() {
                if request.hasPrefix("GET /poll") { isEnough.waitBlocking() }
                connection.write("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ndone")
            }
        }
        try await withHTTP(server) { client, server async throws in
            async let poll = client.response(to: .to(server.url + "/poll"))
            try await withThrowingTaskGroup(of: String.self) { group in
                for number in 0..<100 {
                    group.addTask {
                        try await client.response(to: .to(server.url + "/\(number)", method: .put)).text
                    }
                }
                for try await text in group { #expect(text == "done") }
            }
            isEnough.give()
            #expect(try await poll.text == "done")
        }
    }
}
