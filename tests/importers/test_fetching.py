"""Pages are fetched from a real server on this machine, which the tests allow; by default it is refused."""

from __future__ import annotations

import gzip
import shutil
import socket
import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

from booklet.errors import BookletError, Fault, Place
from booklet.importers.fetching import fetch, is_public

HINT = "open the page in a browser, save it, and import the file"


class Server(ThreadingHTTPServer):
    """A server that tells its pages when it stops."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Site)
        self.stopped = threading.Event()

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of clients that hang up."""


class Site(BaseHTTPRequestHandler):
    """A site whose pages answer as the tests need it."""

    protocol_version = "HTTP/1.1"
    hosts: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.hosts.append(self.headers["Host"])
        page = self.path.partition("?")[0]
        match page:
            case "/page":
                self.answer("<p>Grüße</p>".encode(), content_type="text/html; charset=UTF-8")
            case "/packed":
                self.answer(gzip.compress(b"packed"), content_encoding="gzip")
            case "/broken-packed":
                self.answer(gzip.compress(b"packed")[:-6], content_encoding="gzip")
            case "/brotli":
                self.answer(b"\x0b\x02", content_encoding="br")
            case "/bomb":
                self.answer(gzip.compress(bytes(65 * 1024 * 1024), 1), content_encoding="gzip")
            case "/circle":
                self.answer(status=302, location="/circle")
            case "/cut":
                self.answer(b"abc", content_length="10")
                self.close_connection = True
            case "/slow":
                self.drip()
            case _ if page.startswith("/to/"):
                self.answer(status=301, location=self.path.removeprefix("/to/"))
            case "/é%20a" | "/%C3%A9%20a":
                self.answer(b"found")
            case _:
                self.answer(status=404)

    def answer(self, body: bytes = b"", *, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"content_length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def drip(self) -> None:
        """Send a byte now and then, for ever, as a server does that wants to hold us."""
        self.send_response(200)
        self.end_headers()
        assert isinstance(self.server, Server)
        with suppress(OSError):
            while not self.server.stopped.wait(0.05):
                self.wfile.write(b"a")

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serving(secure: ssl.SSLContext | None = None) -> Iterator[int]:
    server = Server()
    if secure:
        server.socket = secure.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server.server_port
    finally:
        server.stopped.set()
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with serving() as port:
        yield port


def anywhere(_: str) -> bool:
    return True


def refusal(url: str, reachable: Callable[[str], bool] = anywhere) -> str:
    with pytest.raises(BookletError) as raised:
        fetch(url, reachable=reachable)
    (fault,) = raised.value.faults
    assert fault == Fault(fault.what, Place(url), HINT)
    return fault.what


def test_page_is_fetched_with_its_encoding(port: int) -> None:
    assert fetch(f"http://127.0.0.1:{port}/page#here", reachable=anywhere) == ("<p>Grüße</p>".encode(), "UTF-8")


def test_host_is_named_as_it_was_asked_for(port: int) -> None:
    Site.hosts.clear()
    fetch(f"http://localhost:{port}/page", reachable=anywhere)
    assert Site.hosts == [f"localhost:{port}"]


def test_packed_page_is_unpacked(port: int) -> None:
    assert fetch(f"http://127.0.0.1:{port}/packed", reachable=anywhere) == (b"packed", "")


def test_redirect_is_followed(port: int) -> None:
    assert fetch(f"http://127.0.0.1:{port}/to//packed", reachable=anywhere) == (b"packed", "")


def test_address_with_other_letters_is_fetched(port: int) -> None:
    assert fetch(f"http://127.0.0.1:{port}/é%20a", reachable=anywhere) == (b"found", "")


@pytest.mark.parametrize(
    ("path", "what"),
    [
        ("none", "the server answers 404 instead of a page: there is no such page"),
        ("circle", "the page leads on to another more than 5 times"),
        ("cut", "the page broke off in the middle"),
        ("broken-packed", "the page broke off in the middle"),
        ("brotli", "the page is packed in a way that is not known here: 'br'"),
        ("bomb", "the page is larger than 64 MB, which no program is"),
        ("to/file:///etc/hostname", "it leads to 'file:///etc/hostname', which is no page on the web"),
        ("to/ftp://example.org/a", "it leads to 'ftp://example.org/a', which is no page on the web"),
        ("to/http://a:b@example.org/", "an address with a name or password in it is not fetched"),
    ],
)
def test_page_is_refused(port: int, path: str, what: str) -> None:
    assert refusal(f"http://127.0.0.1:{port}/{path}") == what


@pytest.mark.parametrize(
    "url", ["http://a:b@127.0.0.1/", "http://@127.0.0.1/", "http:///a", "http://[", "http://a:99999/"]
)
def test_address_is_refused(url: str) -> None:
    assert refusal(url)


def test_redirect_to_a_private_address_is_refused(port: int) -> None:
    def reachable(address: str) -> bool:
        return address == "127.0.0.1"

    what = "'127.0.0.2' is this computer or one of a private network, and is not asked for pages"
    assert refusal(f"http://127.0.0.1:{port}/to/http://127.0.0.2:{port}/page", reachable) == what


def test_this_machine_is_refused(port: int) -> None:
    what = "'localhost' is this computer or one of a private network, and is not asked for pages"
    assert refusal(f"http://localhost:{port}/page", is_public) == what


def test_server_that_is_not_there_is_refused() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        number = unused.getsockname()[1]
    assert refusal(f"http://127.0.0.1:{number}/") == "the page cannot be fetched: Connection refused"


def test_slow_page_is_refused(port: int) -> None:
    with pytest.raises(BookletError) as raised:
        fetch(f"http://127.0.0.1:{port}/slow", reachable=anywhere, seconds=0.3)
    assert [fault.what for fault in raised.value.faults] == ["the page takes longer than 0.3 seconds"]


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is missing: it makes the certificate")
def test_certificate_is_checked(tmp_path: Path) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
         "-keyout", str(key), "-out", str(certificate)],
        check=True, capture_output=True,
    )  # fmt: skip
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with serving(context) as port:
        what = refusal(f"https://localhost:{port}/page")
    assert what.partition(" (")[0] == "the page cannot be fetched: the server cannot prove who it is"


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.9.9.9", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.2.1", "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1",
        "fec0::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::",
        "2001:0:1::", "2001:db8::1", "localhost", "",
    ],
)  # fmt: skip
def test_address_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946"])
def test_address_is_public(address: str) -> None:
    assert is_public(address)
