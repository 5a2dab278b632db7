# Two commands: `make site` builds the demo site, `make test` runs every check.
SHELL := /bin/bash
SUDO := $(if $(filter 0,$(shell id -u)),,sudo)
PACKAGES := libcmark-dev libyaml-dev pkg-config
# Oracles and the reader's search module in the tests.
TEST_PACKAGES := cmark-gfm $(if $(shell command -v node),,nodejs)
GONGKAI = .build/release/gongkai

.PHONY: site build test install clean

site: build
	@$(GONGKAI) build --quiet
	@echo "file://$(CURDIR)/public/index.html"

build: install
	@swift build -c release --product gongkai

test: PACKAGES += $(TEST_PACKAGES)
test: install
	@GONGKAI_STRICT=1 swift build --build-tests
	@GONGKAI_STRICT=1 swift test --skip-build --quiet

# Installs the Debian packages the build needs, and says so.
install:
	@missing=; for p in $(PACKAGES); do dpkg -s $$p >/dev/null 2>&1 || missing="$$missing $$p"; done; \
	if [ -n "$$missing" ]; then \
	  echo "Installing with apt-get:$$missing"; \
	  $(SUDO) apt-get update -qq && DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq --no-install-recommends $$missing; \
	fi

clean:
	@rm -rf .build public .gongkai
