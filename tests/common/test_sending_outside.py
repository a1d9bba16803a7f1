"""We send to servers of other people, and to none of ours, whatever address somebody types."""

import datetime
import ipaddress
import socket
import ssl
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from common import outside

INSIDE = [
    "127.0.0.1", "10.0.0.7", "192.168.1.1", "172.16.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",  # noqa: S104
    "255.255.255.255", "::1", "fe80::1", "fc00::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "ff02::1",
]  # fmt: skip


@pytest.fixture
def leads_to(monkeypatch):
    """Every name leads to these addresses, and nothing is connected to."""

    def lead(*addresses: str) -> None:
        found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 443)) for address in addresses]
        monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: found)
        monkeypatch.setattr(socket, "create_connection", lambda *args: pytest.fail(f"It connected to {args[0]}"))

    return lead


@pytest.mark.parametrize("address", INSIDE)
def test_a_name_that_leads_inside_is_not_followed(leads_to, address):
    leads_to(address)

    with pytest.raises(outside.NotAllowed, match="not on the public internet"):
        outside.post("https://partner.example/hook", body=b"", headers={})


def test_one_address_inside_among_several_is_enough(leads_to):
    leads_to("93.184.215.14", "10.0.0.7")

    with pytest.raises(outside.NotAllowed):
        outside.post("https://partner.example/", body=b"", headers={})


@pytest.mark.parametrize(
    "url",
    [
        "http://partner.example/", "https://partner.example:8443/", "https://me:secret@partner.example/", "ftp://x/",
        "https://", "https://[::1/", "https://127.0.0.1/", "https://[::1]/", "//partner.example/", "",
        "https://169.254.169.254/latest/meta-data/",
    ],
)  # fmt: skip
def test_an_address_that_we_do_not_send_to_is_known_by_its_letters(url):
    with pytest.raises(outside.NotAllowed):
        outside.checked(url)


def test_a_name_that_nobody_knows_is_no_answer(monkeypatch):
    def unknown(*args, **kwargs):
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", unknown)

    with pytest.raises(outside.NoAnswer):
        outside.post("https://nowhere.example/", body=b"", headers={})


class Partner(BaseHTTPRequestHandler):
    heard: list = []
    status = 200

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.heard.append((self.path, self.headers["Host"], self.headers["X-Mark"], body))
        self.send_response(self.status)
        self.send_header("Location", "https://elsewhere.example/")
        self.end_headers()

    def log_message(self, *args):
        """Nothing: tests are quiet."""


def certificate(name: str) -> tuple[bytes, bytes]:
    key = ec.generate_private_key(ec.SECP256R1())
    called = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder().subject_name(called).issuer_name(called).public_key(key.public_key())
        .serial_number(1).not_valid_before(now - datetime.timedelta(1)).not_valid_after(now + datetime.timedelta(1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    pem = serialization.Encoding.PEM
    plain = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return made.public_bytes(pem), plain


@pytest.fixture
def partner(tmp_path, monkeypatch):
    """A partner's server on this machine, which stands in for one on the internet."""
    public, private = certificate("partner.example")
    (tmp_path / "both.pem").write_bytes(public + private)
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(tmp_path / "both.pem")
    server = HTTPServer(("127.0.0.1", 0), Partner)
    server.socket = tls.wrap_socket(server.socket, server_side=True)
    trusting = ssl.create_default_context(cadata=public.decode())
    monkeypatch.setattr(outside, "PORT", server.server_port)
    monkeypatch.setattr(outside, "is_public", lambda address: address == ipaddress.ip_address("127.0.0.1"))
    monkeypatch.setattr(outside.ssl, "create_default_context", lambda: trusting)
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", server.server_port))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: found)
    monkeypatch.setattr(Partner, "heard", [])
    monkeypatch.setattr(Partner, "status", 200)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def test_a_partner_gets_what_is_sent_under_its_own_name(partner):
    status = outside.post("https://partner.example/hook?a=1", body=b"{}", headers={"X-Mark": "1"})

    assert status == 200
    assert Partner.heard == [("/hook?a=1", f"partner.example:{partner.server_port}", "1", b"{}")]


def test_a_redirect_is_an_answer_and_not_a_way(partner, monkeypatch):
    monkeypatch.setattr(Partner, "status", 302)

    assert outside.post("https://partner.example/", body=b"", headers={}) == 302
    assert len(Partner.heard) == 1


def test_a_certificate_of_somebody_else_is_no_answer(partner):
    with pytest.raises(outside.NoAnswer, match="SSL"):
        outside.post("https://somebody-else.example/", body=b"", headers={})
    assert Partner.heard == []
