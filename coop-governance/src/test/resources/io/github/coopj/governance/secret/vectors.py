"""Known answers for secret ballots, from plain integers and the textbook alone.

Run: python3 vectors.py > vectors.json
"""
import hashlib
import json

P = 0xFFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF
B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
Q = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
G = (0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
     0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5)


def add(a, b):
    if a is None:
        return b
    if b is None:
        return a
    if a[0] == b[0]:
        if (a[1] + b[1]) % P == 0:
            return None
        slope = (3 * a[0] * a[0] - 3) * pow(2 * a[1], -1, P)
    else:
        slope = (b[1] - a[1]) * pow(b[0] - a[0], -1, P)
    x = (slope * slope - a[0] - b[0]) % P
    return x, (slope * (a[0] - x) - a[1]) % P


def mul(k, a):
    total = None
    for bit in bin(k % Q)[2:]:
        total = add(total, total)
        if bit == "1":
            total = add(total, a)
    return total


def neg(a):
    return None if a is None else (a[0], -a[1] % P)


def enc(a):
    return b"\0" if a is None else bytes([2 + (a[1] & 1)]) + a[0].to_bytes(32, "big")


def u32(n):
    return n.to_bytes(4, "big")


def num(k):
    return k.to_bytes(32, "big")


def h(label, *parts):
    data = b"".join(u32(len(x)) + x for x in (label.encode(), *parts))
    return int.from_bytes(hashlib.sha512(data).digest(), "big") % Q


class Chance:
    """Draw n (from 1) is SHA-256 of 'coopj secret vectors n' modulo q - 1, plus one."""

    def __init__(self):
        self.n = 0

    def __call__(self):
        self.n += 1
        text = "coopj secret vectors %d" % self.n
        return int.from_bytes(hashlib.sha256(text.encode()).digest(), "big") % (Q - 1) + 1


chance = Chance()


def schnorr(label, context, a):
    w = chance()
    c = h(label, *context, enc(mul(a, G)), enc(mul(w, G)))
    return {"c": num(c).hex(), "z": num((w + c * a) % Q).hex()}


def or_proof(s, y, alpha, beta, bit, r):
    c, z, a, b = [0, 0], [0, 0], [None, None], [None, None]
    e = 1 - bit
    c[e], z[e] = chance(), chance()
    a[e] = add(mul(z[e], G), neg(mul(c[e], alpha)))
    b[e] = add(mul(z[e], y), neg(mul(c[e], add(beta, neg(mul(e, G))))))
    w = chance()
    a[bit], b[bit] = mul(w, G), mul(w, y)
    whole = h("or", s, enc(y), enc(alpha), enc(beta), enc(a[0]), enc(b[0]), enc(a[1]), enc(b[1]))
    c[bit] = (whole - c[e]) % Q
    z[bit] = (w + c[bit] * r) % Q
    return {"c0": num(c[0]).hex(), "z0": num(z[0]).hex(), "c1": num(c[1]).hex(), "z1": num(z[1]).hex()}


CEREMONY = hashlib.sha256(b"ceremony").digest()
ELECTION = hashlib.sha256(b"election").digest()
CIPHERTEXTS = hashlib.sha256(b"ciphertexts").digest()
N, T, VOTER, ITEM = 3, 2, 0x1122334455667788, 7

out = {"trustees": [], "ballots": [], "shares": []}
polynomials = []
for i in range(1, N + 1):
    f = [chance() for _ in range(T)]
    polynomials.append(f)
    proofs = [schnorr("key", (CEREMONY, u32(i), u32(k)), f[k]) for k in range(T)]
    out["trustees"].append({"points": [enc(mul(a, G)).hex() for a in f], "proofs": proofs})
secrets = []
for j in range(1, N + 1):
    shares = [sum(a * j ** k for k, a in enumerate(f)) % Q for f in polynomials]
    secrets.append(sum(shares) % Q)
    out["trustees"][j - 1]["received"] = [num(s).hex() for s in shares]
    out["trustees"][j - 1]["key"] = enc(mul(secrets[-1], G)).hex()
for j in range(1, N + 1):
    out["trustees"][j - 1]["confirmation"] = schnorr("share", (CEREMONY, u32(j)), secrets[j - 1])
secret = sum(f[0] for f in polynomials) % Q
Y = mul(secret, G)
out["publicKey"] = enc(Y).hex()
A = Bsum = None
for o, bit in enumerate((1, 0, 1)):
    r = chance()
    alpha, beta = mul(r, G), add(mul(r, Y), mul(bit, G))
    s = ELECTION + VOTER.to_bytes(8, "big") + u32(ITEM) + bytes([o]) + CIPHERTEXTS
    out["ballots"].append({"bit": bit, "alpha": enc(alpha).hex(), "beta": enc(beta).hex(),
                           "statement": s.hex(), "proof": or_proof(s, Y, alpha, beta, bit, r)})
    A, Bsum = add(A, alpha), add(Bsum, beta)
out["sum"] = {"alpha": enc(A).hex(), "beta": enc(Bsum).hex()}
for j in (1, 3):
    x = secrets[j - 1]
    d = mul(x, A)
    w = chance()
    c = h("dec", ELECTION, u32(j), u32(ITEM), u32(0), enc(A), enc(Bsum), enc(mul(x, G)), enc(d),
          enc(mul(w, G)), enc(mul(w, A)))
    out["shares"].append({"trustee": j, "point": enc(d).hex(), "c": num(c).hex(),
                          "z": num((w + c * x) % Q).hex()})
l1 = 3 * pow(3 - 1, -1, Q) % Q
l3 = 1 * pow(1 - 3, -1, Q) % Q
out["factors"] = [num(l1).hex(), num(l3).hex()]
d1, d3 = mul(secrets[0], A), mul(secrets[2], A)
message = add(Bsum, neg(add(mul(l1, d1), mul(l3, d3))))
assert message == mul(2, G)
out["message"] = enc(message).hex()
out["count"] = 2
print(json.dumps(out, indent=1))
