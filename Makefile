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

STAGES = classify summarize render index-update
# Where objects and programs go; `make check-asan` builds beside these.
OUT = build
BIN = bin

own_cflags = -std=c11 -D_GNU_SOURCE -Ilib $(WARNINGS) $(HARDENING) \
	-DVERSION='"$(VERSION)"' -DSHARE_DIR='"$(SHAREDIR)"' -MMD -MP
objects = $(patsubst %.c,$(OUT)/%.o,$(wildcard $(1)/*.c))
lib = $(OUT)/lib.a

# What a stage may do shows in what it is linked with.
libs = -ljq -lm
libs_render = -lcmark-gfm-extensions -lcmark-gfm

all: $(STAGES:%=$(BIN)/%)

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

$(OUT)/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(CC) $(own_cflags) $(CPPFLAGS) $(CFLAGS) -c -o $@ $<

-include $(wildcard $(OUT)/*/*.d $(OUT)/*/*/*.d)

clean:
	rm -rf build bin

.PHONY: all clean
