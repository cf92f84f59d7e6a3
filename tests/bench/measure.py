#!/usr/bin/env python3
"""Prints the CPU seconds, wall seconds and peak KiB of a command.

usage: measure.py COMMAND...

Its output is thrown away. What python starts has python's own size at least.
"""
import resource
import subprocess
import sys
import time

# What a wrapper of python3 has run before counts as a child of ours too.
before = resource.getrusage(resource.RUSAGE_CHILDREN)
start = time.time()
subprocess.run(sys.argv[1:], stdin=subprocess.DEVNULL,
               stdout=subprocess.DEVNULL, check=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime,
      time.time() - start, used.ru_maxrss)
