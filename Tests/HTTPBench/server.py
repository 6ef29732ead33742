"""Answers every PUT with an event id, with TLS and without, on connections that stay open. For http-bench.

Arguments: a certificate and its key. Prints the port without and the port with TLS; ends with its standard input.
"""

import socketserver
import ssl
import sys
import threading

ANSWER = b'{"event_id":"$abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"}'
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(ANSWER)


class Connection(socketserver.StreamRequestHandler):
    disable_nagle_algorithm = True

    def handle(self):
        try:
            while self.rfile.readline():
                length = 0
                while (line := self.rfile.readline().strip()) != b"":
                    name, _, value = line.partition(b":")
                    if name.lower() == b"content-length":
                        length = int(value)
                self.rfile.read(length)
                self.wfile.write(HEAD + ANSWER)
        except OSError:
            pass  # the client has gone


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    request_queue_size = 64

    def __init__(self, tls):
        self.tls = tls
        super().__init__(("127.0.0.1", 0), Connection)

    def finish_request(self, request, client_address):
        # On the connection's own thread, so that a handshake holds up nobody else.
        try:
            if self.tls:
                request = self.tls.wrap_socket(request, server_side=True)
        except OSError:
            return
        super().finish_request(request, client_address)


tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
tls.load_cert_chain(*sys.argv[1:3])
servers = [Server(None), Server(tls)]
for server in servers:
    threading.Thread(target=server.serve_forever, daemon=True).start()
print(*(server.server_address[1] for server in servers), flush=True)
sys.stdin.read()
