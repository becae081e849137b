"""Pages are fetched from the web: from public addresses only, and within limits of size and time."""

from __future__ import annotations

import http.client
import ipaddress
import re
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final, NamedTuple
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from booklet.errors import BookletError, Fault, Place
from booklet.model.files import LIMIT
from booklet.model.texts import quoted

_HOPS: Final = 5
_SECONDS: Final = 20.0
_PIECE: Final = 65_536
_MOVED: Final = frozenset({301, 302, 303, 307, 308})
_MEANS: Final = {
    401: "one has to log in",
    403: "it is not open to everybody",
    404: "there is no such page",
    410: "the page is gone",
    429: "it was asked too often",
}
_SAVE: Final = "open the page in a browser, save it, and import the file"
_GLOBAL_UNICAST: Final = ipaddress.IPv6Network("2000::/3")
_QUOTABLE: Final = "/%:=&?~#+!$,;'@()*[]|"


class _Refused(Exception):  # noqa: N818 - it never leaves this module
    """Why a page is not fetched, in the organiser's words."""


class _Answer(NamedTuple):
    """What a server answers: a page, or where it has moved to."""

    moved: str
    data: bytes
    charset: str


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet: none of this machine, this network, or set aside.

    IPv6 addresses that only stand for one of IPv4 (mapped, 6to4, NAT64, Teredo) are not.

    >>> is_public("127.0.0.1"), is_public("10.1.2.3"), is_public("93.184.216.34"), is_public("::ffff:93.184.216.34")
    (False, False, True, False)
    """
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address) and (found not in _GLOBAL_UNICAST or found.sixtofour or found.teredo):
        return False
    return found.is_global and not found.is_multicast and not found.is_reserved


def fetch(url: str, *, reachable: Callable[[str], bool] = is_public, seconds: float = _SECONDS) -> tuple[bytes, str]:
    """Fetch a page.

    Every host is looked up once, and the connection goes to the address that was checked, so that a name cannot lead
    elsewhere between check and connection. This holds for every redirect too.

    Args:
        url: begins with http:// or https://.
        reachable: whether an IP address may be connected to.
        seconds: how long it may take, redirects and all (but for looking up names, which the system limits).

    Returns:
        The bytes, and the encoding that the server states ("" if none).

    Raises:
        BookletError: it cannot be fetched; or it leads to a file, to a private address, or in circles; or it is too
            large or too slow.
    """
    until = time.monotonic() + seconds
    at = url
    try:
        for _ in range(_HOPS + 1):
            answer = _answer(_checked(at), reachable, until)
            if not answer.moved:
                return answer.data, answer.charset
            at = urljoin(at, answer.moved)
    except _Refused as refused:
        raise _refusal(url, str(refused)) from None
    except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
        if time.monotonic() >= until:
            raise _refusal(url, f"the page takes longer than {seconds:g} seconds") from None
        raise _refusal(url, f"the page cannot be fetched: {_reason(error)}") from None
    raise _refusal(url, f"the page leads on to another more than {_HOPS} times")


def _checked(url: str) -> SplitResult:
    """An address, taken apart."""
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise _Refused(f"it leads to {quoted(url)}, which is no page on the web")
    if parts.username is not None or parts.password is not None:
        raise _Refused("an address with a name or password in it is not fetched")
    return parts


def _answer(parts: SplitResult, reachable: Callable[[str], bool], until: float) -> _Answer:
    """Ask for a page, once."""
    with _connected(parts, reachable, until) as connection:
        target = quote(parts.path or "/", safe=_QUOTABLE) + (
            f"?{quote(parts.query, safe=_QUOTABLE)}" if parts.query else ""
        )
        connection.putrequest("GET", target, skip_accept_encoding=True)
        for name, value in (("User-Agent", "booklet"), ("Accept", "text/html, */*"), ("Accept-Encoding", "gzip")):
            connection.putheader(name, value)
        connection.endheaders()
        with connection.getresponse() as response:
            return _read(response, until)


def _read(response: http.client.HTTPResponse, until: float) -> _Answer:
    """Read what a server answers."""
    moved = response.getheader("Location") or ""
    if response.status in _MOVED and moved:
        return _Answer(moved, b"", "")
    if response.status != 200:
        means = _MEANS.get(response.status, response.reason)
        raise _Refused(f"the server answers {response.status} instead of a page: {means}")
    charset = re.search(r"charset=[\"']?([\w.-]{2,40})", response.getheader("Content-Type") or "", re.IGNORECASE)
    data = _body(response)
    if time.monotonic() >= until:
        raise TimeoutError  # what was read may have ended only for that
    return _Answer("", data, charset[1] if charset else "")


@contextmanager
def _connected(
    parts: SplitResult, reachable: Callable[[str], bool], until: float
) -> Iterator[http.client.HTTPConnection]:
    """A connection to an address that was checked, which ends when the time is over, whatever the server does.

    The host's own name is what its certificate is for.
    """
    host = parts.hostname or ""
    secure = parts.scheme == "https"
    port = parts.port or (443 if secure else 80)
    live = _socket(_addresses(host, port, reachable), port, until)
    try:
        if secure:
            live = ssl.create_default_context().wrap_socket(live, server_hostname=host, do_handshake_on_connect=False)
        watch = threading.Timer(max(0.0, until - time.monotonic()), _end, [live])
        watch.daemon = True
        watch.start()
        try:
            if isinstance(live, ssl.SSLSocket):
                live.do_handshake()
            connection = http.client.HTTPConnection(host, port)
            connection.default_port = 443 if secure else 80
            connection.sock = live
            yield connection
        finally:
            watch.cancel()
    finally:
        live.close()


def _addresses(host: str, port: int, reachable: Callable[[str], bool]) -> list[str]:
    """The IP addresses of a host; a host that has a private one among them is not trusted with the others either."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    if not all(reachable(address) for address in addresses):
        raise _Refused(f"{quoted(host)} is this computer or one of a private network, and is not asked for pages")
    return addresses


def _socket(addresses: list[str], port: int, until: float) -> socket.socket:
    """A connection to the first of some addresses that answers."""
    failed: OSError = OSError("the host has no address")
    for address in addresses:
        left = until - time.monotonic()
        if left <= 0:
            break
        try:
            return socket.create_connection((address, port), timeout=left)
        except OSError as error:
            failed = error
    raise failed


def _end(connection: socket.socket) -> None:
    try:
        socket.socket.shutdown(connection, socket.SHUT_RDWR)  # TLS would first say goodbye, and wait
    except OSError:
        return  # it has ended by itself


def _body(response: http.client.HTTPResponse) -> bytes:
    """The page, unpacked, if it is whole and not too large."""
    packing = (response.getheader("Content-Encoding") or "identity").strip().lower()
    if packing not in {"identity", "gzip", "x-gzip"}:
        raise _Refused(f"the page is packed in a way that is not known here: {quoted(packing)}")
    unpack = None if packing == "identity" else zlib.decompressobj(zlib.MAX_WBITS | 16)
    data = bytearray()
    while piece := response.read1(_PIECE):
        data += unpack.decompress(piece, LIMIT + 1 - len(data)) if unpack else piece
        if len(data) > LIMIT:
            raise _Refused(f"the page is larger than {LIMIT // 1024 // 1024} MB, which no program is")
    if response.length or (unpack and not unpack.eof):
        raise _Refused("the page broke off in the middle")
    return bytes(data)


def _reason(error: Exception) -> str:
    """What went wrong, in words."""
    if isinstance(error, socket.gaierror):
        return "no computer of that name is known; or this one is not connected to the internet"
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"the server cannot prove who it is ({error.verify_message})"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return str(error) or type(error).__name__


def _refusal(url: str, what: str) -> BookletError:
    return BookletError([Fault(what, Place(url), _SAVE)])
