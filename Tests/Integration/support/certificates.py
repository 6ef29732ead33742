"""Certificates made on the spot by openssl, and a door with TLS before a homeserver that has none."""

import asyncio
import contextlib
import ssl
import subprocess

NEW_KEY = "-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes".split()
AUTHORITY = "-addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign,cRLSign".split()


class Authority:
    """A certificate authority that only those know who are told of it."""

    def __init__(self, folder, name):
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.certificate = folder / f"{name}.pem"
        self.key = folder / f"{name}.key"
        files = ["-keyout", self.key, "-out", self.certificate]
        openssl("req", "-x509", *NEW_KEY, *AUTHORITY, *files, "-days", 3650, "-subj", f"/CN={name}")

    def issue(self, name, subject, days=30):
        """A certificate with its key in one file, for `IP:…` or `DNS:…`; with `days` below zero it is over."""
        key, request, extensions, certificate, both = (
            self.folder / f"{name}.{suffix}" for suffix in ("key", "csr", "ext", "crt", "pem")
        )
        openssl("req", *NEW_KEY, "-keyout", key, "-out", request, "-subj", f"/CN={name}")
        extensions.write_text(f"subjectAltName={subject}\nextendedKeyUsage=serverAuth\n")
        signer = ["-CA", self.certificate, "-CAkey", self.key, "-CAcreateserial", "-days", days]
        openssl("x509", "-req", "-in", request, *signer, "-extfile", extensions, "-out", certificate)
        both.write_text(certificate.read_text() + key.read_text())
        return both


def openssl(*arguments):
    done = subprocess.run(["openssl", *map(str, arguments)], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, f"openssl {arguments[0]}: {done.stderr}"


class Door:
    """TLS on a port of 127.0.0.1, before the port of a server; counts the bytes that clients have sent through."""

    def __init__(self, certificate, port_behind):
        self.context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        self.context.load_cert_chain(certificate)
        self.port_behind = port_behind
        self.bytes_in = 0
        self.visits = set()

    async def __aenter__(self):
        self.server = await asyncio.start_server(self.visit, "127.0.0.1", 0, ssl=self.context)
        self.port = self.server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_):
        self.server.close()
        for visit in self.visits:
            visit.cancel()

    async def visit(self, reader, writer):
        self.visits.add(asyncio.current_task())
        with contextlib.suppress(OSError, asyncio.CancelledError):
            behind_reader, behind_writer = await asyncio.open_connection("127.0.0.1", self.port_behind)
            await asyncio.gather(
                self.pass_on(reader, behind_writer, counts=True), self.pass_on(behind_reader, writer)
            )

    async def pass_on(self, reader, writer, counts=False):
        try:
            while part := await reader.read(65_536):
                self.bytes_in += len(part) if counts else 0
                writer.write(part)
                await writer.drain()
        finally:
            writer.close()
