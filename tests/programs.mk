# Small programs over lib that the tests run; included by the Makefile.

probes = $(patsubst tests/probe/%.c,$(OUT)/probe/%,$(wildcard tests/probe/*.c))
fuzz_names = $(patsubst tests/fuzz/%.c,%, \
	$(filter-out %/replay.c,$(wildcard tests/fuzz/*.c)))

probes: $(probes)

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

$(fuzzers): %: %.o $(fuzz_lib)
	$(FUZZ_CC) -fsanitize=fuzzer,address,undefined -o $@ $^ $(libs)

$(OUT)/fuzz/lib/%.o: lib/%.c Makefile tests/programs.mk
	@mkdir -p $(@D)
	$(FUZZ_CC) $(fuzz_cflags) -c -o $@ $<

$(OUT)/fuzz/%.o: tests/fuzz/%.c Makefile tests/programs.mk
	@mkdir -p $(@D)
	$(FUZZ_CC) $(fuzz_cflags) -c -o $@ $<

fuzz-replay: $(replays)
	for name in $(fuzz_names); do \
		$(OUT)/replay/$$name tests/fuzz/seeds/$$name/* || exit; \
	done

$(replays): $(OUT)/replay/%: $(OUT)/tests/fuzz/%.o \
    $(OUT)/tests/fuzz/replay.o $(lib)
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(HARDENED_LINK) $(LDFLAGS) -o $@ $^ $(libs) $(LDLIBS)

# Every fault at every place, where check takes a sample; half an hour or more.
torture: all need-check
	TORTURE=all BIN=$(BIN) BATS_TEST_TIMEOUT=3600 \
		bats --tap tests/torture-*.bats

bench: $(OUT)/probe/add-key
	tests/bench.sh $(OUT)

.PHONY: probes fuzz fuzz-replay torture bench $(fuzz_names:%=fuzz-%)
