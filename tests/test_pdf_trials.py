"""The PDFs of the trial folder, real and hostile: what is to be told of each. Skipped where the folder is not there."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from registre.source.pdf_workers import Workers
from tally import Tally

TRIALS = Path(__file__).resolve().parents[2] / "shared" / "essais"
EXPECTED = {
    "": """
        pdf-17-header18 test_fontArialNotEmbedded text_only_fontsEmbeddedAll bad-jpeg-out bad-token-startxref bad10
        bad12 bad21 bad9 issue-179 issue-449
    """,
    "F017": "bad-direct-root bad fuzz-16214 issue-100 issue-141a issue-141b issue-143 issue-263",
    "F023": "encryption_noprinting encryption_openpassword bad-encryption-length",
    "F024": """
        externalLink fileAttachment fileAttachment_fileAttachmentAnnotation payload3 payload4 payload6 starter_pack
    """,
    "F025": """
        payload2 bad-data-out bad11 bad13 bad17 bad18 bad19 bad2 bad20 bad24 bad35 bad36 bad39 bad40 issue-149
    """,
    "F026": "corruptionOneByteMissing bad-xref-entry bad26 bad37 bad38 bad5",
}


@pytest.mark.long
def test_the_pdfs_of_the_trials(tally: Tally) -> None:
    hostile, real = sorted(TRIALS.glob("pdf/**/*.pdf")), sorted(TRIALS.glob("etiquettes/**/*.pdf"))
    if not hostile:
        pytest.skip("le dossier des essais n’est pas là")
    expected = {name: code for code, names in EXPECTED.items() for name in names.split()}
    workers = Workers()
    failed = []
    for path in [*hostile, *real]:
        start = time.monotonic()
        (verdict,) = workers([path])
        spent = time.monotonic() - start
        told = " ".join(constat.code for constat in verdict.constats)
        wanted = "" if path in real else expected.get(path.stem)
        if told != wanted or spent > 10 or (not told and not verdict.pages):
            failed.append(f"{path.name} : {told or 'accepté'}, attendu {wanted or 'accepté'}, {spent:.1f} s")
    workers.stop()
    tally("PDF", len(hostile) + len(real), len(failed))
    assert not failed, "\n".join(failed)
