"""The models of conventions: the page of each, of all those of a type one after the other, and what changes from one
to the next and from a model to each signed text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from registre.model.compare import compare
from registre.register.conventions import ConventionType, ModelConvention
from registre.register.entries import Register
from registre.register.signed import Signed
from registre.render import wording
from registre.render.acts import HOME
from registre.render.comparison import Compared, since_model
from registre.render.page import Crumb, Page, Settings, render
from registre.render.text import with_anchors

FOLLOWERS = 25  # conventions shown on the page of a model


@dataclass(frozen=True, slots=True)
class Step:
    """A model in the lineage of its type: the conventions that follow it (newest first), what changed since the one
    before it."""

    model: ModelConvention
    followers: Sequence[Signed]
    changes: Compared | None

    @property
    def unknown(self) -> int:
        """Conventions known by an annex only, without the décision."""
        return sum(signed.act.incomplete for signed in self.followers)

    @property
    def origin(self) -> Signed | None:
        """The convention that gives the model its text."""
        return next((signed for signed in self.followers if signed.is_its_model), None)

    @property
    def first(self) -> Signed | None:
        """The oldest convention that follows it."""
        return min(self.followers, key=lambda signed: signed.act.day, default=None)

    @property
    def tariffs(self) -> dict[str, int]:
        """The price terms of the conventions that follow it, as printed, and how many have each."""
        found: dict[str, int] = {}
        for signed in self.followers:
            words = signed.convention.fiche.tarif or ""
            found[words] = found.get(words, 0) + 1
        return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def lineage(register: Register, kind: str) -> list[Step]:
    """The models of a type, the oldest first."""
    followers = register.followers
    return [_step(model, followers.get((kind, model.slug), ())) for model in register.models.get(kind, ())]


def _step(model: ModelConvention, followers: Sequence[Signed]) -> Step:
    before, step = model.previous, Step(model, followers, None)
    if before is None or not before.document.parts or not model.document.parts:
        return step
    specimen = step.origin.act.body.label if step.origin and not model.fiche.vierge else ""
    comparison = compare(before.document, model.document)
    return replace(step, changes=Compared(comparison, before.fiche.titre, model.fiche.titre, specimen))


def model_pages(register: Register, settings: Settings) -> Iterator[Page]:
    """Every page about models."""
    for slug, kind in register.types.items():
        steps = lineage(register, slug)
        if steps:
            yield _lineage_page(kind, steps, settings)
        for step in steps:
            yield _model_page(kind, step, settings)
            if step.changes:
                yield _changes_page(kind, step, step.changes, settings)


def comparison_pages(signed: Sequence[Signed], settings: Settings) -> Iterator[Page]:
    """For each convention that differs from its model, the page that tells how."""
    for one in signed:
        changes = since_model(one)
        if changes and not changes.comparison.identical:
            yield _signed_page(one, changes, settings)


def _crumbs(kind: ConventionType, *others: Crumb) -> list[Crumb]:
    return [HOME, ("Types de convention", "conventions/"), (kind.fiche.nom, kind.url), *others]


def _lineage_page(kind: ConventionType, steps: Sequence[Step], settings: Settings) -> Page:
    name = kind.fiche.nom
    return render(
        "modeles.md",
        kind.models_url,
        settings,
        title=f"Modèles – {name}",
        description=f"Les modèles successifs de la convention {name}, et ce qui change de l’un à l’autre.",
        crumbs=_crumbs(kind, ("Modèles", None)),
        kind=kind,
        steps=steps,
    )


def _model_page(kind: ConventionType, step: Step, settings: Settings) -> Page:
    model = step.model
    return render(
        "modele.md",
        model.url,
        settings,
        title=f"{model.fiche.titre} – {kind.fiche.nom}",
        description=f"Modèle de convention, {kind.fiche.nom} : {model.fiche.titre}.",
        crumbs=_crumbs(kind, ("Modèles", kind.models_url), (model.fiche.titre, None)),
        step=step,
        model=model,
        kind=kind,
        text=with_anchors(model.document, "modele"),
        followers=[(signed, since_model(signed)) for signed in step.followers[:FOLLOWERS]],
        total=len(step.followers),
    )


def _changes_page(kind: ConventionType, step: Step, changes: Compared, settings: Settings) -> Page:
    model, before = step.model, step.model.previous
    assert before is not None
    title = f"Ce qui change dans « {model.fiche.titre} »"
    return render(
        "comparaison.md",
        step.model.changes_url,
        settings,
        title=wording.no_break(f"{title} – {kind.fiche.nom}"),
        description=wording.no_break(
            f"{kind.fiche.nom}, de « {before.fiche.titre} » à « {model.fiche.titre} » : {changes.summary}."
        ),
        crumbs=_crumbs(kind, ("Modèles", kind.models_url), (model.fiche.titre, model.url), ("Ce qui change", None)),
        kind=kind,
        heading=wording.no_break(title),
        before=(before.url, before.fiche.titre, _named(before)),
        after=(model.url, model.fiche.titre, _named(model)),
        compared=changes,
        declared=model.fiche.remplace == before.slug,
        signed=None,
    )


def _named(model: ModelConvention) -> str:
    return f"président nommé : {model.fiche.president}" if model.fiche.president else ""


def _signed_page(signed: Signed, changes: Compared, settings: Settings) -> Page:
    act, convention = signed.act, signed.convention
    model = convention.model
    assert model is not None
    name = f"{act.body.label}, {wording.act_name(act)}"
    annexed = f"Convention annexée à {wording.other_act(act, None)}"
    return render(
        "comparaison.md",
        signed.comparison_url,
        settings,
        title=f"Comparaison avec le modèle – {name}",
        description=wording.no_break(f"{name}, convention {convention.type.fiche.nom} : {changes.summary} du modèle."),
        crumbs=[
            HOME,
            (act.body.label, act.body.url),
            (f"N°{wording.NBSP}{act.fiche.numero}", act.url),
            ("Comparaison avec le modèle", None),
        ],
        kind=convention.type,
        heading="Ce que cette convention change au modèle",
        before=(model.url, model.fiche.titre, _named(model)),
        after=(signed.url, annexed, ""),
        compared=changes,
        declared=True,
        signed=signed,
    )
