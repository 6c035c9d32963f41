// Makes the CSV files beside it; see README.md. Run: npm install eosjs@22.1.0 @wharfkit/antelope@1.2.0 elliptic@6.6.1 && node make.mjs
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import wharfkit from "@wharfkit/antelope";
import numeric from "eosjs/dist/eosjs-numeric.js";
import conversions from "eosjs/dist/eosjs-key-conversions.js";
import elliptic from "elliptic";

const sha256 = (data) => createHash("sha256").update(data).digest();
const same = (what, a, b) => {
  if (a !== b) throw new Error(`${what}: ${a} and ${b} differ`);
  return a;
};
const key = (type, seed) => {
  const secret = sha256(seed);
  const kit = new wharfkit.PrivateKey(type, wharfkit.Bytes.from(secret));
  const numericKey = { type: type === "K1" ? numeric.KeyType.k1 : numeric.KeyType.r1, data: secret };
  const pvt = numeric.privateKeyToString(numericKey);
  return { secret, kit, eosjs: conversions.PrivateKey.fromString(pvt), pvt };
};

const keys = ["type,seed,wif,pvt,pub,legacy"];
const signatures = ["type,seed,message,sig"];
for (const type of ["K1", "R1"]) {
  for (let i = 1; i <= 16; i++) {
    const seed = `coopj ${type} ${i}`;
    const k = key(type, seed);
    const pub = same("pub", k.kit.toPublic().toString(), k.eosjs.getPublicKey().toString());
    same("pvt", k.kit.toString(), k.pvt);
    const wif = type === "K1" ? k.kit.toWif() : "";
    const legacy = type === "K1" ? same("legacy", k.kit.toPublic().toLegacyString("EOS"), k.eosjs.getPublicKey().toLegacyString()) : "";
    keys.push([type, seed, wif, k.pvt, pub, legacy].join(","));
    for (let j = 1; j <= 3; j++) {
      const message = `message ${j} for ${seed}`;
      const digest = sha256(message);
      const sig = k.kit.signDigest(wharfkit.Checksum256.from(digest)).toString();
      same("sig", sig, k.eosjs.sign(digest, false).toString());
      same("recovered", pub, wharfkit.Signature.from(sig).recoverDigest(wharfkit.Checksum256.from(digest)).toString());
      signatures.push([type, seed, message, sig].join(","));
    }
  }
}
writeFileSync("keys.csv", keys.join("\n") + "\n");
writeFileSync("signatures.csv", signatures.join("\n") + "\n");

const agreements = ["type,seedA,seedB,shared"];
for (const type of ["K1", "R1"]) {
  for (let i = 1; i <= 6; i++) {
    const [a, b] = [`coopj ${type} ${i}`, `coopj ${type} ${i + 1}`];
    const there = key(type, a).kit.sharedSecret(key(type, b).kit.toPublic()).hexString;
    same("shared", there, key(type, b).kit.sharedSecret(key(type, a).kit.toPublic()).hexString);
    agreements.push([type, a, b, there].join(","));
  }
}
writeFileSync("agreements.csv", agreements.join("\n") + "\n");

const p256 = new elliptic.ec("p256");
const assertions = ["message,presence,site,sig,pub"];
const cases = [
  ["https://coop.example", "coop.example", 0x00, 0],
  ["https://coop.example", "coop.example", 0x01, 1],
  ["https://coop.example:8443", "coop.example", 0x05, 2],
  ["https://xn--80ak6aa92e.example", "xn--80ak6aa92e.example", 0x04, 2],
];
cases.forEach(([origin, site, flags, presence], i) => {
  const message = `assertion ${i + 1}`;
  const secret = sha256(`coopj WA ${i + 1}`);
  const authenticatorData = Buffer.concat([sha256(site), Buffer.from([flags, 0, 0, 0, i])]);
  const clientJson = Buffer.from(
    JSON.stringify({ type: "webauthn.get", challenge: sha256(message).toString("base64url"), origin, crossOrigin: false, more: [1, { a: "\u00e9\u{1F600}" }] })
  );
  const signed = sha256(Buffer.concat([authenticatorData, sha256(clientJson)]));
  const sig = p256.keyFromPrivate(secret).sign(signed, { canonical: true });
  const compact = Buffer.concat([
    Buffer.from([31 + sig.recoveryParam]), sig.r.toArrayLike(Buffer, "be", 32), sig.s.toArrayLike(Buffer, "be", 32),
  ]);
  const point = Buffer.from(p256.keyFromPrivate(secret).getPublic(true, "array"));
  const varuint = (n) => (n < 128 ? Buffer.from([n]) : Buffer.from([(n & 127) | 128, n >> 7]));
  const framed = (data) => Buffer.concat([varuint(data.length), data]);
  const read = (data, type) => wharfkit.Serializer.decode({ data, type }).toString();
  const sigText = read(Buffer.concat([Buffer.from([2]), compact, framed(authenticatorData), framed(clientJson)]), wharfkit.Signature);
  const pubText = read(Buffer.concat([Buffer.from([2]), point, Buffer.from([presence]), framed(Buffer.from(site))]), wharfkit.PublicKey);
  assertions.push([message, presence, site, sigText, pubText].join(","));
});
writeFileSync("assertions.csv", assertions.join("\n") + "\n");
