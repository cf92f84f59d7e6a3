#!/usr/bin/env python3
"""upstream.py - answers on loopback as it was told, and logs what it is asked

usage: upstream.py FOLDER

Prints two ports of 127.0.0.1 and one of ::1 (0 where there is no IPv6), and
serves them until standard input ends or an hour has passed. FOLDER/answers.json
is an array, read again whenever it was replaced; the first answer in it that
fits a request is given:

  method     of the request
  path       of the request; *, ? and [] as in the shell
  query      a regular expression, found in the query as it came; or an object
             of parameters and their values, decoded
  asked      an object of request headers and regular expressions found in them
  posted     a regular expression, found in the body that was posted
  port       "elsewhere", "six": only at the second port, the third
  times      how often it is given; then the next one that fits takes over
  status     200
  headers    an object; a list of values makes as many lines
  body       text, or any other value, which is sent as JSON
  file       whose bytes are the body, in FOLDER
  model      an object: the body is a chat completion; see model.py
  blank      so many bytes of blank lines stand before the body
  delay_ms   before the answer begins
  truncate   so many bytes are sent, then the connection is closed
  length     false: the length is not said, the end of the connection is the end;
             a number: it is said to be that, and what the body has behind it
             comes just before the next answer
  close      true: the connection is closed instead of an answer

{here}, {elsewhere} and {six} in headers and body stand for the addresses of the
ports.
What nothing fits is answered with 404. FOLDER/asked gets a JSON line for each
request as it comes in: n, time, port (here, elsewhere or six), connection, open
(how many are being answered, this one too), method, path, query, headers (lower
case), posted (the body, if there is one; its value if it is JSON).
"""
import fnmatch
import http.server
import json
import os
import re
import socket
import sys
import threading
import time
import urllib.parse

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))
import model  # noqa: E402: it lies beside this file

LIFETIME = 3600
ADDRESSES = {}


class Script:
    """The answers of a test, and what has been asked of them."""

    def __init__(self, folder, version):
        self.folder, self.version = os.path.realpath(folder), version
        with open(os.path.join(self.folder, "answers.json"),
                  encoding="utf-8") as file:
            self.answers = json.load(file)
        self.lock = threading.Lock()
        self.count = self.open = 0

    def take(self, request):
        """Logs the request and returns the answer that is now to be given."""
        with self.lock:
            self.count += 1
            self.open += 1
            line = {"n": self.count, "time": time.time(), "open": self.open}
            with open(os.path.join(self.folder, "asked"), "a",
                      encoding="utf-8") as log:
                log.write(json.dumps({**line, **request}) + "\n")
            for answer in self.answers:
                if fits(answer, request):
                    answer["times"] = answer.get("times", -1) - 1
                    return answer
        return {"status": 404, "body": {"message": "Not Found"}}

    def done(self):
        with self.lock:
            self.open -= 1

    def body(self, answer):
        if "file" in answer:
            with open(os.path.join(self.folder, answer["file"]), "rb") as file:
                return file.read()
        body = answer.get("body", "")
        if not isinstance(body, str):
            body = json.dumps(body)
        body = "\n" * answer.get("blank", 0) + fill_in(body)
        return body.encode("utf-8", "surrogateescape")


class Upstream:
    """What both ports share: the folder, and the script that is in it now."""

    def __init__(self, folder):
        self.folder, self.now, self.lock = folder, None, threading.Lock()

    def script(self):
        state = os.stat(os.path.join(self.folder, "answers.json"))
        version = state.st_dev, state.st_ino, state.st_mtime_ns
        with self.lock:
            if self.now is None or self.now.version != version:
                self.now = Script(self.folder, version)
            return self.now


def fill_in(text):
    for name, address in ADDRESSES.items():
        text = text.replace("{%s}" % name, address)
    return text


def fits(answer, request):
    query = answer.get("query", "")
    headers = request["headers"]
    if isinstance(query, dict):
        given = dict(urllib.parse.parse_qsl(request["query"], True))
        right = all(given.get(name) == query[name] for name in query)
    else:
        right = re.search(query, request["query"])
    return (right and answer.get("times", -1) != 0
            and answer.get("method", request["method"]) == request["method"]
            and re.search(answer.get("posted", ""), body_of(request))
            and answer.get("port", request["port"]) == request["port"]
            and fnmatch.fnmatchcase(request["path"], answer.get("path", "*"))
            and all(re.search(value, headers.get(name.lower(), ""))
                    for name, value in answer.get("asked", {}).items()))


def body_of(request):
    posted = request.get("posted", "")
    return posted if isinstance(posted, str) else json.dumps(posted)


def read_json(text):
    try:
        return json.loads(text)
    except ValueError:
        return text


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    rest = b""

    def do_GET(self):
        script = self.server.upstream.script()
        path, _, query = self.path.partition("?")
        request = {
            "port": self.server.name, "connection": self.client_address[1],
            "method": self.command, "path": path, "query": query,
            "headers": {k.lower(): v for k, v in self.headers.items()}}
        size = int(self.headers.get("Content-Length", 0))
        if size > 0:
            request["posted"] = read_json(self.rfile.read(size).decode())
        answer = script.take(request)
        if "model" in answer:
            status, page = model.complete(request["posted"], answer["model"])
            answer = {"status": status, "body": page, **answer}
        try:
            time.sleep(answer.get("delay_ms", 0) / 1000)
            if answer.get("close"):
                self.close_connection = True
            else:
                self.give(answer, script.body(answer))
        finally:
            script.done()

    do_POST = do_GET

    def give(self, answer, body):
        known = answer.get("length", True)
        self.wfile.write(self.rest)
        self.rest = b""
        if not isinstance(known, bool):
            body, self.rest = body[:known], body[known:]
        sent = body[:answer.get("truncate", len(body))]
        self.send_response_only(answer.get("status", 200))
        for name, values in answer.get("headers", {}).items():
            for value in values if isinstance(values, list) else [values]:
                self.send_header(name, fill_in(value))
        if known and answer.get("status") != 304:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(sent)
        self.close_connection |= not known or len(sent) < len(body)

    def log_message(self, *args):
        pass


class Server(http.server.ThreadingHTTPServer):
    request_queue_size = 64

    def handle_error(self, request, client_address):
        """A client that went away is nothing to tell of."""


class IPv6Server(Server):
    address_family = socket.AF_INET6


def serve(upstream, name, kind, host):
    """Returns the port; 0 if the system has no such host."""
    try:
        server = kind((host.strip("[]"), 0), Handler)
    except OSError:
        return 0
    server.upstream, server.name = upstream, name
    ADDRESSES[name] = "http://%s:%d" % (host, server.server_port)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_port


def main(folder):
    upstream = Upstream(folder)
    print(serve(upstream, "here", Server, "127.0.0.1"),
          serve(upstream, "elsewhere", Server, "127.0.0.1"),
          serve(upstream, "six", IPv6Server, "[::1]"), flush=True)
    ending = threading.Timer(LIFETIME, os._exit, [0])
    ending.daemon = True
    ending.start()
    sys.stdin.buffer.read()
    os._exit(0)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
