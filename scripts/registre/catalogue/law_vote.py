"""R + number of the rule + rank: what the law asks of a vote."""

from __future__ import annotations

from registre.catalogue.message import Exemple, Level, Message

E = Level.ERREUR
A = Level.AVERTISSEMENT

TITLE = "Droit : le vote"

# One message a paragraph, kept as it is typed.
# fmt: off
MESSAGES = (
    Message("R131", E,
            "Le résultat annoncé ({valeur}) contredit le vote : {pour} pour, {contre} contre",
            "Recopiez `vote` et `resultat` du document.", True,
            article="CGCT, art. L.2121-20",
            exemple=Exemple("resultat: adoptee\nvote: {pour: 1, contre: 3, abstention: 0}",
                            "resultat: rejetee\nvote: {pour: 1, contre: 3, abstention: 0}")),
    Message("R132", A, "Partage des voix : le résultat dépend de la voix du président",
            "Si le document le dit, ajoutez dans `vote` : voix_preponderante: oui", True,
            article="CGCT, art. L.2121-20",
            exemple=Exemple("vote: {pour: 2, contre: 2, abstention: 0}",
                            "vote: {pour: 2, contre: 2, abstention: 0, voix_preponderante: oui}")),
    Message("R133", E, "« À l’unanimité », mais {valeur}",
            "Recopiez les nombres de `vote` ; si le document ne dit pas « à l’unanimité », retirez `unanimite`.", True,
            exemple=Exemple("vote: {pour: 3, contre: 1, abstention: 0, unanimite: oui}",
                            "vote: {pour: 3, contre: 1, abstention: 0}")),
    Message("R134", E, "Voix prépondérante dans un scrutin secret",
            "Retirez `voix_preponderante`, ou corrigez `scrutin`, selon le document.", True,
            article="CGCT, art. L.2121-20",
            exemple=Exemple("vote: {pour: 3, contre: 1, abstention: 0, scrutin: secret, voix_preponderante: oui}",
                            "vote: {pour: 3, contre: 1, abstention: 0, scrutin: secret}")),
    Message("R141", E, "Des noms de votants dans un scrutin secret",
            "Supprimez `noms`, ou corrigez `scrutin`.", True,
            article="CGCT, art. L.2121-21",
            exemple=Exemple("vote:\n  pour: 3\n  contre: 1\n  abstention: 0\n  scrutin: secret\n"
                            "  noms: {contre: [Luc ROUX]}",
                            "vote:\n  pour: 3\n  contre: 1\n  abstention: 0\n  scrutin: secret")),
    Message("R142", A, "Scrutin public sans le nom des votants",
            "Ajoutez les noms dans `vote`, par exemple : noms: {{pour: [Anne MARTIN], contre: [Luc ROUX]}}", True,
            article="CGCT, art. L.2121-21",
            exemple=Exemple("vote:\n  pour: 3\n  contre: 1\n  abstention: 0\n  scrutin: public",
                            "vote:\n  pour: 3\n  contre: 1\n  abstention: 0\n  scrutin: public\n"
                            "  noms:\n    pour: [Anne MARTIN, Jean DURAND, Paul PETIT]\n    contre: [Luc ROUX]")),
    Message("R152", A, "Total des voix : {somme} ; votants annoncés : {attendu}",
            "Vérifiez `vote` dans cette fiche (avec `ne_prend_pas_part`, s’il y en a), puis `votants` dans "
            "`decompte`, ici ou dans seance.yaml.", True,
            exemple=Exemple("vote: {pour: 3, contre: 0, abstention: 0}", "vote: {pour: 3, contre: 0, abstention: 1}")),
    Message("R155", A, "Vote : {valeur} voix {quoi} annoncées, {somme} dans la liste",
            "Vérifiez ce nombre dans `vote`, et les `noms` un à un.", True,
            exemple=Exemple("vote:\n  pour: 3\n  contre: 1\n  abstention: 0\n  noms: {contre: [Luc ROUX, Jean DURAND]}",
                            "vote:\n  pour: 3\n  contre: 1\n  abstention: 0\n  noms: {contre: [Luc ROUX]}")),
    Message("R156", A, "{nom} est nommé deux fois dans le vote",
            "Gardez ce nom une seule fois dans `noms`.", True,
            exemple=Exemple("vote:\n  pour: 2\n  contre: 1\n  abstention: 1\n"
                            "  noms: {contre: [Luc ROUX], abstention: [Luc ROUX]}",
                            "vote:\n  pour: 2\n  contre: 1\n  abstention: 1\n"
                            "  noms: {contre: [Luc ROUX], abstention: [Paul PETIT]}")),
)
# fmt: on
