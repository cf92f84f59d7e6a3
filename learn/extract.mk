# The weights of the embedded summariser; included by the Makefile.

learn_extract = $(OUT)/learn/learn-extract
learn_extract_objects = \
	$(patsubst %,$(OUT)/learn/%.o,learn-extract examples gain lbfgs) \
	$(patsubst %,$(OUT)/summarize/extract/%.o,abstract compress counts \
	feature lead phrase tail tex vocabulary weights words)

$(OUT)/learn/%.o: own_cflags += -iquote summarize/extract
$(learn_extract): $(learn_extract_objects) $(lib)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(libs) $(LDLIBS)

# Makes share/extract.weights anew, the same bytes every time.
learn-extract: $(learn_extract)
	$< share/extract.weights $(SCITLDR) >$(OUT)/learn/extract.weights
	mv $(OUT)/learn/extract.weights share/extract.weights
SCITLDR = ../shared/corpus/scitldr-a.train.jsonl

.PHONY: learn-extract
