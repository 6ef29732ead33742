"""Certificates made on the spot by openssl, and a door with TLS before a homeserver that has none."""

import asyncio
import contextlib
import ssl
import subprocess


class Authority:
    """A certificate authority that only those know who are told of it."""

    def __init__(self, folder, name):
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.certificate = folder / f"{name}.pem"
        self.key = folder / f"{name}.key"
        openssl(
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", self.key,
            "-out", self.certificate, "-days", 3650, "-subj", f"/CN={name}", "-addext", "basicConstraints=critical,CA:TRUE",
            "-addext", "keyUsage=critical,keyCertSign,cRLSign",
        )

    def issue(self, name, subject, days=30):
        """A chain with its key in one file, for the subject `IP:…` or `DNS:…`; with `days` below zero it is over."""
        key, request, extensions, certificate, chain = (
            self.folder / f"{name}.{suffix}" for suffix in ("key", "csr", "ext", "crt", "pem")
        )
        openssl(
            "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", key, "-out", request,
            "-subj", f"/CN={name}",
        )
        extensions.write_text(f"subjectAltName={subject}\nextendedKeyUsage=serverAuth\n")
        openssl(
            "x509", "-req", "-in", request, "-CA", self.certificate, "-CAkey", self.key, "-CAcreateserial", "-days", days,
            "-extfile", extensions, "-out", certificate,
        )
        chain.write_text(certificate.read_text() + key.read_text())
        return chain


def openssl(*arguments):
    done = subprocess.run(["openssl", *map(str, arguments)], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, f"openssl {arguments[0]}: {done.stderr}"


class Door:
    """TLS on a port of 127.0.0.1, before the port of a server; counts the bytes that clients have sent through."""

    def __init__(self, chain, port_behind):
        self.context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        self.context.load_cert_chain(chain)
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
            await asyncio.gather(self.pass_on(reader, behind_writer, counts=True), self.pass_on(behind_reader, writer))

    async def pass_on(self, reader, writer, counts=False):
        try:
            while part := await reader.read(65_536):
                self.bytes_in += len(part) if counts else 0
                writer.write(part)
                await writer.drain()
        finally:
            writer.close()
