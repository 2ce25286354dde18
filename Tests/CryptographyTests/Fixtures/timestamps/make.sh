#!/bin/sh
# Makes the timestamps that lie beside it, with nothing but OpenSSL 3: authorities good and bad, and their answers.
# The serial numbers and times of a new run are other ones; the tests ask for no certain ones.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
: > "$work/index.txt"
cat > "$work/ca.cnf" <<EOF
[ca]
default_ca = test
[test]
database = $work/index.txt
new_certs_dir = $work
default_md = sha256
policy = any
unique_subject = no
rand_serial = yes
[any]
commonName = supplied
[authority]
extendedKeyUsage = critical,timeStamping
[mail]
extendedKeyUsage = critical,emailProtection
EOF
ca() { # name
    openssl req -x509 -newkey rsa:2048 -nodes -keyout "$work/$1.key" -out "$1.pem" -days 36500 -subj "/CN=$1" 2>/dev/null
}
certificate() { # name, issuer, section, from, to
    openssl req -newkey rsa:2048 -nodes -keyout "$work/$1.key" -out "$work/$1.csr" -subj "/CN=$1" 2>/dev/null
    openssl ca -batch -config "$work/ca.cnf" -cert "$2.pem" -keyfile "$work/$2.key" -in "$work/$1.csr" -extensions "$3" \
        -startdate "$4" -enddate "$5" -notext -out "$work/$1.pem" 2>/dev/null
}
answer() { # authority, request, reply
    printf 01 > "$work/serial"
    cat > "$work/tsa.cnf" <<EOF
[tsa]
default_tsa = this
[this]
serial = $work/serial
signer_cert = $work/$1.pem
signer_key = $work/$1.key
signer_digest = sha256
default_policy = 1.3.6.1.4.1.99999.1
digests = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
EOF
    openssl ts -reply -config "$work/tsa.cnf" -section this -queryfile "$2" -out "$3" 2>/dev/null
}

printf 'ledger.example/consent\n3\nRcCI1Nk56ZcSmIEfIn0SleqtV7uvrlXNccFx595Iwl0=\n' > note.txt
ca issuer
ca stranger
certificate authority issuer authority 20200101000000Z 21200101000000Z
certificate ended issuer authority 20200101000000Z 20200201000000Z
certificate mail issuer mail 20200101000000Z 21200101000000Z
certificate other stranger authority 20200101000000Z 21200101000000Z
cp "$work/authority.pem" "$work/mail.pem" .

openssl ts -query -data note.txt -sha256 -cert -out request.tsq 2>/dev/null
openssl ts -query -data note.txt -sha256 -out "$work/bare.tsq" 2>/dev/null
openssl ts -query -data note.txt -sha512 -cert -out "$work/unknown.tsq" 2>/dev/null
answer authority request.tsq granted.tsr
answer authority "$work/bare.tsq" without-certificate.tsr
answer authority "$work/unknown.tsq" rejected.tsr
answer ended request.tsq ended.tsr
answer other request.tsq stranger.tsr

# openssl ts does not sign with a certificate for mail; the same content is signed anew by openssl cms.
openssl ts -reply -in granted.tsr -token_out -out "$work/granted.token" 2>/dev/null
openssl cms -verify -noverify -inform DER -in "$work/granted.token" -out "$work/content" 2>/dev/null
openssl cms -sign -binary -nodetach -cades -econtent_type 1.2.840.113549.1.9.16.1.4 -in "$work/content" \
    -signer "$work/mail.pem" -inkey "$work/mail.key" -outform DER -out mail.token
