# Two commands: `make site` builds the demo site, `make test` runs every check.
SHELL := /bin/bash
SUDO := $(if $(filter 0,$(shell id -u)),,sudo)
PACKAGES := libcmark-dev libyaml-dev pkg-config
# Oracles and the reader's search module in the tests; a browser for the pages.
TEST_PACKAGES := cmark-gfm poppler-utils $(if $(shell command -v node),,nodejs) chromium python3-venv
BROWSER_TESTS := .build-venv/bin/pytest
GONGKAI = .build/release/gongkai

.PHONY: site build test browser-test install clean

site: build
	@$(GONGKAI) build --quiet
	@echo "file://$(CURDIR)/public/index.html"

build: install
	@swift build -c release --product gongkai

test: PACKAGES += $(TEST_PACKAGES)
test: install
	@GONGKAI_STRICT=1 swift build --build-tests
	@GONGKAI_STRICT=1 swift test --skip-build --quiet
	@$(MAKE) --no-print-directory browser-test

# The demo site in Chromium; needs what `make test` installs and builds.
browser-test: $(BROWSER_TESTS)
	@.build/debug/gongkai build --quiet --output .build/demo-site
	@$(BROWSER_TESTS) -q -n 2 -p no:cacheprovider Tests/Browser --site .build/demo-site

$(BROWSER_TESTS): Tests/Browser/requirements.txt
	@python3 -m venv .build-venv
	@.build-venv/bin/pip install -q --disable-pip-version-check -r $<
	@touch $@

# Installs the Debian packages the build needs, and says so.
install:
	@missing=; for p in $(PACKAGES); do dpkg -s $$p >/dev/null 2>&1 || missing="$$missing $$p"; done; \
	if [ -n "$$missing" ]; then \
	  echo "Installing with apt-get:$$missing"; \
	  $(SUDO) apt-get update -qq && DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq --no-install-recommends $$missing; \
	fi

clean:
	@rm -rf .build .build-venv public .gongkai
