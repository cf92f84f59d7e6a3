#!/usr/bin/env python3
"""fetch-gh.py - how fast fetch-gh asks and parses

usage: fetch-gh.py OUT BIN

Eight repositories with a list of commits and one of issues each, and the
details of 100 commits, from an upstream that answers after 100 ms: once by a
client that asks one thing after the other over one connection, then by
fetch-gh, over HTTP/1.1 and, where nginx and openssl are installed, over HTTP/2.
Then 50 MB of lists, saved in OUT, beside `jq -c .`.
"""
import contextlib
import http.client
import json
import os
import pathlib
import resource
import shutil
import socket
import subprocess
import sys
import tempfile
import time

TESTS = pathlib.Path(__file__).resolve().parent.parent
LATENCY = 0.1
REPOS = ["bench/%d" % n for n in range(8)]
DETAILS = 100
DAY = "2026-02-02"
NGINX = """
master_process off; daemon off; pid {dir}/pid; error_log {dir}/error;
events {{ worker_connections 256; }}
http {{
    access_log off;
    client_body_temp_path {dir}/a; proxy_temp_path {dir}/b;
    fastcgi_temp_path {dir}/c; uwsgi_temp_path {dir}/d; scgi_temp_path {dir}/e;
    log_format asked '$connection $server_protocol';
    upstream api {{ server 127.0.0.1:{port}; keepalive 64; }}
    server {{
        listen 127.0.0.1:{tls} ssl http2;
        ssl_certificate {dir}/cert; ssl_certificate_key {dir}/key;
        access_log {dir}/asked.tls asked;
        location / {{
            proxy_pass http://api; proxy_http_version 1.1;
            proxy_set_header Connection "";
        }}
    }}
}}
"""


def shas(repo):
    """The commits of a repository: 100 among eight."""
    n = REPOS.index(repo)
    count = DETAILS * (n + 1) // len(REPOS) - DETAILS * n // len(REPOS)
    return ["%039x%x" % (i, n) for i in range(count)]


def answers():
    delay = {"delay_ms": LATENCY * 1000}
    for repo in REPOS:
        lists = {"commits": [
            {"sha": sha, "parents": [], "commit":
             {"message": "Change", "committer": {"date": DAY + "T08:00:00Z"}}}
            for sha in shas(repo)],
            "issues": [{"number": n, "created_at": DAY + "T09:00:00Z"}
                       for n in range(1, 10)]}
        for kind, body in lists.items():
            yield {**delay, "path": "/repos/%s/%s" % (repo, kind),
                   "headers": {"ETag": '"%s"' % kind}, "body": body}
        yield {**delay, "path": "/repos/%s/commits/*" % repo, "body": {
            "stats": {"additions": 9, "deletions": 1}, "files": [
                {"filename": "f%d" % n, "patch": "+x\n" * 200}
                for n in range(5)]}}


@contextlib.contextmanager
def upstream(folder):
    (folder / "answers.json").write_text(json.dumps(list(answers())))
    with subprocess.Popen([sys.executable, "-I", TESTS / "upstream.py", folder],
                          stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                          text=True) as process:
        yield int(process.stdout.readline().split()[0])
        process.stdin.close()


@contextlib.contextmanager
def nginx(folder, port):
    """TLS and HTTP/2 before the upstream, by an authority made for now."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        tls = free.getsockname()[1]
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt",
                    "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
                    "-subj", "/CN=bench", "-addext", "subjectAltName="
                    "IP:127.0.0.1", "-keyout", folder / "key", "-out",
                    folder / "cert"], check=True, capture_output=True)
    (folder / "conf").write_text(
        NGINX.format(dir=folder, port=port, tls=tls))
    program = shutil.which("nginx", path=os.environ["PATH"] + ":/usr/sbin")
    with subprocess.Popen([program, "-p", folder, "-c", folder / "conf"],
                          stderr=subprocess.DEVNULL) as process:
        for _ in range(100):
            with contextlib.suppress(OSError), \
                    socket.create_connection(("127.0.0.1", tls)):
                break
            time.sleep(0.05)
        yield tls
        process.terminate()


def serial(port):
    """Asks for all of it one after the other; returns the seconds."""
    start = time.monotonic()
    client = http.client.HTTPConnection("127.0.0.1", port)
    for repo in REPOS:
        paths = ["commits", "issues"]
        paths += ["commits/" + sha for sha in shas(repo)]
        for path in paths:
            client.request("GET", "/repos/%s/%s" % (repo, path))
            answer = client.getresponse()
            json.loads(answer.read())
            assert answer.status == 200
    return time.monotonic() - start


def fetch(program, base, cache, **more):
    """Lets fetch-gh ask for all of it; returns the seconds."""
    start = time.monotonic()
    done = subprocess.run(
        [program, "--date", DAY, "--diff", "--cache", cache, *REPOS],
        env={**os.environ, "GITHUB_API_URL": base, "no_proxy": "*",
             "GH_TOKEN": "bench", **more}, capture_output=True, check=True)
    elapsed = time.monotonic() - start
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert sum("files" in record for record in records) == DETAILS
    return elapsed


def tell(name, seconds, whole):
    print("%-34s %6.2f s  %5.1f times serial" % (
        name, seconds, whole / seconds), flush=True)


def bench_asking(program, folder):
    asked = 2 * len(REPOS) + DETAILS
    with upstream(folder) as port:
        base = "http://127.0.0.1:%d" % port
        whole = serial(port)
        tell("serial, one connection", whole, whole)
        tell("longest chain, a list and a detail", 2 * LATENCY, whole)
        tell("%d requests, 8 at once" % asked, -(-asked // 8) * LATENCY, whole)
        tell("fetch-gh, HTTP/1.1", fetch(program, base, folder / "one"), whole)
        tell("  once more, details kept",
             fetch(program, base, folder / "one"), whole)
        if not shutil.which("nginx", path=os.environ["PATH"] + ":/usr/sbin"):
            return
        with nginx(folder, port) as tls:
            base = "https://127.0.0.1:%d" % tls
            seconds = fetch(program, base, folder / "two",
                            CURL_CA_BUNDLE=str(folder / "cert"))
        tell("fetch-gh, HTTP/2", seconds, whole)
        lines = (folder / "asked.tls").read_text().split("\n")[:-1]
        print("  over %d connections, %d requests of %s" % (
            len({line.split()[0] for line in lines}), len(lines),
            "/".join(sorted({line.split()[1] for line in lines}))))


def spent(command):
    """Returns its CPU seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime - before.ru_utime -
            before.ru_stime)


def peak(command):
    """Returns its peak in MiB, where there is a time(1) to tell."""
    if not os.path.exists("/usr/bin/time"):
        return "?"
    done = subprocess.run(["/usr/bin/time", "-f", "%M", *command], text=True,
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                          check=True)
    return "%.1f" % (int(done.stderr.split()[-1]) / 1024)


def bench_parsing(program, out):
    for kind in "commits", "issues":
        page = out / (kind + ".json")
        if not page.exists():
            with open(page, "w", encoding="utf-8") as file:
                subprocess.run([sys.executable, TESTS / "github-page.py", kind,
                                "50000000"], stdout=file, check=True)
        ours, jq = [program, "--parse", kind, page], ["jq", "-c", ".", page]
        mb = page.stat().st_size / 1e6
        rounds = [(spent(ours), spent(jq)) for _ in range(3)]
        own, other = min(r[0] for r in rounds), min(r[1] for r in rounds)
        ratio = sorted(r[1] / r[0] for r in rounds)[1]
        print("%-8s fetch-gh --parse %4.0f MB/s, peak %s MiB; jq -c . "
              "%4.0f MB/s, peak %s MiB; ratio %.1f" % (
                  kind, mb / own, peak(ours), mb / other, peak(jq), ratio),
              flush=True)


def main(bin_dir, out):
    program = os.path.join(bin_dir, "fetch-gh")
    with tempfile.TemporaryDirectory() as folder:
        bench_asking(program, pathlib.Path(folder))
    out = pathlib.Path(out, "bench")
    out.mkdir(parents=True, exist_ok=True)
    bench_parsing(program, out)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[2], sys.argv[1])
