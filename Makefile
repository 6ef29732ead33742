# make demo   talk to the bot in the terminal and on a page
# make test   the formatter's lint, and all tests
# make bench  the figures in the README, with the release binary, which runs without a Swift toolchain
# make bench-archive  what a large archive costs: answers with a million comments, deletions, a backup beside the bot
# make bench-exchange  what a hundred thousand comments cost on their way in and out
# make bench-http   what an HTTPS request costs, beside URLSession in the same run
# make bench-summaries DATA=folder   what summaries are worth beside the classical methods, and what they cost;
#                   without DATA the figures of the last time. FIT=yes fits the weights anew first
# make integration  the bot on a real Synapse, over /sync and over the gateway; with BUILD=debug the debug binary,
#                   with ONLY="some words" the scenarios that have them in their sentence
# make acceptance   exports and pages, given to programs that are not ours: xmllint, feedparser, pandoc, the Nu checker,
#                   axe-core, and a verifier of ledgers in Python
# Each installs what is missing through apt: as root, or with sudo after asking (with CI=true without asking).

PACKAGES := libwebsockets-dev libssl-dev libcurl4-openssl-dev libstemmer-dev libsqlite3-dev libxml2-dev pkg-config openssl
BROWSER := chromium
VENV := .build-integration/venv
ACCEPTANCE := .build-acceptance
ACCEPTANCE_VENV := $(ACCEPTANCE)/venv
SUMMARIES_VENV := .build-summaries/venv
BUILD := release
SWIFT_BUILD := swift build --explicit-target-dependency-import-check error

.PHONY: demo test bench bench-archive bench-exchange bench-http bench-summaries integration acceptance lint build release screenshots tsan setup setup-browser

demo: setup
	$(SWIFT_BUILD) --product rapporteur
	@.build/debug/rapporteur demo

# One test after another: several start processes and wait for them, which starves those beside them.
test: setup setup-browser lint
	$(SWIFT_BUILD) --build-tests
	swift test --skip-build --no-parallel

lint:
	swift format lint --strict --recursive Package.swift Sources Plugins Tests

build: setup
	$(SWIFT_BUILD) --product rapporteur

release: setup
	swift build --configuration release --product rapporteur --static-swift-stdlib -Xswiftc -Osize

bench: release
	Tests/bench.py

bench-archive: release
	@.ci/install python3
	swift build --configuration release --product archive-bench --static-swift-stdlib -Xswiftc -Osize
	Tests/ArchiveBench/bench.py

bench-exchange: release
	@.ci/install python3
	Tests/ArchiveBench/exchange.py

bench-http: setup
	@.ci/install python3
	$(SWIFT_BUILD) --configuration release --product http-bench
	.build/release/http-bench

ifdef DATA
bench-summaries: setup $(SUMMARIES_VENV)/installed
	$(SWIFT_BUILD) --configuration release --product summary-bench
	$(if $(FIT),$(SUMMARIES_VENV)/bin/python Tests/SummaryBench/fit.py $(DATA))
	$(if $(FIT),$(SWIFT_BUILD) --configuration release --product summary-bench)
	@$(SUMMARIES_VENV)/bin/python Tests/SummaryBench/bench.py $(DATA)
else
bench-summaries:
	@cat Tests/SummaryBench/figures.md
	@echo "This is what it was the last time; make bench-summaries DATA=folder measures it again."
endif

# The classical methods that summaries are compared with.
$(SUMMARIES_VENV)/installed: Tests/SummaryBench/requirements.txt
	@.ci/install python3-venv
	python3 -m venv --clear $(SUMMARIES_VENV)
	$(SUMMARIES_VENV)/bin/pip install --quiet --disable-pip-version-check --requirement $<
	@touch $@

integration: $(if $(filter debug,$(BUILD)),build,release) $(VENV)/installed
	@$(VENV)/bin/python Tests/Integration/run.py --binary .build/$(BUILD)/rapporteur $(if $(ONLY),--only "$(ONLY)")

# Synapse and matrix-nio, which are not ours, in a place of their own.
$(VENV)/installed: Tests/Integration/requirements.txt
	@.ci/install python3-venv openssl
	python3 -m venv --clear $(VENV)
	$(VENV)/bin/pip install --quiet --disable-pip-version-check --requirement $<
	@touch $@

acceptance: release setup-browser $(ACCEPTANCE_VENV)/installed
	$(SWIFT_BUILD) --build-tests
	rm -rf $(ACCEPTANCE)/files $(ACCEPTANCE)/site
	RAPPORTEUR_ACCEPTANCE=$(CURDIR)/$(ACCEPTANCE)/files RAPPORTEUR_SITE=$(CURDIR)/$(ACCEPTANCE)/site \
	  swift test --skip-build --no-parallel --filter 'Files of the archive|are written' >$(ACCEPTANCE)/written.log || \
	  { cat $(ACCEPTANCE)/written.log; exit 1; }
	@$(ACCEPTANCE_VENV)/bin/python Tests/Acceptance/run.py .build/release/rapporteur $(ACCEPTANCE)

# Of two of the packages only a file is used, vnu.jar and axe.min.js: what they themselves need is left out.
$(ACCEPTANCE_VENV)/installed: Tests/Acceptance/requirements.txt Tests/Acceptance/site/requirements.txt
	@.ci/install python3-venv libxml2-utils pandoc default-jre-headless poppler-utils openssl
	python3 -m venv --clear $(ACCEPTANCE_VENV)
	$(ACCEPTANCE_VENV)/bin/pip install --quiet --disable-pip-version-check --requirement Tests/Acceptance/requirements.txt
	$(ACCEPTANCE_VENV)/bin/pip install --quiet --disable-pip-version-check --no-deps \
	  --requirement Tests/Acceptance/site/requirements.txt
	@touch $@

# Pictures of the page with the real bot behind it, in Tests/Screenshots, and of the archive's pages: wide, narrow, dark and
# printed, with a thread of 5 and of 5,000 comments.
screenshots: setup setup-browser $(ACCEPTANCE_VENV)/installed
	$(SWIFT_BUILD) --build-tests
	RAPPORTEUR_SCREENSHOTS=Tests/Screenshots swift test --skip-build --filter "The demo's page"
	rm -rf $(ACCEPTANCE)/site
	RAPPORTEUR_SITE=$(CURDIR)/$(ACCEPTANCE)/site swift test --skip-build --no-parallel --filter 'are written'
	$(ACCEPTANCE_VENV)/bin/python Tests/Acceptance/site/screenshots.py $(ACCEPTANCE)/site $(ACCEPTANCE)/pictures
	cd $(ACCEPTANCE)/pictures && cp statement-dark.png thread-5000.png thread-5000-narrow.png search.png printed-1.png \
	  $(CURDIR)/Tests/Screenshots/archive/

# The thread sanitizer over the rooms that have threads.
tsan: setup
	swift test --sanitize=thread --no-parallel --scratch-path .build-tsan --filter 'NetworkingTests|EndpointTests|BotStoreTests|BotCoreTests'

setup:
	@.ci/install $(PACKAGES)

setup-browser:
	@.ci/install $(BROWSER)
