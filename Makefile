# Two commands: `make site` builds the demo site, `make test` runs every check.
SHELL := /bin/bash
SUDO := $(if $(filter 0,$(shell id -u)),,sudo)
PACKAGES := libcmark-dev libyaml-dev pkg-config
# Oracles and the reader's search module in the tests; a browser for the pages.
# A web server, and what checks the files for CI.
TEST_PACKAGES := cmark-gfm poppler-utils $(if $(shell command -v node),,nodejs) chromium-headless-shell python3-venv git rsync shellcheck $(if $(wildcard /usr/sbin/nginx),,nginx-light)
PYTEST := .build-venv/bin/pytest
GONGKAI = .build/release/gongkai
STATIC := $(CURDIR)/.build/static-libraries

.PHONY: site build test format browser-test hosting-test bench kill-test dist deb install clean

site: build
	@$(GONGKAI) build --quiet
	@echo "file://$(CURDIR)/public/index.html"

build: install
	@swift build -c release --product gongkai

# The tests make and remove some ten thousand files: in memory, where there is room.
MEMORY = $(shell df --output=avail -B1M /dev/shm 2>/dev/null | awk 'NR == 2 && $$1 > 500 { print "/dev/shm" }')

test: PACKAGES += $(TEST_PACKAGES)
test: install
	@GONGKAI_STRICT=1 swift build --build-tests
	@TMPDIR=$(firstword $(MEMORY) $(TMPDIR) /tmp) GONGKAI_STRICT=1 swift test --skip-build --quiet
	@$(MAKE) --no-print-directory browser-test hosting-test

# Two spaces, 120 columns, as .swift-format says.
format:
	@swift format --in-place --parallel $$(git ls-files '*.swift' ':!*/Generated/*')

# The demo site, a county of several organs and the plain theme in Chromium; needs what `make test` installs and builds.
browser-test: $(PYTEST)
	@.build/debug/gongkai build --quiet --output .build/demo-site
	@.build/debug/gongkai build --quiet --source Tests/Browser/county --output .build/county-site
	@rm -rf .build/plain && mkdir .build/plain && cp -r content themes .build/plain/
	@sed 's/^主题: .*/主题: plain/' site.yml > .build/plain/site.yml
	@.build/debug/gongkai build --quiet --source .build/plain --output .build/plain-site 2> /dev/null
	@$(PYTEST) -q -n 2 --dist loadgroup -p no:cacheprovider Tests/Browser --site .build/demo-site

# The files for CI, editors and hosting, tried for real; publishes the site that browser-test builds.
hosting-test: browser-test
	@$(PYTEST) -q -n 2 -p no:cacheprovider Tests/Hosting

$(PYTEST): Tests/Browser/requirements.txt Tests/Hosting/requirements.txt
	@python3 -m venv .build-venv
	@.build-venv/bin/pip install -q --disable-pip-version-check $(addprefix -r ,$^)
	@touch $@

# Compares builds with Hugo and with the least a program must do; N=100000 for another size.
bench: PACKAGES += gcc python3-venv
bench: install
	@swift build -c release --product gongkai-benchmark
	@N=$(N) LAWS=$(LAWS) Benchmarks/Build/compare.py

# Kills 200 builds at random moments.
kill-test: build
	@Scripts/kill-test.py

# One file that runs on any Debian of this age or newer: nothing of Swift, libcmark or libyaml need be there.
dist: install
	@mkdir -p $(STATIC)
	@for p in libcmark yaml-0.1; do \
	  ln -sf $$(pkg-config --variable=libdir $$p)/lib$$(pkg-config --libs-only-l $$p | tr -d ' ' | cut -c3-).a $(STATIC)/; \
	  sed 's|^libdir=.*|libdir=$(STATIC)|' $$(pkg-config --variable=pcfiledir $$p)/$$p.pc > $(STATIC)/$$p.pc; \
	done
	@clang -c -o $(STATIC)/curl.o packaging/absent-curl.c
	@ar rcs $(STATIC)/libcurl.a $(STATIC)/curl.o
	@swift build -c release --product gongkai --static-swift-stdlib --scratch-path .build/dist --pkg-config-path $(STATIC)
	@mkdir -p dist
	@strip -o dist/gongkai .build/dist/release/gongkai
	@! ldd dist/gongkai | grep -vE 'linux-(vdso|gate)|ld-linux|lib(c|m|stdc[+][+]|gcc_s)[.]so'

deb: dist
	@packaging/build-deb.sh dist/gongkai dist

# Installs the Debian packages the build needs, and says so.
install:
	@missing=; for p in $(PACKAGES); do dpkg -s $$p >/dev/null 2>&1 || missing="$$missing $$p"; done; \
	if [ -n "$$missing" ]; then \
	  echo "Installing with apt-get:$$missing"; \
	  $(SUDO) apt-get update -qq && DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq --no-install-recommends $$missing; \
	fi

clean:
	@rm -rf .build .build-venv dist public .gongkai
