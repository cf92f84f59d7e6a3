/*
 * Names that matter. Those in share/topics say what a reader wants; these are
 * only what a summary most easily confuses. A name that is a word as well
 * counts where it has a capital.
 */
#include <string.h>

#include "ascii.h"
#include "product.h"

/* In lower case, without joints; a capital stands for one that must be. */
static const char *const projects[] = { "vllm", "sglang", "flashinfer",
	"flashattention", "flashmla", "deepgemm", "deepep", "tensorrt",
	"tensorrtllm", "pytorch", "tensorflow", "deepspeed", "megatron",
	"megatronlm", "lmdeploy", "ollama", "openrlhf", "cutlass", "cublas",
	"cudnn", "nccl", "rccl", "nvshmem", "nixl", "xformers", "tilelang",
	"thunderkittens", "huggingface", "mlir", "onnx", "openvino", "oneapi",
	"cutile", "aiter", "ktransformers", "xgrammar", "torchao", "torchtitan",
	"verl", "Triton", "Ray", "Dynamo", "Mooncake", "Slime", "Jax",
	"Mindspore", "Kubernetes" };

static const char *const others[] = { "nvidia", "amd", "qualcomm", "cerebras",
	"graphcore", "groq", "sambanova", "tenstorrent", "cambricon", "huawei",
	"cuda", "rocm", "nvlink", "nvswitch", "infiniband", "rdma", "roce",
	"tpu", "npu", "fpga", "asic", "trainium", "inferentia", "xpu", "Hopper",
	"Blackwell", "Ampere", "Volta", "Turing", "Ada", "Rubin", "Vera",
	"Grace", "Ascend", "Gaudi", "Instinct", "Xeon", "Epyc", "Intel",
	"Llama", "Qwen", "Mistral", "Mixtral", "Gemma", "Gemini", "Claude",
	"Kimi", "Deepseek", "Minimax", "Glm", "Nemotron", "Falcon", "Grok",
	"Gpt", "Ernie", "Hunyuan", "Whisper" };

static const struct {
	const char *names, *parts; /* words between blanks */
} generations[] = {
	{ " volta sm70 ", " v100 " },
	{ " turing sm75 ", " t4 " },
	{ " ampere sm80 sm8x sm86 ", " a100 a800 a10 a30 a6000 " },
	{ " ada sm89 ", " l4 l40 l40s rtx4090 " },
	{ " hopper sm90 sm90a sm9x ", " h100 h200 h20 h800 gh200 " },
	{ " blackwell sm100 sm100a sm100f sm10x sm103 sm103a sm120 sm120a "
	  "sm121 ",
	    " b100 b200 gb200 b300 gb300 rtx5090 dgxspark gb10 " },
	{ " cdna3 gfx942 ", " mi300 mi300x mi325x " },
	{ " cdna4 gfx950 ", " mi350 mi350x mi355x " },
	{ " forward fwd ", "" },
	{ " backward bwd ", "" },
	{ " nvidia cuda ", " ptx nvcc nvlink nvfp4 " },
	{ " amd rocm ", " hip " },
};

static bool
is_in(const char *const *names, size_t count, const char *flat, bool capital)
{
	for (size_t i = 0; i < count; i++)
		if (ascii_lower(names[i][0]) == flat[0] &&
		    strcmp(names[i] + 1, flat + 1) == 0 &&
		    (capital || !ascii_is_upper(names[i][0])))
			return true;
	return false;
}

enum product
product_of(const char *s, size_t len)
{
	struct buf flat = { 0 };
	enum product product = PRODUCT_NONE;
	bool capital = ascii_is_upper(*s);

	view_flatten(&flat, s, len);
	if (flat.len == 0)
		product = PRODUCT_NONE;
	else if (is_in(projects, sizeof projects / sizeof *projects, flat.at,
		     capital))
		product = PRODUCT_PROJECT;
	else if (is_in(
		     others, sizeof others / sizeof *others, flat.at, capital))
		product = PRODUCT_OTHER;
	buf_free(&flat);
	return product;
}

/* Returns who says one of the words between the blanks of `list`. */
static uint64_t
who_says_one(struct seek *seek, const char *list)
{
	uint64_t who = SOURCE_NONE;

	while (*list != '\0') {
		size_t len = strcspn(++list, " ");

		if (len > 0 && ascii_is_digit(list[len - 1]))
			who |= seek_name(seek, list, len);
		else if (len > 0)
			who |= seek_text(seek, BORDER_WORD, list, len);
		list += len;
	}
	return who;
}

uint64_t
product_generation(struct seek *seek, const char *s, size_t len)
{
	struct buf flat = { 0 };
	uint64_t who = SOURCE_NONE;

	buf_char(&flat, ' ');
	view_flatten(&flat, s, len);
	buf_char(&flat, ' ');
	for (size_t i = 0; i < sizeof generations / sizeof *generations; i++)
		if (strstr(generations[i].names, flat.at) != NULL &&
		    flat.len > 2)
			who |= who_says_one(seek, generations[i].names) |
			    who_says_one(seek, generations[i].parts);
	buf_free(&flat);
	return who;
}
