"""A timestamp authority on this machine: openssl ts behind a small HTTP server, as RFC 3161 section 3.4 has it.

Makes its keys in the folder given, where it leaves issuer.pem; prints "port N" when it listens.
"""

import http.server
import pathlib
import subprocess
import sys
import tempfile

folder = pathlib.Path(sys.argv[1])


def openssl(*arguments):
    subprocess.run(["openssl", *map(str, arguments)], check=True, cwd=folder, capture_output=True)


def prepare():
    (folder / "use").write_text("extendedKeyUsage = critical,timeStamping\n")
    (folder / "serial").write_text("01")
    (folder / "ts.cnf").write_text(
        "[this]\nserial = serial\nsigner_cert = authority.pem\nsigner_key = authority.key\nsigner_digest = sha256\n"
        "default_policy = 1.3.6.1.4.1.99999.1\ndigests = sha256\naccuracy = secs:1\ness_cert_id_alg = sha256\n"
    )
    openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "issuer.key", "-out", "issuer.pem",
            "-days", "2", "-subj", "/CN=Issuer of a test")
    openssl("req", "-newkey", "rsa:2048", "-nodes", "-keyout", "authority.key", "-out", "authority.csr",
            "-subj", "/CN=Authority of a test")
    openssl("x509", "-req", "-in", "authority.csr", "-CA", "issuer.pem", "-CAkey", "issuer.key", "-CAcreateserial",
            "-extfile", "use", "-days", "2", "-out", "authority.pem")


class Authority(http.server.BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def do_POST(self):
        content = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        if self.headers.get("Content-Type") != "application/timestamp-query":
            self.send_error(415)
            return
        with tempfile.TemporaryDirectory() as scratch:
            query, reply = pathlib.Path(scratch, "query"), pathlib.Path(scratch, "reply")
            query.write_bytes(content)
            openssl("ts", "-reply", "-config", "ts.cnf", "-section", "this", "-queryfile", query, "-out", reply)
            answer = reply.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", "application/timestamp-reply")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)


prepare()
server = http.server.HTTPServer(("127.0.0.1", 0), Authority)
print("port", server.server_address[1], flush=True)
server.serve_forever()
