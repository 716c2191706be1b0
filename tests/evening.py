"""An invented council evening, as its stamped documents print it."""

from __future__ import annotations

STAMP = """\
Envoyé en préfecture le 13/04/2026
Reçu en préfecture le 13/04/2026
Publié le 14/04/2026
ID : 062-216200006-20260409-{numero}-DE"""

_HEAD = """\
COMMUNE D’EXEMPLE
EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL

Séance du 9 avril 2026

L’an deux mille vingt-six, le neuf avril à dix-huit heures trente, le Conseil Municipal, légalement convoqué le
2 avril 2026, s’est réuni en mairie, sous la présidence de Madame Anne MARTIN, Maire.

Étaient présents : {presents}.

Absents excusés : Paul PETIT donne pouvoir à Anne MARTIN, Inès MOREL

Nombre de membres en exercice : 7
Présents : {count}
Votants : {voters}

Monsieur Jean DURAND est élu secrétaire de séance.
"""
_BODY = """
Délibération n° {numero}

Objet : {objet}

Vu le code général des collectivités territoriales ;

Considérant que {ground} ;

Après en avoir délibéré, le Conseil Municipal, à l’unanimité :

- {decision}

Fait et délibéré les jour, mois et an que dessus.
Pour extrait conforme,

Le Maire,

Anne MARTIN
"""
ALL = "Anne MARTIN, Jean DURAND, Marie LEROY, Luc ROUX, Zoé FABRE"


def act(
    numero: str, objet: str, presents: str = ALL, ground: str = "la cantine est ouverte", decision: str = "Approuve."
) -> str:
    """The text of one act of the evening, its stamp first."""
    count = presents.count(",") + 1
    head = _HEAD.format(presents=presents, count=count, voters=count + 1)
    body = _BODY.format(numero=numero, objet=objet, ground=ground, decision=decision)
    return f"{STAMP.format(numero=numero)}\n{head}{body}"
