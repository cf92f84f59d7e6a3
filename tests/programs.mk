# Small programs over lib that the tests run; included by the Makefile.

probes = $(patsubst tests/probe/%.c,$(OUT)/probe/%,$(wildcard tests/probe/*.c))
fuzz_names = $(patsubst tests/fuzz/%.c,%, \
	$(filter-out %/replay.c,$(wildcard tests/fuzz/*.c)))

probes: $(probes) $(learn_extract)

$(probes): $(OUT)/probe/%: $(OUT)/tests/probe/%.o $(lib)
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(HARDENED_LINK) $(LDFLAGS) -o $@ $^ $(libs) $(LDLIBS)

# The fuzz targets: with libFuzzer and its own objects of lib, for a while
# each; or each seed once, with the usual compiler.
FUZZ_CC = clang
FUZZ_SECONDS ?= 60
fuzz_cflags = $(filter-out $(HARDENING),$(own_cflags)) -O1 -g \
	-fsanitize=fuzzer-no-link,address,undefined \
	-fno-sanitize-recover=undefined -fno-omit-frame-pointer
fuzz_lib = $(patsubst lib/%.c,$(OUT)/fuzz/lib/%.o,$(wildcard lib/*.c))
fuzzers = $(fuzz_names:%=$(OUT)/fuzz/%)
replays = $(fuzz_names:%=$(OUT)/replay/%)

fuzz: $(fuzz_names:%=fuzz-%)

$(fuzz_names:%=fuzz-%): fuzz-%: $(OUT)/fuzz/%
	@mkdir -p $(OUT)/fuzz/corpus/$*
	$< -max_total_time=$(FUZZ_SECONDS) -max_len=4096 -verbosity=0 \
		-print_final_stats=1 -artifact_prefix=$(OUT)/fuzz/$*- \
		$(OUT)/fuzz/corpus/$* tests/fuzz/seeds/$*

# A target whose name begins with a stage's tries the code of that stage.
stage_of = $(firstword $(foreach stage,$(STAGES),$(if \
	$(filter $(stage)-%,$(1)),$(stage))))
stage_code = $(foreach stage,$(call stage_of,$(1)),$(patsubst %.c,%, \
	$(filter-out %/$(stage).c,$(wildcard $(stage)/*.c $(stage)/*/*.c))))

$(OUT)/fuzz/%.o: tests/fuzz/%.c Makefile tests/programs.mk
	@mkdir -p $(@D)
	$(FUZZ_CC) $(fuzz_cflags) -c -o $@ $<

$(OUT)/fuzz/%.o: %.c Makefile tests/programs.mk
	@mkdir -p $(@D)
	$(FUZZ_CC) $(fuzz_cflags) -c -o $@ $<

define fuzz_rule
$(OUT)/fuzz/$(1).o $(OUT)/tests/fuzz/$(1).o: own_cflags += \
	$(addprefix -I,$(call stage_of,$(1)))

$(OUT)/fuzz/$(1): $(OUT)/fuzz/$(1).o \
    $(patsubst %,$(OUT)/fuzz/%.o,$(call stage_code,$(1))) $(fuzz_lib)
	$$(FUZZ_CC) -fsanitize=fuzzer,address,undefined -o $$@ $$^ \
		$$(libs_$(call stage_of,$(1))) $$(http_libs) $$(libs)

$(OUT)/replay/$(1): $(OUT)/tests/fuzz/$(1).o $(OUT)/tests/fuzz/replay.o \
    $(patsubst %,$(OUT)/%.o,$(call stage_code,$(1))) $(lib)
	@mkdir -p $$(@D)
	$$(CC) $$(CFLAGS) $$(HARDENED_LINK) $$(LDFLAGS) -o $$@ $$^ \
		$$(libs_$(call stage_of,$(1))) $$(http_libs) $$(libs) $$(LDLIBS)
endef
$(foreach name,$(fuzz_names),$(eval $(call fuzz_rule,$(name))))

fuzz-replay: $(replays)
	for name in $(fuzz_names); do \
		$(OUT)/replay/$$name tests/fuzz/seeds/$$name/* || exit; \
	done

# Every fault at every place, where check takes a sample; half an hour or more.
torture: all need-check
	TORTURE=all BIN=$(BIN) BATS_TEST_TIMEOUT=3600 \
		bats --tap tests/torture-*.bats

# How fast each program is, in one run: make bench, or one of them.
benches = $(basename $(notdir $(filter-out %/common.sh %/measure.py %/words.py, \
	$(wildcard tests/bench/*))))
bench: $(benches:%=bench-%)
$(benches:%=bench-%): bench-%: all $(OUT)/probe/add-key
	$(wildcard tests/bench/$*.*) $(OUT) $(BIN)

.PHONY: probes fuzz fuzz-replay torture bench $(fuzz_names:%=fuzz-%) \
	$(benches:%=bench-%)
