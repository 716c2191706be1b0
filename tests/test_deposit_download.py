"""The files joined to an issue: taken from GitHub only, every step of the way looked at, and only sound PDFs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from forge import Store, file_store
from pdfs import GOOD, SCRIPT, link
from registre.depot import download as module
from registre.depot.download import HOPS, Gate, download, file_name
from registre.draft.report import Refused

HTML = b"<!DOCTYPE html><title>Sign in to GitHub</title>"
KEPT = "/github-production-repository-file-x/1"


@pytest.fixture
def server() -> Iterator[Store]:
    """In the place of github.com."""
    with file_store() as store:
        yield store


@pytest.fixture
def bucket() -> Iterator[Store]:
    """In the place of its store of files."""
    with file_store() as store:
        yield store


@pytest.fixture
def elsewhere() -> Iterator[Store]:
    """A host that has no place here."""
    with file_store() as store:
        store.gives("/user-attachments/files/1/a.pdf", GOOD)
        store.gives(KEPT, GOOD)
        yield store


@pytest.fixture
def gate(server: Store, bucket: Store) -> Gate:
    return Gate(f"http://{server.host}", ((bucket.host, "/github-production-repository-file-"),))


def attached(number: int, name: str = "a.pdf") -> str:
    return f"/user-attachments/files/{number}/{name}"


def test_a_pdf_is_taken_through_the_store_and_no_token_goes_with_it(
    server: Store, bucket: Store, gate: Gate, tmp_path: Path
) -> None:
    address = server.sends(attached(1, "D%C3%A9lib%202026-04.pdf"), bucket.gives(f"{KEPT}?signature=1", GOOD))
    bucket.gives(KEPT, GOOD)
    kept, refused = download([address], tmp_path, gate)
    assert ([path.name for path in kept], refused) == (["Délib-2026-04.pdf"], [])
    assert kept[0].read_bytes() == GOOD
    for asked in (*server.asked, *bucket.asked):
        assert set(asked) <= {"Accept-Encoding", "Host", "User-Agent", "Connection", "path"}


def test_a_redirection_to_a_forbidden_host_is_not_followed(
    server: Store, elsewhere: Store, gate: Gate, tmp_path: Path
) -> None:
    address = server.sends(attached(1), f"http://{elsewhere.host}{KEPT}")
    told = f"l’adresse n’est pas celle d’un fichier joint à GitHub : http://{elsewhere.host}{KEPT}"
    assert download([address], tmp_path, gate) == ([], [Refused("a.pdf", told)])
    assert elsewhere.asked == [] and list(tmp_path.iterdir()) == []


def test_a_second_redirection_is_looked_at_too(
    server: Store, bucket: Store, elsewhere: Store, gate: Gate, tmp_path: Path
) -> None:
    address = server.sends(attached(1), bucket.sends(KEPT, f"http://{elsewhere.host}{KEPT}"))
    kept, refused = download([address], tmp_path, gate)
    assert kept == [] and len(refused) == 1 and elsewhere.asked == []


@pytest.mark.parametrize(
    "to",
    ["file:///etc/passwd", "ftp://127.0.0.1/a.pdf", "//127.0.0.1:1/a.pdf", "http://[", "http://169.254.169.254/x", ""],
)
def test_a_redirection_to_anything_else_ends_there(server: Store, gate: Gate, tmp_path: Path, to: str) -> None:
    kept, refused = download([server.sends(attached(1), to)], tmp_path, gate)
    assert kept == [] and [reason.name for reason in refused] == ["a.pdf"]


def test_redirections_end(server: Store, gate: Gate, tmp_path: Path) -> None:
    address = server.sends(attached(1), f"http://{server.host}{attached(1)}", 307)
    assert download([address], tmp_path, gate)[1] == [Refused("a.pdf", "trop de renvois d’une adresse à l’autre.")]
    assert len(server.asked) == HOPS


def test_what_is_too_big_is_stopped_on_the_way(
    server: Store, gate: Gate, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MAX_BYTES", 1000)
    address = server.gives(attached(1), b"%PDF-1.4" + bytes(200_000))
    assert download([address], tmp_path, gate) == ([], [Refused("a.pdf", "il dépasse 25 Mo.")])
    assert list(tmp_path.iterdir()) == []


def test_a_page_instead_of_a_pdf(server: Store, gate: Gate, tmp_path: Path) -> None:
    addresses = [server.gives(attached(1), HTML, "text/html"), server.gives(attached(2, "b.pdf"), HTML)]
    assert download(addresses, tmp_path, gate) == (
        [],
        [
            Refused("a.pdf", "ce n’est pas un PDF : GitHub le dit « text/html »."),
            Refused(
                "b.pdf",
                "Ce fichier n’est pas un PDF : « b.pdf », c’est une page web. "
                "Enregistrez le document en PDF depuis le logiciel qui l’a fait, au lieu d’en changer le nom.",
            ),
        ],
    )


def test_a_pdf_with_a_program_is_refused_and_the_others_are_taken(server: Store, gate: Gate, tmp_path: Path) -> None:
    addresses = [server.gives(attached(1), link(SCRIPT)), server.gives(attached(2, "b.pdf"), GOOD)]
    kept, refused = download(addresses, tmp_path, gate)
    assert [path.name for path in kept] == ["b.pdf"]
    assert [reason.name for reason in refused] == ["a.pdf"]
    assert refused[0].reason.startswith("Ce PDF contient plus que des pages à lire : ")


def test_what_is_not_there_and_what_is_no_pdf_by_name(server: Store, gate: Gate, tmp_path: Path) -> None:
    addresses = [f"http://{server.host}{attached(9)}", server.gives(attached(1, "a.docx"), b"PK\3\4")]
    assert download(addresses, tmp_path, gate)[1] == [
        Refused("a.pdf", "GitHub ne le donne pas (réponse 404)."),
        Refused("a.docx", "ce n’est pas un PDF : son nom ne finit pas par .pdf."),
    ]


def test_a_server_that_does_not_answer(gate: Gate, tmp_path: Path) -> None:
    with file_store() as gone:
        dead = Gate(f"http://{gone.host}")
    assert download([f"{dead.server}{attached(1)}"], tmp_path, dead)[1] == [
        Refused("a.pdf", "le téléchargement s’est interrompu.")
    ]


def test_files_of_one_name_are_both_kept(server: Store, gate: Gate, tmp_path: Path) -> None:
    addresses = [server.gives(attached(number), GOOD) for number in (1, 2)]
    assert [path.name for path in download(addresses, tmp_path, gate)[0]] == ["a.pdf", "a-2.pdf"]


@pytest.mark.parametrize(
    "address",
    [
        "https://github.com/user-attachments/files/123/acte.pdf",
        "https://github.com/mairie-exemple/registre/files/123/acte.pdf",
    ],
)
def test_the_addresses_of_github_are_let_in(address: str) -> None:
    assert Gate().lets(address, first=True) and Gate().lets(address, first=False)


@pytest.mark.parametrize(
    "address",
    [
        "https://objects.githubusercontent.com/github-production-repository-file-5c1aeb/1/2?X-Amz-Signature=0",
        "https://github-production-repository-file-5c1aeb.s3.amazonaws.com/1/2?X-Amz-Signature=0",
    ],
)
def test_the_stores_of_github_are_let_in_on_the_way_only(address: str) -> None:
    assert Gate().lets(address, first=False) and not Gate().lets(address, first=True)


@pytest.mark.parametrize(
    "address",
    [
        "http://github.com/user-attachments/files/1/a.pdf",
        "https://github.com:444/user-attachments/files/1/a.pdf",
        "https://moi@github.com/user-attachments/files/1/a.pdf",
        "https://github.com@ailleurs.example/user-attachments/files/1/a.pdf",
        "https://github.com.ailleurs.example/user-attachments/files/1/a.pdf",
        "https://ailleurs.example/user-attachments/files/1/a.pdf",
        "https://GitHub.com/user-attachments/files/1/a.pdf/../../../x",
        "https://github.com/user-attachments/files/1/a.pdf/b",
        "https://github.com/user-attachments/files/x/a.pdf",
        "https://github.com/logout",
        "https://raw.githubusercontent.com/qui/quoi/main/a.pdf",
        "https://objects.githubusercontent.com/autre/1",
        "https://objects.githubusercontent.com.ailleurs.example/github-production-repository-file-5c1aeb/1",
        "https://autre.s3.amazonaws.com/1",
        "https://127.0.0.1/user-attachments/files/1/a.pdf",
        "https://gıthub.com/user-attachments/files/1/a.pdf",
        "https://github。com/user-attachments/files/1/a.pdf",
        "https://[::1]/user-attachments/files/1/a.pdf",
        "https://[",
        "file:///user-attachments/files/1/a.pdf",
        "",
    ],
)
def test_any_other_address_is_kept_out(address: str) -> None:
    assert not Gate().lets(address, first=True) and not Gate().lets(address, first=False)


@pytest.mark.parametrize(
    ("last", "name"),
    [
        ("2026-04.pdf", "2026-04.pdf"),
        ("D%C3%A9lib.n%C2%B04.pdf", "Délib.n-4.pdf"),
        ("..%2F..%2Fetc%2Fpasswd.pdf", "passwd.pdf"),
        ("%24%28touch%20rate%29.pdf", "touch-rate-.pdf"),
        ("-rf.pdf", "rf.pdf"),
        ("...", "sans-nom"),
        ("%00.pdf", "pdf"),
        ("a" * 300 + ".pdf", "a" * 96 + ".pdf"),
    ],
)
def test_a_name_is_made_harmless(last: str, name: str) -> None:
    assert file_name(f"https://github.com/user-attachments/files/1/{last}") == name
