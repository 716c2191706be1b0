"""French words for what happens to conventions on given days, and for those of which the end cannot be said."""

from __future__ import annotations

from markupsafe import Markup

from registre.model.vocabulary import Reconduction
from registre.register.deadlines import Deadline, Evenement
from registre.register.signed import Signed
from registre.render import terms, wording

_RENEWED = {
    Reconduction.EXPRESSE: "à renouveler expressément, sinon elle s’arrête",
    Reconduction.TACITE: "reconduite tacitement, sauf dénonciation",
    None: "la convention ne dit pas comment elle se renouvelle",
}
_DECISION_UNKNOWN = "annexe connue, décision inconnue"


def meaning(deadline: Deadline) -> str:
    """« à renouveler expressément, sinon elle s’arrête »; nothing where the kind of event says all."""
    signed = deadline.signed
    match deadline.kind:
        case Evenement.PREAVIS:
            return "dernier jour pour la dénoncer"
        case Evenement.RENOUVELLEMENT:
            renewal = signed.convention.fiche.renouvellement
            return _RENEWED[renewal.reconduction if renewal else None]
        case Evenement.FIN_AU_PLUS_TARD:
            return terms.how(deadline.echeance, signed.convention.fiche)
        case Evenement.FIN:
            return "résiliée" if signed.terme.resiliee else ""


def source(deadline: Deadline) -> str:
    """How the day is known: « 5 ans à compter du 1er avril 2026 »; nothing where its meaning says it."""
    if deadline.kind is Evenement.FIN_AU_PLUS_TARD:
        return ""
    return terms.how(deadline.echeance, deadline.signed.convention.fiche)


def convention_name(signed: Signed) -> str:
    """« Restauration scolaire, délibération n° 12 du 12 mars 2026 »; its rank where an act has several of a type."""
    kind, same = signed.convention.type, [c for c in signed.act.conventions if c.type is signed.convention.type]
    rank = f" ({same.index(signed.convention) + 1})" if len(same) > 1 else ""
    return f"{kind.fiche.nom}{rank}, {wording.act_name(signed.act)}"


def reason(signed: Signed) -> Markup:
    """Why the end of a convention cannot be said."""
    if signed.act.incomplete:
        return Markup('<span class="absent">{}</span>').format(_DECISION_UNKNOWN)
    return terms.told(signed.terme.fin, signed.convention.fiche)


def counts(dated: int, undated: int) -> str:
    """« 12 échéances (à titre indicatif), 3 conventions sans échéance connue »; nothing of what there is not."""
    known = f"{wording.count(dated, 'échéance')} (à titre indicatif)"
    return ", ".join([known] * (dated > 0) + [undated_count(undated)] * (undated > 0))


def undated_count(number: int) -> str:
    """« 3 conventions sans échéance connue »."""
    return f"{wording.count(number, 'convention')} sans échéance connue"
