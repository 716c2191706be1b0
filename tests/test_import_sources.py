"""The four first documents, imported, against the records written by hand.

`EXCEPTIONS` was written before the importer was run on them: what a reader adds that no document says.
"""

from __future__ import annotations

from pathlib import Path

# Of every record: the reader's explanations, and the marks of a draft.
ALWAYS = {
    "anomalies": "le lecteur explique ce que le document a d’étrange",
    "brouillon": "marque d’un brouillon",
    "a_verifier": "marque d’un brouillon",
}
READER = "le document ne dit pas de quel modèle il est tiré : c’est une comparaison"
TARIFF = "l’article entier est dans le texte ; la fiche en résume les mots"

# By source, then by path of the field: why the importer cannot give what the hand-written record has.
EXCEPTIONS: dict[str, dict[str, str]] = {
    "000_6bb165f2b5c3f7be.txt": {
        "conventions.0.modele": READER,
        "conventions.0.tarif": TARIFF,
        "conventions.0.parties.1.qualite": "la qualité n’est imprimée qu’auprès de la signature",
    },
    "001_4ccf9b43a44eedc7.txt": {
        "conventions.0.modele": READER,
        "conventions.0.tarif": TARIFF,
        "conventions.0.parties.1.qualite": "la qualité n’est imprimée qu’auprès de la signature",
        "pieces": "l’annexe citée et non jointe est un constat du lecteur",
        "convention": "trois intertitres sans numéro ne se distinguent pas d’un paragraphe",
    },
    "002_95d7b5c3c114bdd3.txt": {
        "conventions.0.modele": READER,
        "conventions.0.tarif": TARIFF,
    },
    "003_3084770d592e64d8.txt": {
        "conventions.0.modele": READER,
        "conventions.0.tarif": TARIFF,
        "motif": "les mots sont ceux du lecteur",
    },
}
SOURCES = Path(__file__).resolve().parent.parent.parent / "shared" / "sources"
