"""The pull request of a deposit: what it says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from registre.depot.markdown import block, fitting, span
from registre.depot.paths import Deposited, branch_of
from registre.depot.replies import told
from registre.depot.result import Result
from registre.problems import plural

BOX = "J’ai relu toutes les fiches"
_HEAD = """\
Fiches tirées des PDF déposés en #{issue}. Rien n’est encore publié : chaque fiche est un **brouillon**.

1. **Regardez** {preview}
2. **Vérifiez** ce que liste « Les fiches », le PDF sous les yeux. Une valeur est fausse, ou manque ? Le lien ouvre la \
fiche : corrigez, puis « Commit changes » (gardez « Commit directly to the {branch} branch »).
3. Tout est juste ? **Cochez** : les fiches ne seront plus des brouillons ; ce qui y manque restera non renseigné.
   - [ ] {box}
4. Quand « verifier » est vert, **« Merge pull request »** publie. L’adresse de chaque acte arrive ensuite en #{issue}.

Pour ne publier que certains actes, ne cochez pas : effacez `brouillon` et `a_verifier` de leurs fiches, et de celle \
de la séance. Les autres attendront.

Si « verifier » ne paraît pas d’ici dix minutes, cliquez sur « Approve workflows to run », plus bas.
"""
_PREVIEW = "[la page de chaque acte]({address}), telle qu’elle sera : un fichier à télécharger, puis à ouvrir."
_NO_PREVIEW = "les fiches ; l’aperçu des pages viendra en commentaire, une fois les erreurs corrigées."


def head(issue: int, preview: str) -> str:
    """What to do. `preview`: address of the pages of the acts; empty when there are none."""
    shown = _PREVIEW.format(address=preview) if preview else _NO_PREVIEW
    return _HEAD.format(issue=issue, branch=branch_of(issue), preview=shown, box=BOX)


def body(result: Result, files: Sequence[Deposited], issue: int, home: str, preview: str) -> str:
    """The whole text: what to do, the records and what to check in each, what is wrong, what was refused."""
    rest = "- … et encore {} lignes, qui sont aussi dans les fiches, sous `a_verifier`."
    parts = [head(issue, preview), "### Les fiches", ""]
    parts += [*fitting(_records(result, files, issue, home), 25_000, rest), ""]
    if result.problems:
        errors = f"{plural(result.errors, 'erreur')} à corriger avant de publier" if result.errors else "rien ne bloque"
        parts += [f"### Ce que dit la vérification : {errors}", "", block(result.problems, 12_000), ""]
    if result.refused:
        parts += ["### Fichiers dont rien n’a été tiré", "", told(result.refused), ""]
    return "\n".join(parts)


def _records(result: Result, files: Sequence[Deposited], issue: int, home: str) -> Iterator[str]:
    """A line for each record, with its links, then one for each value to check in it."""
    names = {file.path for file in files}
    branch = branch_of(issue)
    for file in files:
        if file.kind == "pdf":
            continue
        pdf = file.path.removesuffix(file.kind) + "pdf"
        beside = f" ([son PDF]({home}/blob/{branch}/{pdf}))" if pdf in names and file.is_act else ""
        checks = [check for check in result.to_check if check.path == file.path]
        what = f"{plural(len(checks), 'point')} à vérifier" if checks else "à relire"
        yield f"- [{file.name}.{file.kind}]({home}/edit/{branch}/{file.path}){beside} : {what}"
        for check in checks:
            yield f"  - {span(check.champ, 60)} : {span(check.passage)}"
