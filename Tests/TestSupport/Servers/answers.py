"""A server on this machine that answers as its path says, for tests of clients.

Prints "port N" when it listens. Paths: /echo, /status/N, /redirect, /slow, /long/N, /nothing, /cut, and
/reply/NAME, which answers with the status, type and content that lie in the folder given as NAME.json; every content that
comes in is kept there as NAME.received. With "tls" as second argument it answers over https, with a key of its own whose
certificate lies in the folder as tls.pem.
"""

import base64
import http.server
import json
import pathlib
import ssl
import subprocess
import sys
import time

folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else None


class Answers(http.server.BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def answer(self, status, content=b"", kind="text/plain", headers=()):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def do_POST(self):
        content = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        word, _, rest = self.path[1:].partition("/")
        if word == "echo":
            kind = self.headers.get("Content-Type") + "; Charset=UTF-8"
            names = ",".join(sorted(name.lower() for name in self.headers))
            self.answer(200, content, kind, [("X-Asked", names)])
        elif word == "headers":
            self.answer(200, "\n".join(f"{n}: {v}" for n, v in self.headers.items()).encode())
        elif word == "status":
            self.answer(int(rest), b"no")
        elif word == "redirect":
            self.answer(302, b"", headers=[("Location", "/echo")])
        elif word == "slow":
            time.sleep(5)
            self.answer(200)
        elif word == "long":
            self.answer(200, b"x" * int(rest))
        elif word == "nothing":
            self.close_connection = True
        elif word == "cut":
            self.send_response(200)
            self.send_header("Content-Length", "100")
            self.end_headers()
            self.wfile.write(b"short")
            self.close_connection = True
        elif word == "reply":
            name = rest.split("/")[0]
            seen = sorted(folder.glob(name + ".received*"))
            (folder / f"{name}.received{len(seen)}").write_bytes(content)
            replies = json.loads((folder / (name + ".json")).read_text())
            reply = replies[min(len(seen), len(replies) - 1)]
            self.answer(reply["status"], base64.b64decode(reply["content"]), reply["type"])
        else:
            self.answer(404, b"no such path")


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answers)
if sys.argv[2:] == ["tls"]:
    certificate, key = folder / "tls.pem", folder / "tls.key"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", certificate,
                    "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"],
                   check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server.socket = context.wrap_socket(server.socket, server_side=True)
print("port", server.server_address[1], flush=True)
server.serve_forever()
