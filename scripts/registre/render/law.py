"""What the law says of a body, in words: how it makes acts public, under which article, who has longer to contest.

Articles of the code général des collectivités territoriales (CGCT) and of the code de justice administrative (CJA).
"""

from __future__ import annotations

from registre.model.bodies import Collectivite
from registre.model.publicity import may_choose
from registre.model.vocabulary import Genre, ModePublicite


def publicity(body: Collectivite) -> str | None:
    """How a body makes its acts public: what it chose, else what the law says; None when nobody knows."""
    if body.publicite:
        return f"{body.publicite.label} ({body.choix_publicite})" if body.choix_publicite else body.publicite.label
    free = may_choose(body)
    if free is None:
        return None
    return f"{ModePublicite.ELECTRONIQUE.label}{', sauf délibération contraire' if free else ''} (CGCT, art. L.2131-1)"


# Where the people stand who have no more than two months before the court of an overseas body (CJA, art. R.421-7).
_OVERSEAS = {
    "971": "en Guadeloupe",
    "972": "en Martinique",
    "973": "en Guyane",
    "974": "à La Réunion",
    "975": "à Saint-Pierre-et-Miquelon",
    "976": "à Mayotte",
    "977": "à Saint-Barthélemy",
    "978": "à Saint-Martin",
    "986": "à Wallis-et-Futuna",
    "987": "en Polynésie française",
    "988": "en Nouvelle-Calédonie",
}


def far(departement: str | None) -> str:
    """Who has one month more to contest the acts of a body of this département, after « pour qui »."""
    here = _OVERSEAS.get(departement or "")
    return f"ne demeure pas {here}" if here else "demeure outre-mer"


# What makes art. L.2131-1 apply to each kind of body (regulations quoted on the page of the act).
_EXTENSIONS = {
    Genre.EPCI_FISCALITE_PROPRE: "L.2131-1, par l’art. L.5211-3",
    Genre.SYNDICAT_COMMUNES: "L.2131-1, par l’art. L.5211-3",
    Genre.SYNDICAT_MIXTE: "L.2131-1, par les art. L.5711-1 ou L.5721-4",
    Genre.SYNDICAT_MIXTE_FERME: "L.2131-1, par l’art. L.5711-1",
    Genre.SYNDICAT_MIXTE_OUVERT: "L.2131-1, par l’art. L.5721-4",
    Genre.DEPARTEMENT: "L.3131-1",
    Genre.REGION: "L.4141-1",
}


def publicity_article(genre: Genre | None) -> str:
    """The article of the CGCT that says when this body's acts are exécutoires."""
    return _EXTENSIONS.get(genre, "L.2131-1") if genre else "L.2131-1"
