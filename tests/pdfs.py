"""PDFs of every kind that a register may be given, made on demand, and what is to be told of each."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from dataclasses import dataclass

import pypdfium2
from pypdf import PdfReader, PdfWriter
from pypdf.constants import UserAccessPermissions

from writing import pdf_of, tiny_pdf

GOOD = tiny_pdf("Acte")
CATALOG = b"<< /Type /Catalog /Pages 2 0 R %s >>"
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] %s >>"
SCRIPT = b"<< /S /JavaScript /JS (app.alert\\(1\\)) >>"
LINK = b"/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A %s >>]"


def made(*more: bytes, catalog: bytes = b"", page: bytes = b"", trailer: bytes = b"") -> bytes:
    """One page (objects 1 to 3), with entries added to the catalog, the page or the trailer, and objects from 4 on."""
    return pdf_of([CATALOG % catalog, PAGES, PAGE % page, *more], trailer)


def paged(*texts: str) -> bytes:
    """A page for each text, of the letters that Windows knows; a line for each of its lines."""
    return with_contents(
        *(b"BT /F1 9 Tf 9 800 Td 11 TL %s ET" % b"".join(map(_line, text.split("\n"))) for text in texts)
    )


def _line(text: str) -> bytes:
    return b"<%s> Tj T*\n" % text.encode("cp1252").hex().encode()


def with_contents(*contents: bytes) -> bytes:
    """A page for each stream of operations, which may write with the font /F1."""
    font = b"/Resources << /Font << /F1 3 0 R >> >>"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R " + font + b" >>"
    kids = b" ".join(b"%d 0 R" % number for number in range(4, 4 + 2 * len(contents), 2))
    objects = [
        CATALOG % b"",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(contents)),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, data in enumerate(contents):
        objects += [page % (5 + 2 * number), stream(data)]
    return pdf_of(objects)


def scanned(pdf: bytes, dpi: int = 200) -> bytes:
    """The same pages (A4) as a scanner gives them: an image each, and no text."""
    document = pypdfium2.PdfDocument(pdf)
    image = b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R /Resources %s >>"
    pages, images = [], []
    for number in range(len(document)):
        drawn = document[number].render(scale=dpi / 72, grayscale=True)
        assert drawn.stride == drawn.width
        entries = (image + b" /Filter /FlateDecode") % (drawn.width, drawn.height)
        pages.append(page % (b"<< /XObject << /I %d 0 R >> >>" % (4 + len(document) + number)))
        images.append(stream(zlib.compress(bytes(drawn.buffer)), entries))
    kids = b" ".join(b"%d 0 R" % (4 + number) for number in range(len(pages)))
    tree = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages))
    return pdf_of([CATALOG % b"", tree, stream(b"595 0 0 842 0 0 cm /I Do"), *pages, *images])


def link(action: bytes) -> bytes:
    """A page with a link that does `action`."""
    return made(page=LINK % action)


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """The body of a stream object."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data)


def swollen(layers: int, size: int = 80_000_000) -> bytes:
    """A content stream of `size` zeros, compressed again and again."""
    packer = zlib.compressobj(1)
    data = b"".join(packer.compress(bytes(1_000_000)) for _ in range(size // 1_000_000)) + packer.flush()
    for _ in range(layers - 1):
        data = zlib.compress(data, 9)
    return made(stream(data, b"/Filter [%s]" % (b"/FlateDecode " * layers)), page=b"/Contents 4 0 R")


def object_stream(data: bytes, count: int) -> bytes:
    """A PDF whose catalog is in an object stream (7.5.7) that unpacks to `data`."""
    packed = zlib.compress(data, 1)
    body = stream(packed, b"/Type /ObjStm /N %d /First 10 /Filter /FlateDecode" % count)
    head = b"%PDF-1.5\n"
    at = len(head)
    first = head + b"2 0 obj\n%s\nendobj\n" % body
    rows = bytes([1]) + at.to_bytes(4, "big") + bytes(1)
    rows = bytes(6) + bytes([2]) + (2).to_bytes(4, "big") + bytes(1) + rows
    rows += bytes([1]) + len(first).to_bytes(4, "big") + bytes(1)
    table = stream(rows, b"/Type /XRef /Size 4 /W [1 4 1] /Root 1 0 R")
    return first + b"3 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (table, len(first))


def written(change: Callable[[PdfWriter], object]) -> bytes:
    """A page changed by pypdf's writer."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(GOOD)))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def signed(**signature: bytes) -> bytes:
    """A page with a signed field, as a parapheur leaves it: an AcroForm, then an incremental update."""
    entries = {
        "Type": b"/Sig",
        "Filter": b"/Adobe.PPKLite",
        "SubFilter": b"/ETSI.CAdES.detached",
        "Contents": b"<%s>" % (b"00" * 4000),
        "ByteRange": b"[0 400 8402 300]",
    } | signature
    value = b"<< %s >>" % b" ".join(b"/%s %s" % (key.encode(), text) for key, text in entries.items())
    field = b"<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature1) /Rect [0 0 0 0] /F 132 /P 3 0 R /V 5 0 R >>"
    metadata = stream(b"<?xpacket?><x:xmpmeta/>", b"/Type /Metadata /Subtype /XML")
    form = b"/AcroForm << /SigFlags 3 /Fields [4 0 R] >> /Metadata 6 0 R /Perms << /DocMDP 5 0 R >>"
    return updated(made(field, value, metadata, catalog=form, page=b"/Annots [4 0 R]"))


def updated(data: bytes) -> bytes:
    """An incremental update (7.5.6): the page again, and a second table that points to the first."""
    previous = int(data.rpartition(b"startxref\n")[2].split()[0])
    page = b"3 0 obj\n%s\nendobj\n" % (PAGE % b"/Rotate 0 /Annots [4 0 R]")
    table = b"xref\n3 1\n%010d 00000 n \ntrailer\n<< /Size 7 /Root 1 0 R /Prev %d >>\n" % (len(data), previous)
    return data + page + table + b"startxref\n%d\n%%%%EOF\n" % (len(data) + len(page))


@dataclass(frozen=True, slots=True)
class Sample:
    """A PDF, the code told of it (none when it is accepted), and words that its message must have."""

    make: Callable[[], bytes]
    code: str = ""
    words: str = ""
    signed: bool = False


JOINED = b"<< /Type /Filespec /F (facture.xml) /EF << /F 5 0 R >> >>"
FORM = b"/AcroForm << /Fields [] %s >>"

SAMPLES = {
    "simple": Sample(lambda: GOOD),
    "pdf-2.0": Sample(lambda: GOOD.replace(b"%PDF-1.4", b"%PDF-2.0")),
    "lien-web": Sample(lambda: link(b"<< /S /URI /URI (https://www.exemple.fr/) >>")),
    "lien-courriel": Sample(lambda: link(b"<< /S /URI /URI (mailto:mairie@exemple.fr) >>")),
    "lien-page": Sample(lambda: link(b"<< /S /GoTo /D [3 0 R /Fit] >>")),
    "lien-autre-pdf": Sample(lambda: link(b"<< /S /GoToR /F (annexe.pdf) /D [0 /Fit] >>")),
    "lien-chemin-windows": Sample(lambda: link(b"<< /S /GoToR /F (C:\\\\actes\\\\annexe.pdf) /D [0 /Fit] >>")),
    "ouverture-page": Sample(lambda: made(catalog=b"/OpenAction [3 0 R /FitH 99]")),
    "ouverture-goto": Sample(lambda: made(catalog=b"/OpenAction << /S /GoTo /D [3 0 R /Fit] >>")),
    "formulaire-simple": Sample(lambda: made(b"<< /FT /Tx /T (Nom) /V () >>", catalog=FORM % b"/NeedAppearances true")),
    "police-nommee-js": Sample(
        lambda: made(
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            page=b"/Resources << /Font << /JS 4 0 R /AA 4 0 R /XFA 4 0 R /EF 4 0 R >> >>",
        )
    ),
    "noms-vides": Sample(lambda: made(catalog=b"/Names << /JavaScript << /Names [] >> /EmbeddedFiles << >> >>")),
    "renvoi-a-rien": Sample(lambda: made(page=b"/Annots 99 0 R")),
    "balise": Sample(
        lambda: made(b"<< /Type /StructTreeRoot /K 5 0 R >>", b"<< /S /Sound >>", catalog=b"/StructTreeRoot 4 0 R")
    ),
    "linearise": Sample(lambda: written(lambda writer: writer.compress_identical_objects())),
    "fin-blanche": Sample(lambda: GOOD + b"\n\n\0\0\0\n"),
    "mise-a-jour": Sample(lambda: updated(GOOD)),
    "signe": Sample(signed, signed=True),
    "champ-non-signe": Sample(lambda: made(b"<< /FT /Sig /T (S) >>", catalog=b"/AcroForm << /Fields [4 0 R] >>")),
    "horodatage-seul": Sample(lambda: signed(Type=b"/DocTimeStamp")),
    "lourd": Sample(lambda: made(stream(bytes(11_999_000)))),
    "trop-gros": Sample(lambda: GOOD + bytes(50_000_000)),
    "vide": Sample(lambda: b"", "F017", "il est vide"),
    "blanc": Sample(lambda: b" \n\n", "F017", "il est vide"),
    "html": Sample(lambda: b"<!DOCTYPE html><title>Erreur 404</title>", "F017", "page web"),
    "docx": Sample(lambda: b"PK\x03\x04" + bytes(50), "F017", "document Word"),
    "doc": Sample(lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(50), "F017", "ancien format"),
    "png": Sample(lambda: b"\x89PNG\r\n\x1a\n" + bytes(50), "F017", "image"),
    "texte": Sample(lambda: b"Bonjour", "F017", "son début n’est pas celui d’un PDF"),
    "polyglotte-gif": Sample(lambda: b"GIF89a" + bytes(894) + GOOD, "F017", "image"),
    "polyglotte-zeros": Sample(lambda: bytes(900) + GOOD, "F017", "il commence à l’octet 901"),
    "bom": Sample(lambda: b"\xef\xbb\xbf" + GOOD, "F017", "il commence à l’octet 4"),
    "espace": Sample(lambda: b"\n" + GOOD, "F017", "il commence à l’octet 2"),
    "version-inconnue": Sample(lambda: b"%PDF-9.9" + GOOD[8:], "F017"),
    "lfs": Sample(lambda: b"version https://git-lfs.github.com/spec/v1\noid sha256:%s\nsize 9\n" % (b"a" * 64), "F020"),
    "mot-de-passe": Sample(lambda: written(lambda w: w.encrypt("secret", algorithm="RC4-128")), "F023"),
    "proprietaire": Sample(
        lambda: written(
            lambda w: w.encrypt("", "proprio", permissions_flag=UserAccessPermissions.R2, algorithm="RC4-128")
        ),
        "F023",
    ),
    "identite": Sample(
        lambda: made(
            trailer=b"/ID [<00> <00>] /Encrypt << /Filter /Standard /V 4 /R 4 /Length 128 /P -4 /O <%s> /U <%s> "
            b"/CF << >> /StmF /Identity /StrF /Identity >>" % (b"00" * 32, b"00" * 32)
        ),
        "F023",
    ),
    "chiffre-inconnu": Sample(lambda: made(trailer=b"/ID [<00> <00>] /Encrypt << /Filter /Maison /V 9 >>"), "F023"),
    "javascript-ouverture": Sample(lambda: made(catalog=b"/OpenAction " + SCRIPT), "F024", "JavaScript"),
    "javascript-noms": Sample(
        lambda: made(catalog=b"/Names << /JavaScript << /Names [(a) %s] >> >>" % SCRIPT), "F024", "JavaScript"
    ),
    "javascript-noms-sans-type": Sample(
        lambda: made(catalog=b"/Names << /JavaScript << /Names [(a) << /JS (x) >>] >> >>"), "F024", "JavaScript"
    ),
    "javascript-page": Sample(lambda: made(page=b"/AA << /O %s >>" % SCRIPT), "F024", "action automatique"),
    "javascript-champ": Sample(
        lambda: made(b"<< /FT /Tx /T (N) /AA << /K %s >> >>" % SCRIPT, catalog=b"/AcroForm << /Fields [4 0 R] >>"),
        "F024",
        "JavaScript",
    ),
    "javascript-masque": Sample(lambda: link(b"<< /S /J#61vaScript /J#53 (x) >>"), "F024", "JavaScript"),
    "javascript-suite": Sample(
        lambda: made(SCRIPT, page=LINK % b"<< /S /GoTo /D [3 0 R /Fit] /Next 4 0 R >>"), "F024", "JavaScript"
    ),
    "fermeture": Sample(lambda: made(catalog=b"/AA << /WC %s >>" % SCRIPT), "F024", "action automatique"),
    "ouverture-web": Sample(
        lambda: made(catalog=b"/OpenAction << /S /URI /URI (https://exemple.fr) >>"), "F024", "à l’ouverture"
    ),
    "lance": Sample(lambda: link(b"<< /S /Launch /F (calc.exe) >>"), "F024", "lance un programme"),
    "lance-windows": Sample(lambda: link(b"<< /S /Launch /Win << /F (cmd.exe) >> >>"), "F024", "lance un programme"),
    "envoi": Sample(lambda: link(b"<< /S /SubmitForm /F (https://exemple.fr) >>"), "F024", "envoie un formulaire"),
    "import": Sample(lambda: link(b"<< /S /ImportData /F (a.fdf) >>"), "F024", "importe des données"),
    "lien-javascript": Sample(lambda: link(b"<< /S /URI /URI (java\\nscript:alert\\(1\\)) >>"), "F024", "javascript:"),
    "lien-reseau": Sample(
        lambda: link(b"<< /S /GoToR /F (\\\\\\\\serveur\\\\partage\\\\a.pdf) /D [0 /Fit] >>"), "F024", "réseau"
    ),
    "lien-joint": Sample(lambda: link(b"<< /S /GoToE /T << /R /C /N (a) >> >>"), "F024", "fichier joint"),
    "son": Sample(lambda: link(b"<< /S /Sound /Sound 9 0 R >>"), "F024", "du son"),
    "video": Sample(lambda: link(b"<< /S /Rendition /OP 0 >>"), "F024", "vidéo"),
    "riche": Sample(lambda: made(page=b"/Annots [<< /Subtype /RichMedia >>]"), "F024", "vidéo"),
    "trois-d": Sample(lambda: made(page=b"/Annots [<< /Subtype /3D >>]"), "F024", "trois dimensions"),
    "joint-noms": Sample(
        lambda: written(lambda writer: writer.add_attachment("facture.xml", b"<a/>")), "F024", "« facture.xml »"
    ),
    "joint-annotation": Sample(
        lambda: made(JOINED, stream(b"<a/>"), page=b"/Annots [<< /Subtype /FileAttachment /FS 4 0 R >>]"),
        "F024",
        "un fichier joint (« facture.xml »)",
    ),
    "joint-af": Sample(lambda: made(JOINED, stream(b"<a/>"), catalog=b"/AF [4 0 R]"), "F024", "facture.xml"),
    "portefeuille": Sample(lambda: made(catalog=b"/Collection << /View /D >>"), "F024", "porte-documents"),
    "xfa": Sample(lambda: made(stream(b"<xdp/>"), catalog=FORM % b"/XFA 4 0 R"), "F024", "formulaire XFA"),
    "xfa-liste": Sample(lambda: made(stream(b"<xdp/>"), catalog=FORM % b"/XFA [(a) 4 0 R]"), "F024", "formulaire XFA"),
    "externe": Sample(
        lambda: made(stream(b"", b"/F (https://exemple.fr/a)"), page=b"/Contents 4 0 R"), "F024", "un autre fichier"
    ),
    "abime-et-actif": Sample(
        lambda: made(b"<< /S /JavaScript /JS (x) >>").replace(b"startxref\n", b"startxref\n9"), "F024", "JavaScript"
    ),
    "tronque": Sample(lambda: GOOD[:-40], "F025", "sa fin manque"),
    "moitie": Sample(lambda: GOOD[: len(GOOD) // 2], "F025", "sa fin manque"),
    "zip-apres": Sample(lambda: GOOD + b"PK\x03\x04" + bytes(60) + b"PK\x05\x06" + b"\1" * 18, "F025", "ajouté"),
    "long-apres": Sample(lambda: GOOD + b"x" * 3000, "F025", "sa fin manque"),
    "en-tete-seul": Sample(lambda: b"%PDF-1.4\n%%EOF\n", "F025"),
    "sans-page": Sample(
        lambda: pdf_of([CATALOG % b"", b"<< /Type /Pages /Kids [] /Count 0 >>"]), "F025", "il n’a aucune page"
    ),
    "sans-pages": Sample(lambda: pdf_of([b"<< /Type /Catalog >>"]), "F025", "il n’a aucune page"),
    "pages-en-boucle": Sample(
        lambda: pdf_of([CATALOG % b"", b"<< /Type /Pages /Kids [2 0 R] /Count 9 >>"]), "F025", "sans fin"
    ),
    "pages-en-boucle-longue": Sample(
        lambda: pdf_of(
            [CATALOG % b"", b"<< /Type /Pages /Kids [3 0 R] /Count 9 >>", b"<< /Type /Pages /Kids [2 0 R] >>"]
        ),
        "F025",
        "sans fin",
    ),
    "pages-multipliees": Sample(
        lambda: pdf_of(
            [CATALOG % b""]
            + [b"<< /Type /Pages /Kids [%d 0 R %d 0 R] >>" % (n, n) for n in range(3, 60)]
            + [PAGE % b""]
        ),
        "F025",
        "sans fin",
    ),
    "table-en-boucle": Sample(
        lambda: made(trailer=b"/Prev 999999").replace(
            b"999999", b"%06d" % made(trailer=b"/Prev 999999").index(b"xref")
        ),
        "F025",
        "une partie",
    ),
    "imbrique": Sample(lambda: made(b"[" * 10_000 + b"]" * 10_000, page=b"/Annots 4 0 R"), "F025", "imbriqués"),
    "imbrique-dictionnaires": Sample(lambda: made(b"<< /A " * 10_000 + b">>" * 10_000, page=b"/Annots 4 0 R"), "F025"),
    "imbrique-par-renvois": Sample(
        lambda: made(*[b"[%d 0 R]" % number for number in range(5, 5000)], page=b"/Annots 4 0 R")
    ),
    "octet-manquant": Sample(lambda: GOOD.replace(b"Helvetica", b"Helvetic"), "F026"),
    "texte-apres": Sample(lambda: GOOD + b"</body></html>\n", "F026"),
    "bombe": Sample(lambda: swollen(1), "F027"),
    "bombe-double": Sample(lambda: swollen(2), "F027"),
    "bombe-objets": Sample(
        lambda: object_stream(b"1 0       " + b"<< /Type /Catalog >>" + b" " * 80_000_000, 1), "F027"
    ),
}
