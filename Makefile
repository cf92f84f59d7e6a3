# dair: make (programs in bin/), make check, make install; see README.md.

VERSION = 0.1
PREFIX = /usr/local
DESTDIR =
BINDIR = $(PREFIX)/bin
SHAREDIR = $(PREFIX)/share/dair
MANDIR = $(PREFIX)/share/man

CC = cc
CFLAGS = -O2 -g
WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wmissing-prototypes \
	-Wstrict-prototypes -Wold-style-definition -Wwrite-strings \
	-Wpointer-arith -Wcast-qual -Wconversion -Wsign-conversion \
	-Wformat=2 -Wno-format-nonliteral -Wvla -Wundef
HARDENING = -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fPIE
HARDENED_LINK = -pie -Wl,-z,relro,-z,now

STAGES = fetch-arxiv fetch-gh classify summarize render index-update
# Where objects and programs go; `make check-asan` builds beside these.
OUT = build
BIN = bin

own_cflags = -std=c11 -D_GNU_SOURCE -Ilib $(WARNINGS) $(HARDENING) \
	-DVERSION='"$(VERSION)"' -DSHARE_DIR='"$(SHAREDIR)"' -MMD -MP
# A part of a stage has a folder in the stage's own.
objects = $(patsubst %.c,$(OUT)/%.o,$(wildcard $(1)/*.c $(1)/*/*.c))
lib = $(OUT)/lib.a

# What a stage may do shows in what it is linked with.
libs = -ljq -lm
http_libs = -lcurl -lmd
libs_fetch-arxiv = -lxml2 $(http_libs)
libs_fetch-gh = $(http_libs)
libs_summarize = $(http_libs) -lunistring
libs_render = -lcmark-gfm-extensions -lcmark-gfm -lmd -lunistring

all: $(STAGES:%=$(BIN)/%)

# The compiler's complaint about a missing header says less than this.
$(OUT)/needs-build:
	@./needs build
	@mkdir -p $(@D) && touch $@

$(lib): $(call objects,lib)
	@rm -f $@
	$(AR) rcs $@ $^

define program_rule
$(BIN)/$(1): $(call objects,$(1)) $(lib)
	@mkdir -p $(BIN)
	$$(CC) $$(CFLAGS) $$(HARDENED_LINK) $$(LDFLAGS) -o $$@ $$^ \
		$$(libs_$(1)) $$(libs) $$(LDLIBS)
endef
$(foreach stage,$(STAGES),$(eval $(call program_rule,$(stage))))

# libxml2's headers are not where others are.
xml_cflags = $(shell xml2-config --cflags)
$(OUT)/fetch-arxiv/%.o $(OUT)/fuzz/fetch-arxiv%.o \
    $(OUT)/tests/fuzz/fetch-arxiv%.o: own_cflags += $(xml_cflags)
$(OUT)/%.o: %.c Makefile | $(OUT)/needs-build
	@mkdir -p $(@D)
	$(CC) $(own_cflags) $(CPPFLAGS) $(CFLAGS) -c -o $@ $<

-include $(wildcard $(OUT)/*/*.d $(OUT)/*/*/*.d $(OUT)/*/*/*/*.d)

# Yesterday's report from the live services, with no key and no account.
SITE = site
report: all
	@./daily --site $(SITE) && echo 'See $(SITE)/README.md.' || { \
		status=$$?; \
		case $$status in \
		1) echo 'See $(SITE)/README.md; it says what is missing.' ;; \
		3) echo 'Without a network, try: make demo' >&2; exit 3 ;; \
		*) exit $$status ;; \
		esac; }

# The files of a day, for those who drive it by make:
# make site/days/2026-02-02/classify.ndjson, make site/reports/2026-02-02.md
$(SITE)/days/%/fetch.arxiv.ndjson $(SITE)/days/%/fetch.gh.ndjson: all
	./daily --site $(SITE) --date $* --to fetch
$(SITE)/days/%/classify.ndjson: all
	./daily --site $(SITE) --date $* --to classify
$(SITE)/days/%/summarize.zh.ndjson $(SITE)/days/%/summarize.en.ndjson: all
	./daily --site $(SITE) --date $* --to summarize
$(SITE)/reports/%.md: all
	./daily --site $(SITE) --date $*

# The same without a network: two made-up days from the answers in demo/cache,
# of which one source has failed.
DEMO_DAYS = 2026-02-02 2026-02-03
demo: all
	@rm -rf demo/site
	@for day in $(DEMO_DAYS); do \
		./daily --quiet --offline --conf demo/dair.conf \
			--site demo/site --date $$day; \
		[ $$? -le 1 ] || exit 1; \
	done
	@echo 'One source fails on purpose; the reports say so.'
	@echo 'See $(CURDIR)/demo/site/README.md and the reports beside it.'

include learn/extract.mk
include tests/programs.mk

# The tests run on what BIN and OUT name, so the same suite serves all builds.
check: need-check
	$(MAKE) all probes
	OUT=$(OUT) BIN=$(BIN) tests/run $(TESTS)

SANITIZE = -fsanitize=address,undefined -fno-sanitize-recover=all
check-asan: need-check
	@mkdir -p build/asan && ln -sfn ../../share build/asan/share
	$(MAKE) OUT=build/asan BIN=build/asan/bin HARDENING= HARDENED_LINK= \
		CFLAGS='-O1 -g $(SANITIZE)' LDFLAGS='$(SANITIZE)' \
		check fuzz-replay

need-check:
	@./needs check

# The learned tables, from the corpus beside the project.
learn: learn-classify
learn-classify: $(BIN)/classify
	BIN=$(BIN) learn/classify.sh

sources = $(wildcard */*.c */*.h */*/*.c */*/*.h)
scripts = needs daily .ci/run tests/run \
	$(wildcard tests/*.sh tests/*/*.sh share/*/*.sh learn/*.sh)
lint:
	@./needs lint
	clang-format --dry-run -Werror $(sources)
	cppcheck --quiet --error-exitcode=1 --std=c11 --inline-suppr \
		--enable=warning,performance,portability -Ilib \
		$(STAGES) learn lib
	shellcheck -x $(scripts)
	shellcheck -x -s bash tests/*.bash tests/*.bats
	mandoc -T lint -W warning $(wildcard man/*.[157])
	tests/lint/schedule.sh $(OUT)

install: all
	install -d '$(DESTDIR)$(BINDIR)' '$(DESTDIR)$(SHAREDIR)' \
		'$(DESTDIR)$(MANDIR)/man1' '$(DESTDIR)$(MANDIR)/man5' \
		'$(DESTDIR)$(MANDIR)/man7'
	install -m 755 daily $(STAGES:%=$(BIN)/%) '$(DESTDIR)$(BINDIR)'
	cp -R share/. '$(DESTDIR)$(SHAREDIR)'
	chmod -R u=rwX,go=rX '$(DESTDIR)$(SHAREDIR)'
	install -m 644 man/*.1 '$(DESTDIR)$(MANDIR)/man1'
	install -m 644 man/*.5 '$(DESTDIR)$(MANDIR)/man5'
	install -m 644 man/*.7 '$(DESTDIR)$(MANDIR)/man7'

uninstall:
	rm -f '$(DESTDIR)$(BINDIR)/daily' $(STAGES:%='$(DESTDIR)$(BINDIR)/%') \
		$(patsubst man/%.1,'$(DESTDIR)$(MANDIR)/man1/%.1',$(wildcard man/*.1)) \
		$(patsubst man/%.5,'$(DESTDIR)$(MANDIR)/man5/%.5',$(wildcard man/*.5)) \
		$(patsubst man/%.7,'$(DESTDIR)$(MANDIR)/man7/%.7',$(wildcard man/*.7))
	rm -rf '$(DESTDIR)$(SHAREDIR)'

clean:
	rm -rf build bin demo/site

.PHONY: all learn learn-classify report demo check check-asan need-check lint install uninstall clean
