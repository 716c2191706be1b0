# Commandes du registre : « make » seul les affiche.
# PYTHON=… choisit l’interpréteur (3.11 ou plus récent) ; OPTIONS=… s’ajoute à la commande lancée.

ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
else
BIN := .venv/bin
endif

# The first of these that runs and is recent enough; looked for only when the environment is made.
RECENT := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3 python; do \
	"$$p" -c '$(RECENT)' >/dev/null 2>&1 && { echo "$$p"; break; }; done)
OPTIONS ?=
UV_VERSION := 0.13.9
READY := .venv/.pret

.DEFAULT_GOAL := aide
.PHONY: aide site test essais-longs html poids vues serve mesurer verifier initialiser verrou propre

aide: ## affiche cette liste
	@echo "Commandes du registre :"
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

site: $(READY) ## construit le site dans site/
	@$(BIN)/registre construire $(OPTIONS)

test: $(READY) ## lance toutes les vérifications et tous les essais
	@$(BIN)/python tests/browser/chromium.py
	@$(BIN)/python tests/tesseract.py
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -m "not long" -n auto --dist loadfile --no-loadscope-reorder $(OPTIONS)

essais-longs: $(READY) ## lance les essais trop longs pour « make test »
	@$(BIN)/python tests/browser/chromium.py
	@$(BIN)/python tests/tesseract.py
	@$(BIN)/python tests/nu/checker.py
	$(BIN)/pytest -m "long or compte" -n auto $(OPTIONS)

html: $(READY) ## contrôle le HTML des pages avec le vérificateur Nu (Java 17, npm)
	@$(BIN)/python tests/nu/checker.py
	@$(BIN)/pytest -m long tests/test_html.py $(OPTIONS)

poids: $(READY) ## dit ce que pèsent un acte et une recherche, dans un grand registre
	@$(BIN)/python tests/browser/chromium.py
	@$(BIN)/python benchmarks/weigh.py $(OPTIONS)

vues: $(READY) ## photographie chaque sorte de page, dans build/vues/, et refait les images du README et du guide
	@$(BIN)/python tests/browser/chromium.py
	@$(BIN)/python tests/browser/views.py

serve: $(READY) ## montre le site, brouillons compris, sur cet ordinateur, à jour à chaque modification
	@$(BIN)/registre servir $(OPTIONS)

mesurer: $(READY) ## dit la place que prend le site dans ce que GitHub Pages accepte
	@$(BIN)/registre mesurer $(OPTIONS)

verifier: $(READY) ## vérifie les fiches, sans rien construire
	@$(BIN)/registre verifier $(OPTIONS)

initialiser: $(READY) ## fait du modèle le registre de votre organisme
	@$(BIN)/registre initialiser $(OPTIONS)

verrou: ## refait requirements.lock d’après pyproject.toml (OPTIONS=--upgrade : tout mettre à jour)
	@$(check_python)
	@"$(PYTHON)" -m venv build/verrou
	@build/verrou/$(notdir $(BIN))/python -m pip install --quiet uv==$(UV_VERSION)
	@env -u UV_INDEX -u UV_EXTRA_INDEX_URL -u UV_FIND_LINKS UV_CUSTOM_COMPILE_COMMAND="make verrou" \
		build/verrou/$(notdir $(BIN))/uv --no-config pip compile --quiet --universal --generate-hashes \
		--python-version 3.11 --only-binary :all: --default-index https://pypi.org/simple \
		--no-emit-index-url --no-emit-find-links --group essais --group paquet $(OPTIONS) \
		--output-file requirements.lock pyproject.toml

propre: ## efface tout ce qui est fabriqué, environnement Python compris
	@rm -rf .venv site .ruff_cache .mypy_cache .pytest_cache .hypothesis scripts/registre.egg-info
	@find build -mindepth 1 ! -path build/pages ! -path build/pages/.gitignore -delete
	@find scripts tests -name __pycache__ -prune -exec rm -rf {} +

# The environment holds exactly the lock: hashed wheels only, nothing built or fetched besides.
# Without the ensurepip module (Debian's bare python3), pip comes from PYTHON instead of .venv.
$(READY): requirements.lock pyproject.toml
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || { $(check_python); \
		echo "Préparation de l’environnement Python (une minute environ)…"; \
		"$(PYTHON)" -m venv --clear .venv >/dev/null 2>&1 || \
		"$(PYTHON)" -m venv --clear --without-pip .venv; }
	@pip="$(BIN)/python -m pip"; $$pip --version >/dev/null 2>&1 || pip="$(PYTHON) -m pip --python $(BIN)/python"; \
	$$pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements.lock && \
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e . || { \
		echo "L’installation a échoué (détail ci-dessus). Vérifiez l’accès à pypi.org, puis recommencez." >&2; \
		exit 1; }
	@touch $(READY)

define check_python
test -n "$(PYTHON)" && "$(PYTHON)" -c '$(RECENT)' 2>/dev/null || { \
	echo "Il faut Python 3.11 ou plus récent : installez-le, ou donnez son chemin avec « make … PYTHON=chemin »." >&2; \
	exit 1; }
endef
