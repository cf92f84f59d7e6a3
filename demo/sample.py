#!/usr/bin/env python3
# MADE-UP SAMPLE DATA. No paper, repository, person or event in this file is
# real, and none of the numbers was ever measured.
"""Writes demo/cache: two days of answers of arXiv and GitHub, as `curl -i`
prints them, for the addresses that `daily` asks with demo/dair.conf. Run
again, it writes the same bytes. See demo/README.md."""

import hashlib
import json
import os
from datetime import datetime, timedelta
from urllib.parse import quote
from xml.sax.saxutils import escape

DAYS = ("2026-02-02", "2026-02-03")
CACHE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "cache")
MARK = "made-up sample data of demo/sample.py; none of it is real"

# ---- papers -----------------------------------------------------------------
#
# By the date of arXiv's listing; each is (number, submitted, categories,
# authors, title, comment, abstract). Numbers begin where arXiv's do not reach.

PAPERS = {
    "2026-02-02": [
        ("2602.90013", "2026-01-30T18:52:40Z", "cs.DC cs.LG",
         "Ada Beispiel, Ren Muster, Yangli Hao",
         "Larder: Tiered Key-Value Caches for Million-Token Serving on a\n"
         "  Single Node",
         "14 pages, 9 figures. Artifact: https://example.com/larder",
         """
Serving language models with contexts of a million tokens is limited by the
capacity of GPU memory: the key-value (KV) cache of a single request can exceed
the memory of an eight-GPU node. Existing systems offload whole layers or whole
requests to host memory and stall whenever an evicted block is needed again. We
present Larder, a KV cache that spreads blocks over HBM, host DRAM and NVMe and
decides where each block belongs from the attention mass that it received during
the last few hundred decoding steps. Larder prefetches blocks one layer ahead
through a dedicated copy stream and falls back to recomputing keys from stored
hidden states when the link is saturated. The policy needs no retraining and adds
fewer than 40 bytes of bookkeeping to each block. On a node with eight H100 GPUs,
Larder serves 1M-token requests at 2.7$\\times$ the throughput of layer-wise
offloading while keeping the 99th percentile of time per output token below
80 ms. An ablation shows that two thirds of the gain come from placement and one
third from recomputation.
"""),
        ("2602.90012", "2026-01-30T17:20:11Z", "cs.DC cs.PF",
         "Mira Ejemplo, Tobin Sample",
         "Slipway: Draining Prefill Without Starving Decode in Disaggregated\n"
         "  LLM Serving",
         "Submitted to a systems workshop",
         """
Disaggregated serving runs the prefill and the decode phase of a large language
model on different GPUs, so that long prompts no longer delay the tokens of other
users. In production traces, however, the ratio of prefill to decode work changes
by a factor of six within minutes, and a fixed split leaves one side idle. We
propose Slipway, a serving system that lets decode instances borrow prefill work
in bounded slices and hands the resulting KV blocks over without copying them
twice. A feedback controller sets the slice from the slack that running requests
have against their latency objective. Slipway needs neither a traffic forecast
nor model-specific tuning. Over three traces and two models of 8B and 70B
parameters it raises goodput by 31--58% over a static split and meets the
objective for time to first token on 99.2% of the requests.
"""),
        ("2602.90010", "2026-01-30T14:03:55Z", "cs.LG cs.AR",
         "Lea Esempio, Jun Rei, Olu Apeere",
         "Rounding with Memory: Error Feedback for FP4 Pretraining of\n"
         "  Transformers",
         None,
         """
Pretraining in 4-bit floating point promises twice the arithmetic throughput of
FP8, but rounding errors in the gradients accumulate and training diverges after
a few tens of billions of tokens. Stochastic rounding removes the bias of each
step, yet its variance dominates late in training when gradients become small. We
introduce Rounding with Memory, which carries the rounding error of every block
to the next micro-batch in an 8-bit buffer that is sharded with the optimizer
state. The buffer costs one byte per parameter and no extra communication. We
prove that the accumulated error stays bounded for smooth losses. On dense models
of 1.3B and 7B parameters trained on 400B tokens, the gap in loss to BF16 shrinks
from 1.6% to 0.4%, while the step time on B200 GPUs is 1.48$\\times$ shorter than
with FP8.
"""),
        ("2602.90009", "2026-01-30T11:41:26Z", "cs.CL cs.DC",
         "Tobin Sample, Ines Exemplo",
         "Draft Where It Counts: Budgeted Speculative Decoding Under Mixed\n"
         "  Load",
         "10 pages",
         """
Speculative decoding trades extra computation for lower latency, and the trade
turns against the operator as soon as the batch is large enough to fill the GPU.
Current engines switch drafting off for the whole batch when load is high, which
also removes it from the requests that would still profit. We formulate drafting
as the allocation of a token budget across requests and solve it greedily at
every step from the acceptance rates observed so far. The budget follows from a
two-parameter cost model that is fitted once for each GPU and model. In a
continuous batching engine our method lowers the mean time per output token by
1.9$\\times$ at low load and never falls below the throughput of plain decoding at
high load. The gains hold for a separate draft model as well as for
multi-token prediction heads.
"""),
        ("2602.90008", "2026-01-30T09:15:02Z", "cs.PL cs.DC cs.LG",
         "Per Exempel, Yangli Hao",
         "Mortise: Fusing Grouped GEMM and Token Permutation for Fine-Grained\n"
         "  Mixture-of-Experts",
         None,
         """
Mixture-of-experts models with hundreds of small experts spend up to 40% of a
layer's time on moving tokens rather than on matrix multiplication. The
permutation before and after the expert GEMMs is bound by memory bandwidth and
cannot be hidden behind them, because both are separate kernels. In this paper we
show that the permutation can be folded into the load and store stages of a
grouped GEMM if tiles are assigned to experts by a prefix sum that is computed in
the epilogue of the router. The resulting GPU kernel, Mortise, supports BF16 and
FP8 with block scales and handles experts without tokens at no cost. On H100 it
runs a layer of 256 experts 1.62$\\times$ faster than separate kernels and reaches
71% of the peak FP8 throughput. Integrated into an open-source engine, it lowers
the end-to-end latency of a 236B-parameter model by 18%.
"""),
        ("2602.90007", "2026-01-30T06:48:37Z", "cs.DC",
         "Ren Muster, Ada Beispiel, Kofi Mfano",
         "Gantry: Sub-Second Recovery of Tensor-Parallel Training After a GPU\n"
         "  Loss",
         "Accepted at a made-up conference; 13 pages",
         """
At the scale of ten thousand GPUs a training job loses a device every few hours,
and restarting from a checkpoint wastes several minutes each time. Redundancy
among data-parallel replicas helps only if every replica is whole, which is not
the case when a GPU is missing from a tensor-parallel group. We describe Gantry, a
training system that keeps a parity shard of each weight and optimizer state in
the host memory of a neighbouring node and rebuilds the lost shard in place. While
the spare node boots, the group continues with unequal shards, so that no step is
skipped. Gantry updates the parity during the all-reduce of the gradients and adds
1.3% to the time of a step. In a 512-GPU job with injected faults, training
resumes within 0.8 s in the median, and the share of useful GPU time rises from
88.4% to 98.7%.
"""),
        ("2602.90006", "2026-01-30T03:30:19Z", "cs.NI cs.DC",
         "Kofi Mfano, Lin Liju",
         "What the Switch Does Not See: Microbursts in the All-to-All Traffic\n"
         "  of Expert Parallelism",
         None,
         """
Expert parallelism sends every token to the GPUs that hold its experts and thereby
creates all-to-all traffic that lasts tens of microseconds. Switch counters are
read every few seconds and report a mean utilization below 30%, although queues
overflow. We instrument the network cards of a 256-GPU cluster with timestamps of
100 ns and study eleven days of training and serving traffic. We find that 4% of
the messages account for 63% of the time that GPUs wait, and that nearly all of
them collide at the last hop because the ranks start in the same order. A random
rotation of the send order, which is a change of nine lines in the communication
library, cuts the tail latency of the collective by 44%. Congestion control by the
switch, in contrast, reacts too late to help. We publish the traces.
"""),
        ("2602.90005", "2026-01-29T23:57:48Z", "cs.PF cs.LG",
         "Ines Exemplo, Jun Rei",
         "A Simulator You Can Argue With: Predicting LLM Inference Latency\n"
         "  from Kernel Traces",
         "Code: https://example.com/argue",
         """
Capacity planning for LLM inference needs answers to questions such as what
happens to the 99th percentile when the context doubles, and learned predictors
give such answers without a reason. We present a trace-driven simulator that
predicts the latency of a serving engine from the measured times of its kernels
and explains every prediction as a path through the schedule. Kernels are measured
once per GPU on a sparse grid of shapes; a piecewise roofline model fills the gaps.
The scheduler is not modelled but linked: the simulator calls the engine's own
code with a virtual clock. Across four models, three GPUs and eight workloads the
mean error is 3.9% for throughput and 6.5% for tail latency. A simulated hour takes
eleven seconds on a laptop.
"""),
        ("2602.90004", "2026-01-29T21:36:05Z", "cs.AR",
         "Olu Apeere, Sofia Przyklad",
         "Pewter: A Compute-in-Memory Macro for Attention with Integer Softmax",
         None,
         """
Attention in the decoding phase reads the whole key-value cache for every token and
is bound by memory bandwidth on any processor. Compute-in-memory macros avoid the
traffic, but the softmax between the two products forces intermediate results
through analog-to-digital converters of high resolution. This paper proposes
Pewter, an SRAM-based accelerator macro that evaluates softmax in 8-bit integer
arithmetic inside the array by a running maximum and two lookup tables of 32
entries. The macro keeps keys in a transposed layout, so that both products share
one set of word lines. Post-layout simulation in a 22 nm process shows 38.6 TOPS/W
at 0.7 V and an area of 0.41 mm$^2$. The accuracy of a 7B-parameter model with INT8
attention drops by 0.2 points on average over six tasks.
"""),
        ("2602.90003", "2026-01-29T20:44:31Z", "cs.PL cs.LG",
         "Sofia Przyklad, Per Exempel",
         "Tile Shapes as Types: Rejecting Slow GPU Programs at Compile Time",
         "27 pages, with an appendix of proofs",
         """
Tile-based languages let programmers write GPU kernels without naming threads, yet a
layout that does not suit the tensor cores costs an order of magnitude and is only
noticed in a profile. We introduce a type system in which the type of a tile carries
its shape, its layout and the memory level in which it lives. Conversions between
layouts are explicit in the types and have a cost, so the compiler can reject a
program whose cost exceeds a bound that the programmer states. Inference fills in all
annotations that are not stated. We implement the system in a small tensor compiler on
top of MLIR and port 41 kernels to it. The checker finds 17 avoidable conversions, and
removing them speeds up the affected kernels by 1.1--3.4$\\times$ on A100 and H100.
"""),
        ("2602.90011", "2026-01-30T15:22:08Z", "cs.CY cs.LG",
         "Grete Voorbeeld, Amal Mithal",
         "Who Is Seen First? A Fairness Audit of Triage Models in Rural Clinics",
         None,
         """
Hospitals increasingly rank patients by the output of learned triage models, most of
which were developed with data from large cities. We audit three such models with
records of 61,000 visits to rural clinics. All of them underestimate the urgency of
older patients who travelled far, because the distance acts as a proxy for mild
symptoms in the urban data. Reweighting removes half of the disparity. We discuss what
regulators should ask of vendors, and we show that clinicians overrule the models less
often when the interface hides the score.
"""),
        ("2602.90002", "2026-01-29T19:58:14Z", "cs.CL",
         "Amal Mithal, Lin Liju",
         "Proverbs Across Borders: A Benchmark of Figurative Translation in\n"
         "  Twelve Languages",
         "Data set: https://example.com/proverbs",
         """
Machine translation handles news text well but stumbles over figurative language. We
collect 5,400 proverbs in twelve languages, each with a literal gloss, an idiomatic
equivalent where there is one, and a sentence of context. Human raters judge the
output of nine systems for meaning, register and charm. The best system preserves the
meaning in 74% of the cases and the register in 41%. Errors concentrate in proverbs
that have an equivalent with a different image. We also find that longer contexts do
not help.
"""),
        ("2602.90001", "2026-01-29T19:07:22Z", "stat.ML cs.LG math.ST",
         "Anders Muster",
         "Minimax Rates for Kernel Ridge Regression with Labels Missing Not at\n"
         "  Random",
         "41 pages",
         """
We study nonparametric regression when the probability that a label is observed
depends on the label itself. Under a source condition and a bound on the odds of
observation we derive minimax lower bounds for the excess risk over balls of a
reproducing kernel Hilbert space. A kernel ridge estimator with inverse odds weights
attains the rate up to a logarithmic factor, provided that the odds are estimated at a
polynomial rate. The analysis rests on a new concentration inequality for weighted
covariance operators. Simulations illustrate the theorem for three kernels.
"""),
    ],
    "2026-02-03": [
        ("2602.90513", "2026-02-02T18:31:50Z", "cs.DC cs.OS",
         "Jun Rei, Mira Ejemplo",
         "Osier: Sharing One GPU Among Long and Short Requests Without\n"
         "  Partitions",
         None,
         """
A single long prompt can hold a GPU for seconds and violate the latency objective of
every short request behind it. Static partitions of the GPU protect short requests but
idle most of the day, and preemption between kernels is too coarse when one prefill
kernel runs for 40 ms. We present Osier, an LLM inference system that splits prefill
kernels at tile boundaries and yields to decode work through a flag in device memory.
Yielding takes 11 $\\mu$s and needs no support from the driver. A scheduler on the host
sets the flag from the deadlines of the queued requests. Compared with chunked prefill
on H100, Osier lowers the 99th percentile of the inter-token latency by 2.3$\\times$ at
equal throughput, and it admits 27% more requests under the same objective.
"""),
        ("2602.90512", "2026-02-02T16:09:33Z", "cs.LG cs.CL",
         "Yangli Hao, Lea Esempio",
         "Quantize the Difference: Three-Bit Experts from a Shared Base",
         "18 pages, 7 tables",
         """
Weights of mixture-of-experts models take hundreds of gigabytes although the experts of
a layer resemble each other. Post-training quantization treats every expert on its own
and loses accuracy quickly below four bits. We propose to quantize the difference of
each expert from a shared low-rank base, which has a far smaller range than the weights
themselves. The base is found in closed form from a calibration set of 128 sequences and
is multiplied once for all experts that a token visits. At an average of 3.1 bits per
weight our method keeps 99.1% of the accuracy of a 235B-parameter model over eleven
tasks, where 3-bit GPTQ-style quantization keeps 93.8%. A fused kernel decodes 1.7$\\times$
faster than BF16 on two A100 GPUs and lets the model fit where it did not before.
"""),
        ("2602.90511", "2026-02-02T13:44:20Z", "cs.LG cs.DC",
         "Ada Beispiel, Kofi Mfano, Ines Exemplo",
         "Stale but Useful: Bounding Policy Lag in Asynchronous RL\n"
         "  Post-Training",
         None,
         """
Reinforcement learning of language models spends most of its time on rollouts, whose
lengths vary by two orders of magnitude. Asynchronous systems keep all GPUs busy by
training on rollouts of older policies, but the lag grows without limit when generation
falls behind and reward collapses. We study how much lag is harmful and find that the
number of optimizer steps matters less than the change in the policy's entropy. From
this we derive a bound that can be evaluated from log-probabilities already at hand, and
a scheduler that moves GPUs between rollout and training so that the bound holds. In RL
post-training of 7B and 32B models on 128 H800 GPUs, the system reaches the reward of
synchronous training in 41% of the time. Rollouts in flight survive a weight update
through recomputation of at most one KV block.
"""),
        ("2602.90510", "2026-02-02T10:18:07Z", "cs.CL cs.LG",
         "Lin Liju, Tobin Sample",
         "Sparse Attention That Pages Well: Selecting Blocks Where the Cache\n"
         "  Keeps Them",
         "Preprint",
         """
Sparse attention reduces the work of long-context decoding, but methods that select
single tokens turn contiguous reads into gathers and lose on hardware what they gain in
arithmetic. Serving engines store the KV cache in pages of 16 to 64 tokens anyway. We
introduce page-aligned sparse attention, which scores whole pages by two small
summary vectors and reads only those that can change the output by more than a
threshold. The summaries are updated when a page is filled, so that prefix caching and
copy-on-write remain valid. At a context length of 128K tokens we read 9% of the pages
and stay within 0.5 points of dense attention on retrieval and reasoning tasks. The
attention kernel is 6.2$\\times$ faster than a dense one on H100, and end-to-end decoding
is 2.4$\\times$ faster at batch size 16.
"""),
        ("2602.90509", "2026-02-02T07:02:45Z", "cs.DC cs.OS",
         "Ren Muster, Sofia Przyklad",
         "Checkpoints in the Gaps: Writing Optimizer State Between Collectives",
         None,
         """
Frequent checkpoints shorten the work that is lost after a fault, but the copies compete
with collective communication for the same PCIe links and slow training down. We observe
that the links of a GPU are idle for 35--60% of every training step, in gaps that recur at
the same offsets. We develop a checkpointing layer that learns these offsets within
twenty steps and sends optimizer states only there, in pieces that fit the gap. Pieces
are ordered such that any prefix of them together with the last full checkpoint is
consistent. With a checkpoint every 90 seconds, training of a 70B model on 1,024 GPUs
slows down by 0.4%, against 7.1% for an asynchronous baseline. Recovery after a failure
loses 55 seconds of work on average.
"""),
        ("2602.90508", "2026-02-02T02:51:16Z", "cs.PL cs.LG cs.PF",
         "Per Exempel",
         "Brindle: Learning from Failed Candidates in GPU Kernel Autotuning",
         "Code: https://example.com/brindle",
         """
Autotuners for GPU kernels discard candidates that do not compile, exceed shared memory
or spill registers, which are more than half of those they try. We show that these
failures carry information about the boundary of the feasible space, where the fastest
kernels tend to lie. We introduce Brindle, a tuner that fits a constraint model to
failures and a cost model to successes and proposes candidates close to the boundary. On
58 operators from language and diffusion models it reaches 95% of the best known
performance after 40 measurements, whereas random search needs 700 and a tree-based
tuner needs 190. The tuned matrix multiplication and attention kernels are on average
1.12$\\times$ faster than vendor libraries on A100. Tuning a whole model takes eight
minutes.
"""),
        ("2602.90507", "2026-02-01T22:25:59Z", "cs.OS cs.DC",
         "Kofi Mfano, Mira Ejemplo",
         "Four Seconds to the First Token: Cold Starts of 70B Models from\n"
         "  Local NVMe",
         None,
         """
Serverless inference promises to pay only for tokens, but starting a 70B-parameter model
takes one to three minutes, so operators keep idle replicas. We break a cold start down
into 23 steps and find that less than a third of the time is spent on reading weights. The
rest goes to process start, memory registration, graph capture and kernel compilation. We
present a loader that restores a captured image of GPU memory layer by layer from NVMe and
begins prefill as soon as the first layers have arrived. CUDA graphs are patched instead of
captured again. On a node with four H100 GPUs and local SSDs the time to first token after
a cold start falls from 94 s to 4.1 s. A cluster simulation with a production trace shows
that 38% fewer GPUs meet the same objective.
"""),
        ("2602.90506", "2026-02-01T15:40:12Z", "cs.PF cs.AR",
         "Olu Apeere, Grete Voorbeeld",
         "Where the Watts Go: Power Capping by Phase in LLM Inference Clusters",
         "12 pages",
         """
Power, not space, limits how many GPUs a data center can hold. Uniform power caps waste
energy in LLM inference because prefill is bound by compute and decode by memory
bandwidth. We measure the power of both phases on five GPU models and show that decode
loses less than 3% of its throughput at 62% of the rated power, while prefill slows down
almost linearly. Based on these curves we design a cluster manager that assigns caps by
phase and shifts power to whichever side is about to miss its objective. In a 96-GPU
cluster it serves 24% more requests within the same power budget than a uniform cap. The
energy per generated token falls from 0.92 J to 0.71 J for a 13B model. Changing a cap
takes 30 ms, which bounds how fast the manager can react.
"""),
        ("2602.90505", "2026-02-01T08:13:29Z", "cs.CL",
         "Lea Esempio, Jun Rei",
         "One Head Is Enough: Multi-Token Prediction by Rereading the Last\n"
         "  Layer",
         None,
         """
Heads for multi-token prediction speed up decoding without a separate draft model, but
every additional head costs hundreds of megabytes of parameters and its own fine-tuning.
We propose to apply the existing language modeling head several times to linear
extrapolations of the last hidden state. Only a vector of 4,096 weights per predicted
token is trained, which takes twenty minutes on one GPU. Despite this simplicity the
acceptance rate reaches 2.9 tokens per step on code and 2.2 on chat. Within a speculative
decoding engine the method yields a speedup of 1.8$\\times$ for an 8B model, close to the
2.0$\\times$ of trained heads with 600 MB. We analyze why the last layer is nearly linear
along a line of text.
"""),
        ("2602.90504", "2026-01-31T19:27:44Z", "cs.LG cs.AR",
         "Ines Exemplo, Amal Mithal",
         "Fennel: Language Models in Two Gigabytes on Phones That Get Warm",
         None,
         """
Benchmarks of on-device language models report the speed of the first minute, before the
phone throttles. We measure eleven smartphones for half an hour and find that the
decoding speed halves after six minutes on average. We present Fennel, an inference
runtime for phones that treats heat as a resource: it chooses between NPU, GPU and CPU
and between 4-bit and 2-bit weights of the same nested format so that a target speed can
be sustained. Switching formats requires no reloading, because the low bits are stored
apart. A 3B-parameter model runs within 2 GB of memory at a steady 14 tokens/s,
1.6$\\times$ the sustained speed of a runtime with a fixed placement. The loss in
accuracy is 0.8 points while the low bits are left out.
"""),
        ("2602.90503", "2026-01-31T12:05:38Z", "cs.CV",
         "Grete Voorbeeld, Anders Muster",
         "Mapping Hedgerows from Orbit: Segmentation of Thin Structures with\n"
         "  Weak Labels",
         "Accepted by a made-up journal",
         """
Hedgerows matter for biodiversity but are too thin for the usual remote sensing products.
We train a segmentation network with labels from volunteers, who mark only the center line
of a hedge. A loss that tolerates an unknown width recovers the extent with a mean error of
1.4 m at a resolution of 3 m. The map of a region of 8,000 km$^2$ agrees with field surveys
in 91% of the samples. Seasonal changes remain the main source of error. We release the map.
"""),
        ("2602.90502", "2026-01-31T04:50:03Z", "cs.AI cs.CY",
         "Amal Mithal",
         "Trust Falls: A Survey of Hallucinations in Legal Question Answering",
         None,
         """
Lawyers who consult chatbots have cited decisions that do not exist. This survey reviews
84 studies of hallucinations in legal question answering and groups them by what was
invented: the source, the rule or its application. Most data sets cover only one
jurisdiction, and few report the agreement of their annotators. Retrieval reduces
invented sources but not invented rules. We list open questions and recommend that
studies publish their prompts.
"""),
        ("2602.90501", "2026-01-30T20:16:57Z", "cs.RO cs.LG",
         "Anders Muster, Grete Voorbeeld",
         "Folding Laundry with Two Cheap Arms and a Good Memory",
         "Video: https://example.com/laundry",
         """
Robots fold shirts well and everything else badly. We equip two low-cost arms with an
episodic memory of earlier grasps that is searched by the outline of the cloth. Over 300
trials with 25 garments the success rate rises from 48% to 79% without further training.
Failures are mostly due to thick seams. The memory needs 40 MB. We discuss when
remembering beats learning.
"""),
    ],
}

# ---- repositories -----------------------------------------------------------
#
# Commits are (committer date, login, message); a login of None is a mail
# address without an account, one that ends in [bot] a bot, and a message that
# begins with "Merge" a commit with two parents.

ENGINE, KERNELS, TILEC = (
    "example-engine/engine", "example-kernels/kernels", "example-compiler/tilec")
EMPTY, BROKEN = "example-new/attic", "example-broken/mirror"
REPOS = {ENGINE: 990000001, KERNELS: 990000002, TILEC: 990000003,
         EMPTY: 990000004, BROKEN: 990000005}

COMMITS = {
    ENGINE: [
        ("2026-02-02T02:15:21Z", "sample-ren",
         """[Misc] Rename worker_base to worker (#4117)

Signed-off-by: Ren Muster <ren@example.com>"""),
        ("2026-02-02T06:58:47Z", "sample-mira",
         """[Doc] Explain how --max-batched-tokens interacts with chunked prefill (#4120)

The two limits were described on different pages, and neither page said which
one wins. Also fixes two dead links."""),
        ("2026-02-02T09:36:10Z", "sample-yangli",
         """[Bugfix][MoE] Fix NaN in expert outputs when a rank receives no tokens (#4115)

<!-- Thank you for your contribution! Please fill in the sections below. -->

## Purpose

With expert parallelism, a rank whose experts were not chosen by any token skipped
the grouped GEMM but still took part in the combine step, which then read
uninitialised memory. The output buffer is now cleared when the token count is
zero. The cost is not measurable, because the buffer is empty in that case.

Fixes #4088

## Test Plan

`pytest tests/moe/test_empty_rank.py`

## Test Result

- [x] 48 passed
- [ ] documentation

Signed-off-by: Yangli Hao <yangli@example.com>
Co-authored-by: Jun Rei <jun@example.com>"""),
        ("2026-02-02T11:03:05Z", "sample-deps[bot]",
         """Bump the python group with 3 updates (#4122)

Bumps the python group with 3 updates: `made-up-http`, `made-up-yaml` and
`made-up-metrics`.

Updates `made-up-http` from 3.1.0 to 3.1.1
- [Release notes](https://example.com/made-up-http/releases)

---
updated-dependencies:
- dependency-name: made-up-http
  dependency-type: direct:production
...

Signed-off-by: sample-deps[bot] <bot@example.com>"""),
        ("2026-02-02T14:20:33Z", "sample-tobin",
         """[CI] Pin the runner image for nightly accuracy tests (#4124)

The image was updated under our feet and changed the driver."""),
        ("2026-02-02T15:47:52Z", "sample-ada",
         """[Core] Schedule chunked prefill by remaining budget instead of arrival order (#4102)

## Purpose

Chunks used to be taken in arrival order, so one long prompt could fill the token
budget of several steps in a row while short prompts waited. The scheduler now
gives every waiting prompt a share of what is left after decode, smallest
remainder first, with an age limit of 32 steps against starvation.

## Test Result

Synthetic trace, 8B model, one H100, 20 requests/s:

| | p50 TTFT | p99 TTFT | tokens/s |
|---|---|---|---|
| before | 212 ms | 3.9 s | 8,140 |
| after | 187 ms | 1.6 s | 8,105 |

Signed-off-by: Ada Beispiel <ada@example.com>"""),
        ("2026-02-02T17:12:09Z", "sample-ada",
         """Merge pull request #4131 from example-engine/release-0.9

Release 0.9.0"""),
        ("2026-02-02T19:30:44Z", "sample-jun",
         """Add FP8 KV cache support for sliding-window layers (#4098)

Window layers get their own scales, which are computed per head when a block is
filled. So far, models that alternate full and windowed attention kept the whole cache
in BF16. This halves it; on the long-document suite the score changes by less than
0.1 points."""),
        ("2026-02-02T21:05:18Z", "sample-mira",
         """[Perf] Overlap KV transfer with the first decode step in disaggregated mode (#4119)

Arriving layers are now waited for one by one inside the forward pass, which hides
most of the transfer. So far the decode side waited for the blocks of all layers.

Measured with 32k-token prompts between two nodes over 400 Gb/s: time to second
token drops from 148 ms to 61 ms. Throughput is unchanged.

Signed-off-by: Mira Ejemplo <mira@example.com>"""),
        ("2026-02-02T22:41:30Z", "sample-tobin",
         """[Bugfix] Free prefix-cache blocks when a streaming request is cancelled (#4127)

## Purpose

A request that was cancelled between two chunks kept its references on shared
prefix blocks, so the cache shrank a little with every disconnect until the engine
had to be restarted. The references are now dropped in the abort path.

Closes #4104

<details>
<summary>Checklist</summary>

- [x] The purpose of the change
- [x] The test plan
</details>"""),
        ("2026-02-03T05:14:02Z", "sample-ren",
         """[Test] Skip the flaky disaggregation test on two-GPU runners (#4138)"""),
        ("2026-02-03T08:27:26Z", "sample-lea",
         """[Perf] Reuse compiled grammars across requests with the same schema (#4128)

An LRU cache of 64 entries, keyed by a hash of schema and tokenizer, saves 20 to
300 ms at the start of every request with guided output."""),
        ("2026-02-03T12:49:11Z", "sample-ines",
         """[Frontend] Return token usage in the last chunk of streamed tool calls (#4133)

Clients that asked for `stream_options.include_usage` got no usage when the answer
ended in a tool call.

Fixes #4079
Signed-off-by: Ines Exemplo <ines@example.com>"""),
        ("2026-02-03T16:33:58Z", "sample-kofi",
         """[Hardware][ROCm] Enable the paged attention kernel on MI355 (#4135)

Decode at batch size 64 becomes 1.9x faster for a 70B model. The generic kernel was
chosen because the architecture string did not match."""),
        ("2026-02-03T18:01:40Z", "sample-ada",
         """Revert "[Core] Schedule chunked prefill by remaining budget instead of arrival order"
(#4144)

This reverts commit 5ceb7b619479b8ed59f55e2c5469588b5b3afad7.

Long prompts can starve when the age limit is reached by more requests than fit in a
step; see #4142. We will bring it back with a fair queue."""),
        ("2026-02-03T20:22:15Z", "sample-tobin",
         """[Spec Decode] Choose the draft length per request from its acceptance rate (#4109)

## Purpose

A fixed draft length wastes verification on requests whose drafts are rejected. Each
request now keeps a moving average of its acceptance rate and drafts between 0 and 8
tokens. The CUDA graphs for all lengths are captured at start-up, which takes 6 s
longer.

## Test Result

Mixed chat and code load on H200: +17% tokens/s at batch size 32, no change at 256.
"""),
        ("2026-02-03T23:10:37Z", "sample-yangli",
         """[Bugfix] Do not capture CUDA graphs for batch sizes above the profiled limit (#4141)

The memory profile runs up to `max_num_seqs`, but graphs were captured up to 512
regardless. Replaying such a graph wrote past the end of the block table and failed
with an illegal memory access on B200.

Fixes #4137

Signed-off-by: Yangli Hao <yangli@example.com>"""),
    ],
    KERNELS: [
        ("2026-02-02T04:40:13Z", "sample-sofia",
         """chore: format the python bindings"""),
        ("2026-02-02T10:22:35Z", "sample-olu",
         """feat: top-k routing kernel with fused softmax for up to 512 experts (#799)

Replaces three kernel launches by one. Ties are broken by the lower expert index, so
that results do not depend on the block size. At 8,192 tokens and 256 experts the
kernel takes 19 us on H100 instead of 64 us."""),
        ("2026-02-02T13:55:01Z", "sample-per",
         """perf(attention): load KV tiles by TMA multicast on H100 (#806)

One CTA of a cluster now loads the tile that all of them read, which cuts L2 traffic
by 45% and makes prefill attention 8 to 14% faster for head dimension 128. The old
path is kept for page sizes below 16."""),
        ("2026-02-02T20:08:56Z", "sample-olu",
         """fix: wrong scale stride in grouped FP8 GEMM for M < 64 (#812)

The block scales of A were read with the stride of the padded M. Groups with fewer
than 64 rows got the scales of the group that follows, which gave wrong results
without any error. Introduced in 1.3.0.

Co-authored-by: Sofia Przyklad <sofia@example.com>"""),
        ("2026-02-03T03:31:20Z", None,
         """docs: describe the contract of the workspace buffer

Who allocates it, how long it must live and which kernels may share it."""),
        ("2026-02-03T07:46:44Z", "sample-sofia",
         """perf: choose split-K for decode attention from the page table (#809)

Each sequence gets splits by its number of pages, instead of one number for the whole
launch, with which a batch of one long and many short sequences left most SMs idle at
the end. For 1 x 128k and 31 x 1k tokens, decode attention takes 88 us instead of
310 us on H100."""),
        ("2026-02-03T09:58:12Z", "sample-per",
         """Add SM120 to the wheel build matrix (#815)"""),
        ("2026-02-03T12:20:09Z", "sample-olu",
         """fix(moe): race between the permute kernel and the epilogue of the grouped GEMM (#818)

With programmatic dependent launch the GEMM could start to write its output while
the permute kernel of the next layer still read the same workspace. A missing
grid-dependency wait is added. The race showed as rare accuracy drops on B200 only."""),
        ("2026-02-03T12:41:33Z", "sample-sofia",
         """release: 1.4.1"""),
    ],
    TILEC: [
        ("2026-02-02T08:05:29Z", "sample-sofia",
         """[Test] Add FileCheck tests for swizzled shared-memory layouts"""),
        ("2026-02-02T12:37:16Z", "sample-per",
         """[Lowering] Fold chained layout conversions before shared memory is allocated (#455)

Two conversions in a row each got a buffer of their own, which pushed some attention
kernels over the limit of shared memory and made the pipeliner give up. Chains are now
folded into one conversion. 23 of 180 benchmark kernels use less shared memory, and
the median of these runs 6% faster on H100."""),
        ("2026-02-02T18:48:50Z", "sample-jun",
         """[Fix] Do not hoist masked loads when the mask is not known to be uniform (#458)

Loop-invariant code motion moved a masked load out of its loop together with the mask
of the first iteration, a silent miscompile for kernels with ragged tiles."""),
        ("2026-02-03T06:20:41Z", "sample-deps[bot]",
         """Update the LLVM pin to the January snapshot (#462)"""),
        ("2026-02-03T10:12:05Z", "sample-per",
         """[Backend] Emit wgmma for FP8 operands with per-row scales (#449)

Scales were applied after a conversion to BF16, which kept such kernels off the tensor
cores' FP8 path. They are now multiplied into the accumulator every 128 elements of K.
A 4096x4096x4096 GEMM goes from 410 to 1,020 TFLOPS on H100."""),
        ("2026-02-03T15:30:54Z", "sample-sofia",
         """[Autotune] Reuse timings across shapes that differ in strides only (#460)

Cuts the time to tune our model suite from 14 to 5 minutes. The key of the on-disk cache
changes, so old entries are ignored."""),
    ],
}

# Issues are (number, created, updated, login, labels, comments, title, body);
# the list holds pull requests too, which fetch-gh drops: their body is True.

ISSUES = {
    ENGINE: [
        (3870, "2026-01-12T10:11:12Z", "2026-02-02T16:40:00Z", "sample-kofi",
         "bug stale", 9, "[Bug]: Metrics endpoint blocks during weight loading",
         "The endpoint does not answer until all weights are loaded."),
        (4119, "2026-02-01T20:30:00Z", "2026-02-02T21:05:18Z", "sample-mira",
         "perf", 2, "[Perf] Overlap KV transfer with the first decode step", True),
        (4121, "2026-02-02T03:12:45Z", "2026-02-02T15:00:10Z", "sample-user-lea",
         "performance", 4,
         "[Performance]: FP8 MoE throughput drops 30% from 0.8.3 to 0.9.0rc1 on H200",
         """### Proposal to improve performance

_No response_

### Report of performance regression

After the upgrade our 8xH200 node serves 5,900 tokens/s instead of 8,400 with the same
236B MoE model, flags and load. A profile shows that the grouped GEMM now runs in 128x128
tiles for all shapes; before, small groups used 64x128.

### Your current environment (if you think it is necessary)

```text
engine 0.9.0rc1, CUDA 12.8, driver 570, 8x H200
```

### Before submitting a new issue...

- [x] Make sure you already searched for relevant issues."""),
        (4122, "2026-02-02T05:01:00Z", "2026-02-02T11:03:05Z", "sample-deps[bot]",
         "dependencies", 0, "Bump the python group with 3 updates", True),
        (4123, "2026-02-02T07:25:31Z", "2026-02-02T18:45:02Z", "sample-user-kai",
         "bug", 6,
         "[Bug]: Engine hangs after a client disconnects with prefix caching and speculative decoding",
         """### Your current environment

<details>
<summary>The output of <code>python collect_env.py</code></summary>

```text
OS: Linux, GPU: 4x A100-80GB, engine 0.8.3
```

</details>

### 🐛 Describe the bug

When a streaming client disconnects while drafts are being verified, the engine stops
scheduling new requests. GPU utilization stays at 0% and the process has to be killed. It
happens about once an hour at 15 requests/s, and never with `--no-prefix-caching`.

```python
requests.post(url, json=payload, stream=True).close()
```

### Before submitting a new issue...

- [x] Make sure you already searched for relevant issues."""),
        (4125, "2026-02-02T09:50:17Z", "2026-02-02T20:11:47Z", "sample-ada",
         "RFC", 11, "[RFC]: One scheduler for prefill, decode and draft steps",
         """### Motivation.

Three schedulers decide about the same token budget, and each has its own idea of fairness.
Most scheduling bugs of the last release came from their interplay.

### Proposed Change.

Describe every unit of work by its tokens, its deadline and its KV blocks, and let one
scheduler choose among them. Prefill chunks, decode steps and draft verification become
three producers of such units. The change can be made in four steps behind a flag.

### Feedback Period.

Two weeks.

### CC List.

@sample-mira @sample-tobin"""),
        (4126, "2026-02-02T12:08:39Z", "2026-02-02T12:08:39Z", "sample-user-noor",
         "usage", 1, "[Usage]: How can I limit the KV cache that one tenant may use?",
         """### How would you like to use the engine

We serve several teams from one deployment. One team with long prompts evicts the
prefixes of all the others. Is there a way to reserve a part of the cache for each API
key?"""),
        (4127, "2026-02-02T13:20:00Z", "2026-02-02T22:41:30Z", "sample-tobin",
         "bug", 3, "[Bugfix] Free prefix-cache blocks when a streaming request is cancelled",
         True),
        (4129, "2026-02-02T15:36:54Z", "2026-02-02T16:02:20Z", "sample-user-emre",
         "feature request", 0, "[Feature]: Expose the time in queue of each request as a metric",
         """### 🚀 The feature, motivation and pitch

We scale replicas by time to first token, but it mixes queueing with prefill. A
histogram of the time between arrival and first schedule would let us scale on the
cause.

### Alternatives

Parsing debug logs, which is slow.

### Additional context

_No response_"""),
        (4130, "2026-02-02T17:59:08Z", "2026-02-02T19:13:26Z", "sample-user-ola",
         "installation", 2,
         "[Installation]: Undefined symbol when the 0.9.0 wheel is imported with CUDA 13",
         """### How you are installing the engine

```sh
pip install engine==0.9.0
```

Importing the package fails with `undefined symbol: _ZN6engine4ops13permute_tokensE` as
soon as CUDA 13 is found before CUDA 12 on the library path. The wheel seems to link the
runtime dynamically since 0.9.0."""),
        (4132, "2026-02-02T21:47:02Z", "2026-02-02T21:47:02Z", "sample-ren",
         "ci-failure", 0, "[CI Failure]: distributed tests time out on the two-node runner",
         """### Name of failing test

`tests/distributed/test_disagg.py::test_two_nodes`

### Basic information

- [ ] Flaky test
- [x] Caused by external libraries"""),
        (4136, "2026-02-03T01:33:27Z", "2026-02-03T14:29:51Z", "sample-user-kai",
         "bug", 5, "[Bug]: Garbage output with FP8 KV cache and sliding window beyond 32k tokens",
         """### Your current environment

0.9.0, one H100

### 🐛 Describe the bug

Since 0.9.0, answers turn into repeated punctuation once the prompt is longer than
32,768 tokens. It only happens with `--kv-cache-dtype fp8` and models that have
sliding-window layers. BF16 is fine, and so is FP8 with 0.8.3, where the option had no
effect on these layers."""),
        (4137, "2026-02-03T04:02:58Z", "2026-02-03T23:10:37Z", "sample-user-emre",
         "bug", 3, "[Bug]: Illegal memory access in CUDA graph replay at batch size 512 on B200",
         """### 🐛 Describe the bug

The server starts well and crashes at the first burst of traffic:

```text
torch.AcceleratorError: CUDA error: an illegal memory access was encountered
```

With `--max-num-seqs 256` the crash appears only when graphs of more than 256 sequences
are replayed; `--enforce-eager` avoids it."""),
        (4139, "2026-02-03T08:15:36Z", "2026-02-03T08:15:36Z", "sample-user-noor",
         "feature request", 2, "[Feature]: LoRA adapters for fused expert layers",
         """### 🚀 The feature, motivation and pitch

Adapters that target experts are rejected at load time because gate and up projections
are fused. It would be enough to split the adapter's B matrix in the same way as the
weights."""),
        (4140, "2026-02-03T09:42:19Z", "2026-02-03T11:50:03Z", "sample-user-lan",
         "bug", 1, "[Bug]: 使用流水线并行时，第二个节点的显存持续增长",
         """### 🐛 Describe the bug

两个节点、每节点 8 张 H800，开启流水线并行后，
第二个节点的显存每小时增长约 1.2 GB，大约 20 小时后 OOM。
关闭 CUDA graph 后问题依旧，怀疑是中间张量没有释放。

### Before submitting a new issue...

- [x] Make sure you already searched for relevant issues."""),
        (4142, "2026-02-03T14:44:40Z", "2026-02-03T18:01:40Z", "sample-mira",
         "bug", 4, "[Bug]: Long prompts starve since chunked prefill is scheduled by remaining budget",
         """A 100k-token prompt waited for 9 minutes in our staging cluster while short prompts were
served at once. The age limit is reached by many requests at the same time, and then the
order is undefined. Bisected to #4102."""),
        (4143, "2026-02-03T16:10:05Z", "2026-02-03T16:10:05Z", None,
         "", 0, "Is data parallelism supported on Windows?", None),
        (4144, "2026-02-03T17:30:00Z", "2026-02-03T18:01:40Z", "sample-ada",
         "", 1, "Revert scheduling of chunked prefill by remaining budget", True),
    ],
    KERNELS: [
        (811, "2026-02-02T08:19:44Z", "2026-02-02T17:27:15Z", "sample-user-ola",
         "bug", 3, "Accuracy mismatch of FP8 paged attention with page size 1",
         """Compared with a reference in FP32, the relative error is 4e-1 for page size 1 and 2e-2
for page sizes of 16 and more. The scales seem to be read once per page although a page
of one token shares them with its neighbours.

```python
check(page_size=1, dtype="e4m3")
```"""),
        (812, "2026-02-02T11:48:00Z", "2026-02-02T20:08:56Z", "sample-olu",
         "", 1, "fix: wrong scale stride in grouped FP8 GEMM for M < 64", True),
        (813, "2026-02-02T16:05:33Z", "2026-02-02T16:05:33Z", "sample-yangli",
         "enhancement", 0, "[Feature Request] Grouped GEMM for MXFP4 weights with BF16 activations",
         """The weights of our fine-grained models are unpacked to BF16 in a pass of its own, which
takes as long as the multiplication itself for decode batches. A kernel that unpacks in
registers would do without it."""),
        (816, "2026-02-03T02:57:21Z", "2026-02-03T13:18:59Z", "sample-kofi",
         "bug", 7, "Deadlock in the low-latency all-to-all when a rank has no tokens",
         """With 32 ranks and top-2 routing, one rank in a few thousand steps gets no tokens. It
then does not post its completion flag, and all the others spin for ever. Seen on two
clusters, with IB and with RoCE."""),
        (817, "2026-02-03T10:36:48Z", "2026-02-03T10:36:48Z", "sample-user-emre",
         "", 1, "CUDA error: no kernel image is available on SM121",
         """The 1.4.0 wheel has no code for SM121 and no PTX to fall back to. Building from source
with the architecture list extended by hand works and passes the attention tests."""),
    ],
    TILEC: [
        (456, "2026-02-02T06:41:12Z", "2026-02-02T09:02:37Z", "sample-user-noor",
         "performance", 2, "Compile time explodes for loops with more than 48 pipeline stages",
         """A kernel with 32 stages compiles in 3 s, one with 64 stages in 11 minutes. Nearly all of
the time is spent in the pass that orders memory barriers, which looks quadratic in the
number of async copies."""),
        (457, "2026-02-02T14:13:50Z", "2026-02-02T14:13:50Z", "sample-user-lea",
         "question", 0, "How can I see which layout was chosen for an operand?",
         """I would like to compare the layouts of two versions of a kernel. The debug dump shows
them only before conversion."""),
        (461, "2026-02-03T04:28:16Z", "2026-02-03T12:39:02Z", "sample-olu",
         "bug", 3, "Wrong result of a BF16 dot product when K is not a multiple of 16",
         """The last K block is padded with whatever was in shared memory before. With K = 72 about
one result in 500 is wrong. Zero-filling the async copy fixes it on A100; on H100 the
TMA descriptor needs a change as well."""),
    ],
}

# Releases are (tag, name, published, login, pre-release, body).

RELEASES = {
    ENGINE: [
        ("v0.8.3", "0.8.3", "2026-01-08T12:00:00Z", "sample-ada", False, "Bug fixes."),
        ("v0.9.0rc1", "0.9.0rc1", "2026-01-27T15:10:00Z", "sample-ada", True, ""),
        ("v0.9.0", "0.9.0: disaggregated serving by default", "2026-02-02T17:30:00Z",
         "sample-ada", False,
         """## Highlights

- Prefill and decode run on separate GPUs by default when a node has four or more. Single-GPU
  deployments are not affected.
- FP8 MoE layers use the grouped GEMM of example-kernels 1.4.
- The scheduler of 0.7 and its flags are removed.

## What's Changed

* [Core] Default to disaggregated serving on large nodes by @sample-mira in #4050
* [MoE] Switch to grouped GEMM 1.4 by @sample-yangli in #4061

**Full Changelog**: https://github.com/example-engine/engine/compare/v0.8.3...v0.9.0"""),
    ],
    KERNELS: [
        ("v1.4.0", "v1.4.0", "2026-01-21T09:00:00Z", "sample-sofia", False, "New MoE kernels."),
        ("v1.4.1", "v1.4.1", "2026-02-03T13:02:27Z", "sample-sofia", False,
         """This release fixes wrong results of the grouped FP8 GEMM for groups of fewer than 64
rows and a race in the MoE path on B200. All users of 1.3.0 to 1.4.0 with MoE models
should upgrade.

* fix: wrong scale stride in grouped FP8 GEMM for M < 64 by @sample-olu in #812
* fix(moe): race between the permute kernel and the epilogue of the grouped GEMM by @sample-olu in #818"""),
    ],
    TILEC: [
        ("v0.31.0", "", "2026-01-15T18:00:00Z", "sample-per", False, None),
    ],
}

# ---- the services -----------------------------------------------------------

ARXIV = "https://export.arxiv.org/api/query"
GITHUB = "https://api.github.com"
SITE = "https://github.com"
CATEGORIES = "LG DC AR PF CL AI CV NI OS PL"
# Submissions that arXiv announces for a listing, with a minute more at the end.
WINDOWS = {"2026-02-02": ("202601291900", "202601301901"),
           "2026-02-03": ("202601301900", "202602021901")}
# GitHub fills a page with 100; here a list goes on after so many, so that
# there is a second page.
PAGE = 6


def address(base, **parameters):
    """The address with its parameters encoded as lib/http_reply.c does it."""
    return base + "?" + "&".join(
        f"{name}={quote(str(value), safe='-._~')}" for name, value in parameters.items())


def path_of(url):
    """The file's name as lib/cache.c makes it."""
    name = "".join(c if c.isascii() and (c.isalnum() or c in "-.") else "_"
                   for c in url.split("://")[1][:120])
    return os.path.join(CACHE, name + "-" + hashlib.sha256(url.encode()).hexdigest()[:16])


def keep(url, status, headers, body):
    """Writes an answer as `curl -i` prints it."""
    lines = [f"HTTP/2 {status} ", f"x-note: {MARK}",
             *(f"{name}: {value}" for name, value in headers.items()), "", ""]
    with open(path_of(url), "wb") as out:
        out.write("\r\n".join(lines).encode() + body.encode())


def asked(day):
    """When the sample was asked for: on the morning after."""
    return datetime.strptime(day, "%Y-%m-%d") + timedelta(hours=30)


def http_date(time):
    return time.strftime("%a, %d %b %Y %H:%M:%S GMT")


def stamp(time):
    return time.strftime("%Y-%m-%dT%H:%M:%SZ")


# ---- arXiv: an Atom feed ----------------------------------------------------

def entry_of(paper):
    number, submitted, categories, authors, title, comment, abstract = paper
    link = f"https://arxiv.org/%s/{number}v1"
    terms = categories.split()
    parts = [
        f"<id>http://arxiv.org/abs/{number}v1</id>",
        f"<title>{escape(title)}</title>",
        f"<updated>{submitted}</updated>",
        f'<link href="{link % "abs"}" rel="alternate" type="text/html"/>',
        f'<link href="{link % "pdf"}" rel="related" type="application/pdf" title="pdf"/>',
        f"<summary>{escape(abstract.strip())}</summary>",
        *(f'<category term="{term}" scheme="http://arxiv.org/schemas/atom"/>'
          for term in terms),
        f"<published>{submitted}</published>",
        *([f"<arxiv:comment>{escape(comment)}</arxiv:comment>"] if comment else []),
        f'<arxiv:primary_category term="{terms[0]}"/>',
        *(f"<author>\n      <name>{escape(name)}</name>\n    </author>"
          for name in authors.split(", ")),
    ]
    return "\n    ".join(["  <entry>", *parts]) + "\n  </entry>\n"


def write_arxiv(day):
    start, end = WINDOWS[day]
    search = (" OR ".join(f"cat:cs.{name}" for name in CATEGORIES.split()),
              f"submittedDate:[{start} TO {end}]")
    search = f"({search[0]}) AND {search[1]}"
    url = address(ARXIV, search_query=search, sortBy="submittedDate",
                  sortOrder="descending", start=0, max_results=1000)
    papers = sorted(PAPERS[day], key=lambda paper: paper[1], reverse=True)
    query = escape(f"search_query={search}&start=0&max_results=1000&id_list=")
    head = [
        "<?xml version='1.0' encoding='UTF-8'?>",
        '<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/"'
        ' xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">',
        f"  <!-- {MARK} -->",
        f"  <id>https://arxiv.org/api/{hashlib.sha1(url.encode()).hexdigest()[:27]}</id>",
        f"  <title>arXiv Query: {query}</title>",
        f"  <updated>{stamp(asked(day))}</updated>",
        f'  <link href="https://arxiv.org/api/query?{query}" type="application/atom+xml"/>',
        "  <opensearch:itemsPerPage>1000</opensearch:itemsPerPage>",
        f"  <opensearch:totalResults>{len(papers)}</opensearch:totalResults>",
        "  <opensearch:startIndex>0</opensearch:startIndex>",
        "",
    ]
    keep(url, 200, {"date": http_date(asked(day)),
                    "content-type": "application/atom+xml; charset=utf-8"},
         "\n".join(head) + "".join(map(entry_of, papers)) + "</feed>\n")


# ---- GitHub: JSON -----------------------------------------------------------

def number_of(*words):
    """A number that looks like GitHub's, always the same for the same words."""
    return int(hashlib.sha256(" ".join(words).encode()).hexdigest()[:7], 16) + 10**9


def sha_of(*words):
    return hashlib.sha1(" ".join(map(str, words)).encode()).hexdigest()


def account(login):
    if login is None:
        return None
    bot = login.endswith("[bot]")
    name = quote(login.removesuffix("[bot]"))
    return {
        "login": login,
        "id": number_of("account", login),
        "node_id": "U_" + sha_of("account", login)[:12],
        "avatar_url": f"https://avatars.githubusercontent.com/u/{number_of('account', login)}?v=4",
        "gravatar_id": "",
        "url": f"{GITHUB}/users/{quote(login)}",
        "html_url": f"{SITE}/{'apps/' if bot else ''}{name}",
        "type": "Bot" if bot else "User",
        "user_view_type": "public",
        "site_admin": False,
    }


def signature(login, date):
    name = (login or "a passer-by").removeprefix("sample-").removeprefix("user-")
    mail = name.replace(" ", "-") + "@example.com"
    return {"name": name.capitalize(), "email": mail, "date": date}


def commit_of(repo, before, commit):
    date, login, message = commit
    sha = sha_of(repo, date, message)
    url = f"{GITHUB}/repos/{repo}"
    parents = [sha_of(repo, *before) if before else sha_of(repo)]
    if message.startswith("Merge"):
        parents.append(sha_of(repo, "merged", message))
    return {
        "sha": sha,
        "node_id": "C_" + sha[:16],
        "commit": {
            "author": signature(login, date),
            "committer": {"name": "GitHub", "email": "noreply@github.com", "date": date},
            "message": message,
            "tree": {"sha": sha_of("tree", sha), "url": f"{url}/git/trees/{sha_of('tree', sha)}"},
            "url": f"{url}/git/commits/{sha}",
            "comment_count": 0,
            "verification": {"verified": False, "reason": "unsigned", "signature": None,
                             "payload": None, "verified_at": None},
        },
        "url": f"{url}/commits/{sha}",
        "html_url": f"{SITE}/{repo}/commit/{sha}",
        "comments_url": f"{url}/commits/{sha}/comments",
        "author": account(login),
        "committer": {"login": "web-flow", "id": 19864447, "type": "User", "site_admin": False},
        "parents": [{"sha": parent, "url": f"{url}/commits/{parent}",
                     "html_url": f"{SITE}/{repo}/commit/{parent}"} for parent in parents],
    }


def label_of(repo, name):
    return {"id": number_of("label", repo, name), "node_id": "LA_" + sha_of(repo, name)[:12],
            "url": f"{GITHUB}/repos/{repo}/labels/{quote(name)}", "name": name,
            "color": sha_of(name)[:6], "default": False, "description": None}


def issue_of(repo, issue, now):
    number, created, updated, login, labels, comments, title, body = issue
    pull = body is True
    closed = updated if pull and updated < now else None
    url = f"{GITHUB}/repos/{repo}/issues/{number}"
    names = [labels] if labels in ("feature request",) else labels.split()
    value = {
        "url": url,
        "repository_url": f"{GITHUB}/repos/{repo}",
        "labels_url": url + "/labels{/name}",
        "comments_url": url + "/comments",
        "events_url": url + "/events",
        "html_url": f"{SITE}/{repo}/{'pull' if pull else 'issues'}/{number}",
        "id": number_of(repo, str(number)),
        "node_id": ("PR_" if pull else "I_") + sha_of(repo, str(number))[:16],
        "number": number,
        "title": title,
        "user": account(login),
        "labels": [label_of(repo, name) for name in names],
        "state": "closed" if closed else "open",
        "locked": False,
        "assignee": None,
        "assignees": [],
        "milestone": None,
        "comments": comments,
        "created_at": created,
        "updated_at": updated,
        "closed_at": closed,
        "author_association": "MEMBER" if pull else "NONE",
        "active_lock_reason": None,
        "body": "The message of the merge tells the rest." if pull else body,
        "timeline_url": url + "/timeline",
        "state_reason": None,
    }
    if pull:
        page = f"{SITE}/{repo}/pull/{number}"
        value |= {"draft": False, "pull_request": {
            "url": f"{GITHUB}/repos/{repo}/pulls/{number}", "html_url": page,
            "diff_url": page + ".diff", "patch_url": page + ".patch", "merged_at": closed}}
    return value


def release_of(repo, release):
    tag, name, published, login, early, body = release
    url = f"{GITHUB}/repos/{repo}/releases/{number_of(repo, tag)}"
    return {
        "url": url,
        "assets_url": url + "/assets",
        "html_url": f"{SITE}/{repo}/releases/tag/{tag}",
        "id": number_of(repo, tag),
        "author": account(login),
        "node_id": "RE_" + sha_of(repo, tag)[:16],
        "tag_name": tag,
        "target_commitish": "main",
        "name": name,
        "draft": False,
        "immutable": False,
        "prerelease": early,
        "created_at": published,
        "published_at": published,
        "assets": [],
        "tarball_url": f"{GITHUB}/repos/{repo}/tarball/{tag}",
        "zipball_url": f"{GITHUB}/repos/{repo}/zipball/{tag}",
        "body": body,
    }


def keep_json(url, status, day, value, **headers):
    body = json.dumps(value, ensure_ascii=False, indent=1) + "\n"
    keep(url, status, {
        "server": "github.com",
        "date": http_date(asked(day)),
        "content-type": "application/json; charset=utf-8",
        **({"etag": f'W/"{hashlib.sha256(body.encode()).hexdigest()}"'} if status == 200 else {}),
        **headers,
        "x-github-media-type": "github.v3; format=json",
    }, body)


def keep_list(repo, what, day, values, **parameters):
    """Writes a list in pages, of which the Link headers lead to the next."""
    start = f"{GITHUB}/repos/{repo}/{what}"
    pages = [values[i:i + PAGE] for i in range(0, len(values), PAGE)] or [[]]

    def page_url(number):
        if number == 1:
            return address(start, **parameters)
        return address(f"{GITHUB}/repositories/{REPOS[repo]}/{what}", **parameters, page=number)

    for number, page in enumerate(pages, 1):
        links = []
        if number > 1:
            links.append(f'<{page_url(number - 1)}>; rel="prev"')
        if number < len(pages):
            links.append(f'<{page_url(number + 1)}>; rel="next"')
            links.append(f'<{page_url(len(pages))}>; rel="last"')
        if number > 1:
            links.append(f'<{page_url(1)}>; rel="first"')
        keep_json(page_url(number), 200, day, page, **({"link": ", ".join(links)} if links else {}))


def keep_error(repo, what, day, status, message, **parameters):
    keep_json(address(f"{GITHUB}/repos/{repo}/{what}", **parameters), status, day, {
        "message": message, "documentation_url": "https://docs.github.com/rest",
        "status": str(status)})


def write_commits(repo, day, since, until):
    asked_for = {"per_page": 100, "since": since, "until": until}
    commits = COMMITS.get(repo, [])
    if repo == BROKEN:
        keep_error(repo, "commits", day, 404, "Not Found", **asked_for)
    elif not commits:
        keep_error(repo, "commits", day, 409, "Git Repository is empty.", **asked_for)
    else:
        pairs = zip([None, *commits], commits)
        values = [commit_of(repo, before, commit) for before, commit in pairs
                  if since <= commit[0] < until]
        keep_list(repo, "commits", day, values[::-1], **asked_for)


def write_issues(repo, day, since):
    asked_for = {"per_page": 100, "state": "all", "sort": "created",
                 "direction": "desc", "since": since}
    now = stamp(asked(day))
    issues = [issue for issue in ISSUES.get(repo, []) if issue[1] < now and issue[2] >= since]
    issues.sort(key=lambda issue: issue[1], reverse=True)
    if repo == BROKEN:
        keep_error(repo, "issues", day, 404, "Not Found", **asked_for)
    else:
        keep_list(repo, "issues", day, [issue_of(repo, issue, now) for issue in issues],
                  **asked_for)


def write_releases(repo, day):
    """The address is the same every day, so the last day's answer serves all."""
    releases = RELEASES.get(repo, [])
    if repo == BROKEN:
        keep_error(repo, "releases", day, 404, "Not Found", per_page=100)
    else:
        keep_list(repo, "releases", day,
                  [release_of(repo, release) for release in releases[::-1]], per_page=100)


def main():
    os.makedirs(CACHE, exist_ok=True)
    for name in os.listdir(CACHE):
        os.remove(os.path.join(CACHE, name))
    for day in DAYS:
        start = datetime.strptime(day, "%Y-%m-%d")
        since, until = stamp(start), stamp(start + timedelta(days=1))
        write_arxiv(day)
        for repo in REPOS:
            write_commits(repo, day, since, until)
            write_issues(repo, day, since)
    for repo in REPOS:
        write_releases(repo, DAYS[-1])


if __name__ == "__main__":
    main()
