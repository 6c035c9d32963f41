// Makes the vectors of the testkit; see README.md beside this file.
import { createECDH, createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { deflateSync } from "node:zlib";
import kit from "@wharfkit/antelope";
import numeric from "eosjs/dist/eosjs-numeric.js";
import conversions from "eosjs/dist/eosjs-key-conversions.js";
import serialize from "eosjs/dist/eosjs-serialize.js";

const OUT = new URL("../../src/main/resources/vectors/", import.meta.url);
const WHARFKIT = "@wharfkit/antelope 1.2.0";
const EOSJS = "eosjs 22.1.0";
const NODE = "Node.js crypto and zlib";
const RULE = "written from the protocol's rule, no library does this";

const hex = (data) => Buffer.from(data).toString("hex");
const unhex = (text) => Uint8Array.from(Buffer.from(text, "hex"));
const hash = (algorithm, data) => createHash(algorithm).update(data).digest();
const sha256 = (...parts) => hash("sha256", Buffer.concat(parts.map((part) => Buffer.from(part))));
const same = (what, a, b) => {
  if (JSON.stringify(a) !== JSON.stringify(b)) {
    throw new Error(`${what}: the libraries differ, ${JSON.stringify(a)} and ${JSON.stringify(b)}`);
  }
  return a;
};
const buffer = () => new serialize.SerialBuffer({ textEncoder: new TextEncoder(), textDecoder: new TextDecoder() });
const pushed = (push) => {
  const out = buffer();
  push(out);
  return hex(out.asUint8Array());
};
const refuses = (attempt) => {
  try {
    attempt();
    return false;
  } catch {
    return true;
  }
};
const peers = (attempts) =>
  Object.fromEntries(Object.entries(attempts).map(([name, attempt]) => [name, refuses(attempt) ? "rejects" : "accepts"]));

mkdirSync(OUT, { recursive: true });
const suite = (name, description, oracle, cases, shared = {}) => {
  const numbered = cases.map((each, i) => ({ id: `${name}-${String(i + 1).padStart(4, "0")}`, ...each }));
  const file = { suite: name, description, oracle, count: numbered.length, ...shared, cases: numbered };
  writeFileSync(new URL(`${name}.json`, OUT), JSON.stringify(file, null, 1) + "\n");
};

// ---- names

const NAMES = [
  "", "a", "5", "coopj", "dacha", "sadovod", "sadovod12345", "vozrozhdenie", "energy.coop", "ivanov.coop", "ivanova11111",
  "x.y.z", "a..b", ".vvv", "my.shop.coop", "zzzzzzzzzzzz", "111111111111", "sadovodstvo1j", "petrova12345a", "............1",
];
const u64 = (text) => kit.Name.from(text).value.toString();
const nameHex = (text) => same(text, hex(kit.Serializer.encode({ object: kit.Name.from(text) }).array), pushed((out) => out.pushName(text)));
suite("names", "names as text, as 64-bit numbers and in order", [WHARFKIT, EOSJS, RULE], [
  ...NAMES.map((text) => ({ op: "name.fromString", in: text, u64: u64(text), hex: nameHex(text) })),
  ...["A", "Dacha", "0", "6", "9lives", "a b", "dacha ", "a_b", "a@b", "-", "дача", "a.", ".", "sadovod12345k", "aaaaaaaaaaaaaa", "dacha\n"].map(
    (text) => ({ op: "name.fromString", in: text, error: "the text is not what the name prints as" })
  ),
  ...NAMES.map((text) => ({ op: "name.toString", u64: u64(text), hex: nameHex(text), out: same(text, kit.Name.from(kit.UInt64.from(u64(text))).toString(), text) })),
  ...[["my.shop.coop", "my.shop", "coop"], ["ivanov.coop", "ivanov", "coop"], ["dacha", "dacha", "dacha"], ["a..b", "a.", "b"]]
    .filter(([, prefix]) => !prefix.endsWith("."))
    .map(([text, prefix, suffix]) => ({ op: "name.prefixSuffix", in: text, prefix, suffix })),
  {
    op: "name.sort", in: NAMES,
    out: [...NAMES].sort((a, b) => (BigInt(u64(a)) < BigInt(u64(b)) ? -1 : 1)),
  },
]);

// ---- symbols and assets

const symbol = (text) => kit.Asset.Symbol.from(text);
const symbolHex = (text) => {
  const [precision, name] = text.split(",");
  return same(text, hex(kit.Serializer.encode({ object: symbol(text) }).array), pushed((out) => out.pushSymbol({ name, precision: Number(precision) })));
};
const code = (text) => kit.Asset.SymbolCode.from(text);
suite("symbols", "symbols and symbol codes", [WHARFKIT, EOSJS, RULE], [
  ...["0,A", "2,RUB", "4,AXON", "8,KWH", "18,SHARES", "3,ABCDEFG"].map((text) => ({
    op: "symbol.fromString", in: text, u64: symbol(text).value.toString(), hex: symbolHex(text), precision: symbol(text).precision, code: symbol(text).name,
  })),
  ...["", ",", "4", "AXON", "4,", ",AXON", "4,axon", "4,AX0N", "4, AXON", "four,AXON", "-1,AXON", "19,AXON", "4,ABCDEFGH", "4,РУБ"].map((text) => ({
    op: "symbol.fromString", in: text, error: "no symbol", peers: peers({ wharfkit: () => symbol(text) }),
  })),
  ...["A", "RUB", "ABCDEFG"].map((text) => ({
    op: "symbolCode.fromString", in: text, u64: code(text).value.toString(),
    hex: same(text, hex(kit.Serializer.encode({ object: code(text) }).array), pushed((out) => out.pushSymbolCode(text))),
  })),
  ...["rub", "R2B", "ABCDEFGH", " RUB"].map((text) => ({ op: "symbolCode.fromString", in: text, error: "no symbol code" })),
  { op: "symbol.fromBinary", hex: symbolHex("2,RUB"), out: "2,RUB" },
  { op: "symbol.fromBinary", hex: "0272756200000000", error: "small letters" },
  { op: "symbol.fromBinary", hex: "1352554200000000", error: "precision above 18" },
  { op: "symbol.fromBinary", hex: "0252004200000000", error: "a zero inside the code" },
  { op: "symbol.fromBinary", hex: "02525542", error: "too few bytes" },
]);

const ASSETS = ["0.00 RUB", "0.01 RUB", "-0.01 RUB", "1234.56 RUB", "-1234.56 RUB", "1 A", "100.0000 AXON", "0.000000000000000001 SHARES", "4611686018427387903 A", "-4611686018427387903 A"];
const assetHex = (text) => same(text, hex(kit.Serializer.encode({ object: kit.Asset.from(text) }).array), pushed((out) => out.pushAsset(text)));
const amount = (text) => kit.Asset.from(text).units.toString();
suite("assets", "assets as text and in binary form", [WHARFKIT, EOSJS, RULE], [
  ...ASSETS.map((text) => ({
    op: "asset.fromString", in: text, amount: amount(text), precision: kit.Asset.from(text).symbol.precision, code: kit.Asset.from(text).symbol.name,
    hex: assetHex(text), out: text,
  })),
  ...["", "1", "RUB", "1.00RUB", "1,00 RUB", "1. RUB", ".1 RUB", "1.00 rub", "one RUB", "4611686018427387904 A", "-4611686018427387904 A", "1.0000000000000000000 A", "--1 A", "1e2 A"].map(
    (text) => ({ op: "asset.fromString", in: text, error: "no asset", peers: peers({ wharfkit: () => kit.Asset.from(text), eosjs: () => buffer().pushAsset(text) }) })
  ),
  ...ASSETS.map((text) => ({ op: "asset.toString", hex: assetHex(text), amount: amount(text), out: text })),
  { op: "asset.toString", hex: "00000000000000400041000000000000", error: "amount of 2^62" },
  ...[["12.50 RUB", "kassa.coop"], ["0 A", "a"]].map(([quantity, contract]) => ({
    op: "extendedAsset.encode", in: { quantity, contract }, hex: assetHex(quantity) + nameHex(contract),
  })),
]);

// ---- time

const TIMES = ["1970-01-01T00:00:00.000", "2000-01-01T00:00:00.000", "2024-02-29T23:59:59.999", "2026-05-01T12:00:00.500", "2038-01-19T03:14:08.001"];
suite("time", "time points, seconds and block slots", [WHARFKIT, EOSJS, RULE], [
  ...TIMES.map((text) => ({
    op: "timePoint.fromString", in: text, micros: same(text, kit.TimePoint.from(text).value.toString(), String(serialize.dateToTimePoint(text))),
    hex: hex(kit.Serializer.encode({ object: kit.TimePoint.from(text) }).array), out: text,
  })),
  ...["", "now", "2026-05-01", "12:00:00", "2026-13-01T00:00:00", "2026-02-29T00:00:00", "2026-05-01T25:00:00"].map((text) => ({
    op: "timePoint.fromString", in: text, error: "no time",
  })),
  ...["1970-01-01T00:00:00", "2026-05-01T12:00:00", "2106-02-07T06:28:15"].map((text) => ({
    op: "timePointSec.fromString", in: text, seconds: same(text, kit.TimePointSec.from(text).value.toNumber(), serialize.dateToTimePointSec(text)),
    hex: hex(kit.Serializer.encode({ object: kit.TimePointSec.from(text) }).array), out: text,
  })),
  { op: "timePointSec.fromString", in: "2106-02-07T06:28:16", error: "beyond 32 bits" },
  ...[0, 1, 1660000000, 4294967295].map((slot) => {
    const text = serialize.blockTimestampToDate(slot);
    return {
      op: "blockTimestamp.toString", slot, hex: hex(kit.Serializer.encode({ object: kit.BlockTimestamp.from(kit.UInt32.from(slot)) }).array),
      out: same(slot, text, kit.BlockTimestamp.from(kit.UInt32.from(slot)).toString()),
    };
  }),
  // slots truncate; the libraries round, so times of the first half only are asked of them
  ...["2026-05-01T12:00:00.000", "2026-05-01T12:00:00.249", "2026-05-01T12:00:00.500"].map((text) => ({
    op: "blockTimestamp.fromTimePoint", in: text, slot: same(text, kit.BlockTimestamp.from(text).value.toNumber(), serialize.dateToBlockTimestamp(text)),
  })),
  { op: "blockTimestamp.fromTimePoint", in: "2000-01-01T00:00:00.999", slot: 1 },
]);

// ---- keys and signatures

const varuint = (n) => unhex(pushed((out) => out.pushVaruint32(n)));
const framed = (data) => Buffer.concat([varuint(data.length), data]);

const key = (type, seed) => {
  const secret = sha256(`testkit ${type} ${seed}`);
  const own = new kit.PrivateKey(type, kit.Bytes.from(secret));
  const pvt = numeric.privateKeyToString({ type: type === "K1" ? numeric.KeyType.k1 : numeric.KeyType.r1, data: secret });
  return { type, secret, kit: own, eosjs: conversions.PrivateKey.fromString(pvt), pvt, pub: same("pub", own.toPublic().toString(), conversions.PrivateKey.fromString(pvt).getPublicKey().toString()) };
};
const pubBinary = (pub) => pushed((out) => out.pushPublicKey(pub));
const KEYS = ["K1", "R1"].flatMap((type) => [1, 2, 3, 4].map((i) => key(type, i)));
// a key of WebAuthn: the point of P-256, how the user is seen, the site
const waKey = (presence, site) => {
  const data = Buffer.concat([KEYS[4].kit.toPublic().data.array, Buffer.from([presence]), framed(Buffer.from(site))]);
  return same("pub", new kit.PublicKey("WA", kit.Bytes.from(data)).toString(), numeric.publicKeyToString({ type: numeric.KeyType.wa, data }));
};
const WA_KEYS = [[0, "coop.example"], [1, "a"], [2, "кооператив.example"], [1, "x".repeat(300)]].map(([presence, site]) => waKey(presence, site));
suite("keys", "private and public keys in every form; secrets are SHA-256 of texts", [WHARFKIT, EOSJS], [
  ...KEYS.map((k) => ({
    op: "privateKey.derive", type: k.type, secret: hex(k.secret), pvt: same("pvt", k.kit.toString(), k.pvt),
    ...(k.type === "K1" ? { wif: same("wif", k.kit.toWif(), k.eosjs.toLegacyString()), pubLegacy: k.eosjs.getPublicKey().toLegacyString() } : {}),
    pub: k.pub, pubBytes: hex(k.kit.toPublic().data.array), pubAbi: pubBinary(k.pub),
  })),
  ...KEYS.map((k) => ({
    op: "publicKey.parse", in: k.pub, hex: pubBinary(k.pub), out: k.pub, type: k.type, ...(k.type === "K1" ? { legacy: k.kit.toPublic().toLegacyString("EOS") } : {}),
  })),
  { op: "publicKey.parse", in: KEYS[0].kit.toPublic().toLegacyString("EOS"), hex: pubBinary(KEYS[0].pub), out: KEYS[0].pub, type: "K1", legacy: KEYS[0].kit.toPublic().toLegacyString("EOS") },
  ...["", "EOS", "PUB_K1_", KEYS[0].pub.slice(0, -1), KEYS[0].pub + "1", KEYS[0].pub.replace("K1", "R1"), KEYS[0].pub.slice(0, -1) + "1", KEYS[4].pub.replace("PUB_R1_", "EOS"), "PUB_K1_0OIl"].map((text) => ({
    op: "publicKey.parse", in: text, error: "no key", peers: peers({ wharfkit: () => kit.PublicKey.from(text), eosjs: () => numeric.stringToPublicKey(text) }),
  })),
  { op: "privateKey.derive", type: "K1", secret: "00".repeat(32), error: "zero is no secret" },
  { op: "privateKey.derive", type: "K1", secret: "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", error: "the order of the curve is no secret" },
  ...WA_KEYS.map((pub) => ({ op: "publicKey.parse", in: pub, hex: pubBinary(pub), out: pub, type: "WA" })),
  ...[waKey(1, ""), WA_KEYS[0].slice(0, -1) + (WA_KEYS[0].endsWith("a") ? "b" : "a"), WA_KEYS[0].replace("PUB_WA_", "PUB_R1_")].map((text) => ({
    op: "publicKey.parse", in: text, error: "no key", peers: peers({ wharfkit: () => kit.PublicKey.from(text), eosjs: () => numeric.stringToPublicKey(text) }),
  })),
]);

const sigBinary = (sig) => pushed((out) => out.pushSignature(sig));
const sign = (k, digest) => {
  const sig = k.kit.signDigest(kit.Checksum256.from(digest)).toString();
  same("sig", sig, k.eosjs.sign(digest, false).toString());
  same("recovered", k.pub, kit.Signature.from(sig).recoverDigest(kit.Checksum256.from(digest)).toString());
  return sig;
};
const SIGNED = KEYS.map((k, i) => ({ k, digest: sha256(`signed by key ${i}`) })).map((each) => ({ ...each, sig: sign(each.k, each.digest) }));
// a signature of WebAuthn: the numbers, the authenticator's data, the client's JSON
const waSignature = (authenticator, json) => {
  const numbers = kit.Signature.from(SIGNED[4].sig).data.array;
  const data = Buffer.concat([numbers, framed(authenticator), framed(Buffer.from(json))]);
  return same("sig", new kit.Signature("WA", kit.Bytes.from(data)).toString(), numeric.signatureToString({ type: numeric.KeyType.wa, data }));
};
const WA_SIGNATURES = [[37, "{}"], [0, ""], [200, `{"type":"webauthn.get","origin":"https://coop.example"}`]].map(([size, json]) => waSignature(Buffer.alloc(size, 7), json));
// the other form of a signature, which anybody can make: s less the order of the curve, and the other recovery id
const ORDER = { K1: 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n, R1: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n };
const rewritten = ({ k, sig }) => {
  const numbers = Buffer.from(kit.Signature.from(sig).data.array);
  const s = ORDER[k.type] - BigInt("0x" + hex(numbers.subarray(33)));
  const data = Buffer.concat([Buffer.from([((numbers[0] - 27) ^ 1) + 27]), numbers.subarray(1, 33), unhex(s.toString(16).padStart(64, "0"))]);
  return new kit.Signature(k.type, kit.Bytes.from(data)).toString();
};
suite("signatures", "signing of digests, recovery, verification, texts and binary forms", [WHARFKIT, EOSJS, RULE], [
  ...SIGNED.map(({ k, digest, sig }) => ({
    op: "signature.sign", type: k.type, secret: hex(k.secret), digest: hex(digest), sig, sigAbi: sigBinary(sig), pub: k.pub, deterministic: true,
  })),
  ...SIGNED.map(({ k, digest, sig }) => ({ op: "signature.recover", sig, digest: hex(digest), pub: k.pub })),
  ...SIGNED.map(({ k, digest, sig }) => ({ op: "signature.verify", sig, digest: hex(digest), pub: k.pub, valid: true })),
  ...SIGNED.map(({ k, digest, sig }) => ({ op: "signature.verify", sig, digest: hex(sha256(digest)), pub: k.pub, valid: false })),
  ...SIGNED.map(({ sig }) => ({ op: "signature.parse", in: sig, hex: sigBinary(sig), out: sig })),
  ...["", "SIG_K1_", SIGNED[0].sig.slice(0, -1), SIGNED[0].sig.replace("K1", "R1"), SIGNED[0].sig.slice(0, -1) + "1"].map((text) => ({
    op: "signature.parse", in: text, error: "no signature", peers: peers({ wharfkit: () => kit.Signature.from(text), eosjs: () => numeric.stringToSignature(text) }),
  })),
  ...WA_SIGNATURES.map((sig) => ({ op: "signature.parse", in: sig, hex: sigBinary(sig), out: sig })),
  ...[SIGNED[0], SIGNED[4]].map((each) => ({ op: "signature.verify", sig: rewritten(each), digest: hex(each.digest), pub: each.k.pub, valid: false })),
  { op: "signature.recover", sig: rewritten(SIGNED[4]), digest: hex(SIGNED[4].digest), error: "high s of R1" },
]);

const HASHED = ["", "взнос", "a".repeat(200)].map((text) => Buffer.from(text));
suite("hashes", "hashes, Base58 without checksum, shared secrets", [NODE, WHARFKIT, EOSJS], [
  ...HASHED.map((data) => ({
    op: "hash", inHex: hex(data),
    ...Object.fromEntries(["sha1", "sha256", "sha512", "ripemd160"].map((algorithm) => [algorithm, hex(hash(algorithm, data))])),
  })),
  ...["01", "0001", "3a", "00000000ff", hex(Buffer.from("kooperativ")), "ff".repeat(40)].map((data) => ({
    op: "base58", hex: data, text: same(data, kit.Base58.encode(unhex(data)), numeric.binaryToBase58(unhex(data))),
  })),
  { op: "base58", hex: "", text: "0", error: "a character that is not Base58" },
  ...[[0, 1], [1, 2], [4, 5]].map(([a, b]) => {
    const there = KEYS[a].kit.sharedSecret(KEYS[b].kit.toPublic()).hexString;
    same("shared secret", there, KEYS[b].kit.sharedSecret(KEYS[a].kit.toPublic()).hexString);
    const ecdh = createECDH(KEYS[a].type === "K1" ? "secp256k1" : "prime256v1");
    ecdh.setPrivateKey(KEYS[a].secret);
    same("shared secret of Node.js", there, hex(hash("sha512", ecdh.computeSecret(KEYS[b].kit.toPublic().data.array))));
    return { op: "ecdh.sharedSecret", type: KEYS[a].type, secretA: hex(KEYS[a].secret), pubB: KEYS[b].pub, out: there };
  }),
]);

// ---- ABI: eosjs decodes to the JSON that abieos prints

const eosTypes = (abi) => serialize.getTypesFromAbi(serialize.createInitialTypes(), abi);
const eosEncode = (types, type, json) => pushed((out) => serialize.getType(types, type).serialize(out, json));
const eosDecode = (types, type, data) => {
  const from = buffer();
  from.pushArray(unhex(data));
  const value = serialize.getType(types, type).deserialize(from);
  if (from.haveReadData()) throw new Error(`${type}: bytes left`);
  return value;
};
const kitEncode = (abi, type, json) => hex(kit.Serializer.encode({ object: json, type, abi }).array);
const EMPTY_ABI = { version: "eosio::abi/1.1", types: [], structs: [], actions: [], tables: [], ricardian_clauses: [], error_messages: [], abi_extensions: [], variants: [] };
const abiCase = (op, abi, type, json) => {
  const types = eosTypes(abi);
  const data = same(`${type} ${JSON.stringify(json)}`, eosEncode(types, type, json), kitEncode(abi, type, json));
  return { op, type, json, hex: data, decoded: eosDecode(types, type, data) };
};
const BUILT_IN = [
  ["bool", true], ["bool", false], ["int8", -128], ["int8", 127], ["uint8", 255], ["int16", -32768], ["uint16", 65535], ["int32", -2147483648], ["uint32", 4294967295],
  ["int64", "-9223372036854775808"], ["int64", 7], ["uint64", "18446744073709551615"], ["int128", "-170141183460469231731687303715884105728"],
  ["uint128", "340282366920938463463374607431768211455"], ["varint32", -65], ["varint32", 2147483647], ["varuint32", 0], ["varuint32", 128], ["varuint32", 4294967295],
  ["float32", 0.75], ["float64", -1234.5], ["float64", 1e300], ["time_point", "2026-05-01T12:00:00.500"], ["time_point_sec", "2026-05-01T12:00:00.000"],
  ["block_timestamp_type", "2026-05-01T12:00:00.500"], ["name", "sadovod12345"], ["bytes", "00FF10"], ["bytes", ""], ["string", "Пай — 100 ₽"], ["string", ""], ["string", "я".repeat(70)],
  ["checksum160", hash("ripemd160", "a").toString("hex").toUpperCase()], ["checksum256", hex(sha256("a")).toUpperCase()], ["checksum512", hash("sha512", "a").toString("hex").toUpperCase()],
  ["public_key", KEYS[0].pub], ["public_key", KEYS[4].pub], ["signature", SIGNED[0].sig], ["signature", SIGNED[4].sig], ["symbol", "4,AXON"], ["symbol_code", "RUB"], ["asset", "-12.50 RUB"],
  ["extended_asset", { quantity: "1.0000 AXON", contract: "kassa.coop" }], ["uint16[]", []], ["uint16[]", [1, 256, 65535]], ["string[]", ["а", "", "b"]], ["name?", "dacha"], ["name?", null],
];
suite("abi_builtin", "JSON to binary and back, built-in types", [WHARFKIT, EOSJS], [...BUILT_IN, ["public_key", WA_KEYS[0]], ["signature", WA_SIGNATURES[0]], ["public_key[]", [WA_KEYS[1], KEYS[0].pub]]].map(([type, json]) => abiCase("abi.builtin", EMPTY_ABI, type, json)));

const CUSTOM = {
  ...EMPTY_ABI,
  types: [{ new_type_name: "member", type: "name" }, { new_type_name: "members", type: "member[]" }],
  structs: [
    { name: "person", base: "", fields: [{ name: "account", type: "member" }, { name: "joined", type: "time_point_sec" }] },
    { name: "chairman", base: "person", fields: [{ name: "until", type: "time_point_sec?" }] },
    { name: "meeting", base: "", fields: [{ name: "id", type: "uint64" }, { name: "chair", type: "chairman" }, { name: "present", type: "members" }, { name: "votes", type: "vote[]" }] },
    { name: "later", base: "", fields: [{ name: "a", type: "uint8" }, { name: "b", type: "uint16$" }, { name: "c", type: "string$" }] },
    { name: "unit", base: "", fields: [{ name: "name", type: "string" }, { name: "parts", type: "unit[]" }] },
    { name: "nothing", base: "", fields: [] },
  ],
  variants: [{ name: "vote", types: ["bool", "string", "person"] }],
};
const MEETING = {
  id: "42", chair: { account: "ivanov.coop", joined: "2026-01-01T00:00:00.000", until: null }, present: ["ivanov.coop", "petrova12345a"],
  votes: [["bool", true], ["string", "против"], ["person", { account: "dacha", joined: "2026-02-01T00:00:00.000" }]],
};
const CUSTOM_CASES = [
  ["person", { account: "dacha", joined: "2026-01-01T00:00:00.000" }],
  ["chairman", { account: "dacha", joined: "2026-01-01T00:00:00.000", until: "2031-01-01T00:00:00.000" }],
  ["meeting", MEETING], ["later", { a: 1, b: 2, c: "три" }], ["unit", { name: "a", parts: [{ name: "b", parts: [] }, { name: "c", parts: [{ name: "d", parts: [] }] }] }],
  ["nothing", {}], ["vote", ["bool", false]], ["vote", ["string", ""]], ["members", ["a", "b"]], ["person[]", []], ["vote?", null],
];
const meetingHex = kitEncode(CUSTOM, "meeting", MEETING);
suite("abi_custom", "structs with bases, aliases, arrays, optionals, variants, extensions, recursion", [WHARFKIT, EOSJS], [
  ...CUSTOM_CASES.map(([type, json]) => abiCase("abi.custom", CUSTOM, type, json)),
  { op: "abi.custom", type: "later", json: { a: 1 }, hex: eosEncode(eosTypes(CUSTOM), "later", { a: 1 }), decoded: { a: 1 } },
  { op: "abi.custom", type: "later", json: { a: 1, b: 2 }, hex: eosEncode(eosTypes(CUSTOM), "later", { a: 1, b: 2 }), decoded: { a: 1, b: 2 } },
  ...[["person", {}], ["person", { account: "dacha" }], ["person", null], ["person", "dacha"], ["members", "dacha"], ["vote", null], ["vote", ["uint8", 1]], ["vote", [true]], ["unheard", 1]].map(([type, json]) => ({
    op: "abi.custom", type, json, error: "the JSON does not fit the type",
  })),
  { op: "abi.customDecode", type: "meeting", hex: meetingHex, decoded: eosDecode(eosTypes(CUSTOM), "meeting", meetingHex) },
  { op: "abi.customDecode", type: "meeting", hex: meetingHex.slice(0, -2), error: "a byte is missing" },
  { op: "abi.customDecode", type: "meeting", hex: meetingHex + "00", error: "a byte too many" },
  { op: "abi.customDecode", type: "vote", hex: "03", error: "a tag the variant does not have" },
  { op: "abi.customDecode", type: "members", hex: "ffffffff0f", error: "more elements than bytes" },
], { abi: CUSTOM, abiRawHex: hex(kit.Serializer.encode({ object: kit.ABI.from(CUSTOM), type: kit.ABI }).array) });

suite("abi_named", "as abi_custom, with more than one ABI, and private keys as abieos writes them", [WHARFKIT, EOSJS], [
  { ...abiCase("abi.abieos", EMPTY_ABI, "asset", "1.00 RUB") },
  { ...abiCase("abi.abieos", CUSTOM, "meeting", MEETING), abiName: "cooperative" },
  { ...abiCase("abi.abieos", { ...EMPTY_ABI, types: [{ new_type_name: "vote", type: "uint8" }] }, "vote", 3), abiName: "house" },
  ...[KEYS[0], KEYS[4]].map((k) => ({
    op: "abi.abieos", type: "private_key", json: k.pvt, hex: (k.type === "K1" ? "00" : "01") + hex(numeric.stringToPrivateKey(k.pvt).data), decoded: k.pvt,
  })),
], { abis: { cooperative: CUSTOM, house: { version: "eosio::abi/1.1", types: [{ new_type_name: "vote", type: "uint8" }] } } });

const ENCODE_ERRORS = [
  ["uint8", 256], ["uint8", -1], ["int8", 128], ["uint64", "18446744073709551616"], ["int64", "9223372036854775808"], ["int128", "170141183460469231731687303715884105728"], ["uint16", "x"],
  ["name", "Dacha"], ["asset", "1.00"], ["symbol", "RUB"], ["bytes", "0"], ["bytes", "zz"], ["checksum256", "00"], ["public_key", "PUB_K1_1"], ["signature", ""], ["time_point", "tomorrow"],
  ["uint8[]", 1], ["string", 1], ["name", null], ["bool", "yes"], ["float64", "many"], ["no_such_type", 1],
];
const DECODE_ERRORS = [["uint16", "00"], ["uint64", "00000000000000"], ["name", ""], ["string", "05616263"], ["bytes", "80"], ["asset", "00000000000000000272756200000000"], ["public_key", "03"], ["varuint32", "ffffffffff"], ["bool", "0000"], ["uint8[]", "03ffff"], ["uint8?", "01"], ["no_such_type", "00"]];
suite("abi_errors", "JSON and bytes that no ABI type takes", [RULE, `${WHARFKIT} and ${EOSJS} are said to reject or accept`], [
  ...ENCODE_ERRORS.map(([type, json]) => ({
    op: "abi.encode", type, json, error: "the JSON does not fit the type",
    peers: peers({ wharfkit: () => kitEncode(EMPTY_ABI, type, json), eosjs: () => eosEncode(eosTypes(EMPTY_ABI), type, json) }),
  })),
  ...DECODE_ERRORS.map(([type, data]) => ({
    op: "abi.decode", type, hex: data, error: "the bytes do not fit the type",
    peers: peers({ wharfkit: () => kit.Serializer.decode({ data, type, abi: EMPTY_ABI }), eosjs: () => eosDecode(eosTypes(EMPTY_ABI), type, data) }),
  })),
  { op: "abi.encode", type: "uint8", json: 255, hex: "ff" },
  { op: "abi.decode", type: "uint8", hex: "ff", decoded: 255 },
]);

const KASSA = {
  ...EMPTY_ABI, version: "eosio::abi/1.2",
  structs: [
    { name: "contribute", base: "", fields: [{ name: "member", type: "name" }, { name: "amount", type: "asset" }, { name: "purpose", type: "string" }] },
    { name: "setfunds", base: "", fields: [{ name: "shares", type: "share[]" }] },
    { name: "share", base: "", fields: [{ name: "fund", type: "name" }, { name: "basis_points", type: "uint16" }] },
    { name: "account", base: "", fields: [{ name: "balance", type: "asset" }] },
  ],
  actions: [{ name: "contribute", type: "contribute", ricardian_contract: "Взнос принимается." }, { name: "setfunds", type: "setfunds", ricardian_contract: "" }],
  tables: [{ name: "accounts", type: "account", index_type: "i64", key_names: [], key_types: [] }],
  ricardian_clauses: [{ id: "law", body: "Закон" }], error_messages: [], variants: [], action_results: [{ name: "contribute", result_type: "uint64" }],
};
suite("abi_raw", "ABIs in binary form", [WHARFKIT, NODE], [["kassa", KASSA], ["meetings", CUSTOM]].map(([name, abi]) => {
  const raw = kit.Serializer.encode({ object: kit.ABI.from(abi), type: kit.ABI }).array;
  return { op: "abi.raw", name, abi, rawHex: hex(raw), sha256: hex(sha256(raw)) };
}));
suite("actions", "arguments of actions; the ABI is the case of abi_raw with the contract's name", [WHARFKIT, EOSJS], [
  ["contribute", { member: "dacha", amount: "100.00 RUB", purpose: "паевой взнос" }], ["contribute", { member: "ivanov.coop", amount: "0.01 RUB", purpose: "" }],
  ["setfunds", { shares: [{ fund: "reserve", basis_points: 1500 }, { fund: "indivisible", basis_points: 8500 }] }],
].map(([action, json]) => {
  const { op, type, ...rest } = abiCase("action.encode", KASSA, action, json);
  return { op, contract: "kassa", action, type, ...rest };
}));

// ---- authorities

const AUTHORITY_ABI = {
  ...EMPTY_ABI,
  structs: [
    { name: "level", base: "", fields: [{ name: "actor", type: "name" }, { name: "permission", type: "name" }] },
    { name: "key_weight", base: "", fields: [{ name: "key", type: "public_key" }, { name: "weight", type: "uint16" }] },
    { name: "level_weight", base: "", fields: [{ name: "permission", type: "level" }, { name: "weight", type: "uint16" }] },
    { name: "wait_weight", base: "", fields: [{ name: "wait_sec", type: "uint32" }, { name: "weight", type: "uint16" }] },
    { name: "authority_", base: "", fields: [{ name: "threshold", type: "uint32" }, { name: "keys", type: "key_weight[]" }, { name: "accounts", type: "level_weight[]" }, { name: "waits", type: "wait_weight[]" }] },
  ],
};
const PUBS = KEYS.slice(0, 4).map((k) => k.pub).sort((a, b) => (pubBinary(a) < pubBinary(b) ? -1 : 1));
const at = (actor, permission = "active") => ({ actor, permission });
const authority = (threshold, { keys = [], accounts = [], waits = [] } = {}) => ({
  threshold, keys: keys.map(([k, weight = 1]) => ({ key: PUBS[k], weight })),
  accounts: accounts.map(([permission, weight = 1]) => ({ permission, weight })), waits: waits.map(([wait_sec, weight = 1]) => ({ wait_sec, weight })),
});
suite("authority_codec", "authorities and permission levels in binary form", [WHARFKIT, EOSJS], [
  ...[authority(1, { keys: [[0]] }), authority(4294967295, { keys: [[0, 65535], [1]], accounts: [[at("dacha")], [at("sadovod", "owner"), 3]], waits: [[3600, 2]] }), authority(0)].map((json) => ({
    op: "authority.encode", json, hex: same("authority", eosEncode(eosTypes(AUTHORITY_ABI), "authority_", json), hex(kit.Serializer.encode({ object: kit.Authority.from(json) }).array)),
  })),
  ...[at("dacha"), at("", ""), at("ivanov.coop", "council")].map((json) => ({
    op: "permissionLevel.encode", json, text: `${json.actor}@${json.permission}`, hex: eosEncode(eosTypes(AUTHORITY_ABI), "level", json),
  })),
]);
const check = (note, json, given, satisfied, used, extra = {}) => ({
  op: "authority.check", note, authority: json, permissions: {}, providedKeys: given.map((k) => PUBS[k]), maxDepth: 6, satisfied,
  usedKeys: used.map((k) => PUBS[k]), unusedKeys: given.filter((k) => !used.includes(k)).map((k) => PUBS[k]), ...extra,
});
const council = { "council@active": authority(2, { keys: [[1], [2], [3]] }) };
const validate = (json, valid, why) => ({ op: "authority.validate", authority: json, valid, why });
suite("authority_check", "which keys satisfy an authority, and which authorities are valid", [RULE], [
  check("one key", authority(1, { keys: [[0]] }), [0], true, [0]),
  check("the other key", authority(1, { keys: [[0]] }), [1], false, []),
  check("threshold below the sum", authority(2, { keys: [[0], [1], [2]] }), [0, 1, 2], true, [0, 1]),
  check("heavier factors first", authority(2, { keys: [[0], [1], [2, 2]] }), [0, 1, 2], true, [2]),
  check("not enough gives all keys back", authority(3, { keys: [[0], [1], [2]] }), [0, 1], false, []),
  check("permission of another account", authority(1, { accounts: [[at("council")]] }), [1, 3], true, [1, 3], { permissions: council }),
  check("its threshold missed", authority(1, { accounts: [[at("council")]] }), [1], false, [], { permissions: council }),
  check("keys before accounts of one weight", authority(1, { keys: [[0]], accounts: [[at("council")]] }), [0, 1, 2], true, [0], { permissions: council }),
  check("a permission that is not there", authority(1, { accounts: [[at("nobody")]] }), [0], false, []),
  check("depth reached", authority(1, { accounts: [[at("council")]] }), [1, 2], true, [1, 2], { permissions: council, maxDepth: 1 }),
  check("depth passed", authority(1, { accounts: [[at("council")]] }), [1, 2], false, [], { permissions: council, maxDepth: 0 }),
  check("a circle ends", authority(1, { accounts: [[at("a")]] }), [0], false, [], { permissions: { "a@active": authority(1, { accounts: [[at("b")]] }), "b@active": authority(1, { accounts: [[at("a")]] }) } }),
  check("wait too short", authority(1, { waits: [[60]] }), [], false, [], { providedDelaySec: 59 }),
  check("wait long enough", authority(1, { waits: [[60]] }), [], true, [], { providedDelaySec: 60 }),
  check("permission already proven", authority(1, { accounts: [[at("council")]] }), [], true, [], { providedPermissions: ["council@active"] }),
  validate(authority(1, { keys: [[0]] }), true, "one key"),
  validate(authority(0), false, "threshold zero"),
  validate(authority(2, { keys: [[0]] }), false, "threshold out of reach"),
  validate(authority(2, { keys: [[0], [1]] }), true, "keys ascending"),
  validate(authority(2, { keys: [[1], [0]] }), false, "keys descending"),
  validate(authority(2, { keys: [[0], [0]] }), false, "a key twice"),
  validate(authority(2, { accounts: [[at("a")], [at("b")]] }), true, "accounts ascending"),
  validate(authority(2, { accounts: [[at("b")], [at("a")]] }), false, "accounts descending"),
  validate(authority(2, { accounts: [[at("a", "x")], [at("a", "x")]] }), false, "an account twice"),
  validate(authority(2, { keys: [[0]], waits: [[3888000]] }), true, "45 days"),
  validate(authority(2, { keys: [[0]], waits: [[3888001]] }), false, "above 45 days"),
  validate(authority(2, { keys: [[0]], waits: [[0]] }), false, "no wait"),
]);

// ---- transactions

const field = (name, type) => ({ name, type });
const TX_TYPES = eosTypes({
  ...EMPTY_ABI,
  structs: [
    { name: "level", base: "", fields: [field("actor", "name"), field("permission", "name")] },
    { name: "action", base: "", fields: [field("account", "name"), field("name", "name"), field("authorization", "level[]"), field("data", "bytes")] },
    { name: "extension", base: "", fields: [field("type", "uint16"), field("data", "bytes")] },
    {
      name: "transaction", base: "", fields: [
        field("expiration", "time_point_sec"), field("ref_block_num", "uint16"), field("ref_block_prefix", "uint32"), field("max_net_usage_words", "varuint32"),
        field("max_cpu_usage_ms", "uint8"), field("delay_sec", "varuint32"), field("context_free_actions", "action[]"), field("actions", "action[]"),
        field("transaction_extensions", "extension[]"),
      ],
    },
  ],
});
const CHAIN = hex(sha256("a chain of the testkit"));
const contribute = (member, rub) => ({
  account: "kassa", name: "contribute", authorization: [at(member)], data: kitEncode(KASSA, "contribute", { member, amount: `${rub} RUB`, purpose: "взнос" }),
});
const transaction = (json) => ({
  expiration: "2026-05-01T12:00:30", ref_block_num: 4660, ref_block_prefix: 3735928559, max_net_usage_words: 0, max_cpu_usage_ms: 0, delay_sec: 0,
  context_free_actions: [], actions: [], transaction_extensions: [], ...json,
});
const packTransaction = (json) => {
  return same("transaction", eosEncode(TX_TYPES, "transaction", json), hex(kit.Serializer.encode({ object: kit.Transaction.from(json) }).array));
};
const packFree = (free) => (free.length === 0 ? "" : hex(Buffer.concat([varuint(free.length), ...free.map((each) => framed(unhex(each)))])));
const packedBinary = (signatures, compression, free, packed) =>
  hex(Buffer.concat([varuint(signatures.length), ...signatures.map((sig) => unhex(sigBinary(sig))), Buffer.from([compression]), framed(unhex(free)), framed(unhex(packed))]));
const digestOf = (packed, free) => {
  const freeHash = free.length === 0 ? Buffer.alloc(32) : sha256(unhex(packFree(free)));
  return sha256(unhex(CHAIN), unhex(packed), freeHash);
};
const TRANSACTIONS = [
  { json: transaction({}), signers: [] },
  { json: transaction({ actions: [contribute("dacha", "100.00")] }), signers: [KEYS[0]] },
  { json: transaction({ actions: [contribute("dacha", "1.00"), contribute("sadovod", "2.00")], max_net_usage_words: 300, max_cpu_usage_ms: 255 }), signers: [KEYS[0], KEYS[5]] },
  { json: transaction({ actions: [{ account: "kassa", name: "nothing", authorization: [], data: "" }], delay_sec: 4294967295, max_net_usage_words: 4294967295 }), signers: [KEYS[1]] },
  { json: transaction({ actions: [contribute("dacha", "1.00")], transaction_extensions: [{ type: 7, data: "c0ffee" }] }), signers: [KEYS[2]] },
  { json: transaction({ context_free_actions: [{ account: "eosio.null", name: "nonce", authorization: [], data: "01" }], actions: [contribute("dacha", "3.00")] }), free: ["", "00ff", "ab".repeat(130)], signers: [KEYS[3]] },
].map(({ json, signers, free = [] }) => {
  const packed = packTransaction(json);
  const digest = digestOf(packed, free);
  if (free.length === 0) same("signing digest", hex(digest), kit.Transaction.from(json).signingDigest(kit.Checksum256.from(CHAIN)).hexString);
  return { json, packed, free, digest, signatures: signers.map((k) => ({ secret: hex(k.secret), type: k.type, pub: k.pub, sig: sign(k, digest) })) };
});
suite("transactions", "transactions packed, hashed, signed and compressed", [WHARFKIT, EOSJS, NODE], TRANSACTIONS.map(({ json, packed, free, digest, signatures }) => {
  const texts = signatures.map(({ sig }) => sig);
  return {
    op: "transaction.pack", json, chainId: CHAIN, packedTrx: packed, trxId: same("id", hex(sha256(unhex(packed))), kit.Transaction.from(json).id.hexString),
    contextFreeData: free, packedContextFreeData: packFree(free), signingDigest: hex(digest), signatures, zlibPackedTrx: hex(deflateSync(unhex(packed), { level: 9 })),
    httpBody: { signatures: texts, compression: 0, packed_context_free_data: packFree(free), packed_trx: packed },
    packedTransactionBin: packedBinary(texts, 0, packFree(free), packed),
  };
}));

// ---- blocks: the rules of digests are few, so they are written out here

const u8 = (n) => Buffer.from([n]);
const u32 = (n) => unhex(pushed((out) => out.pushUint32(n)));
const inBlock = ({ packed, free, signatures }, compression) => {
  const texts = signatures.map(({ sig }) => sig);
  const squeeze = (data) => (compression === 1 && data !== "" ? hex(deflateSync(unhex(data), { level: 9 })) : data);
  const trx = squeeze(packed);
  const freeData = squeeze(packFree(free));
  const prunable = Buffer.concat([varuint(texts.length), ...texts.map((sig) => unhex(sigBinary(sig))), framed(unhex(freeData))]);
  const packedDigest = sha256(u8(compression), framed(unhex(trx)), sha256(prunable));
  return { texts, trx, freeData, packedDigest, binary: unhex(packedBinary(texts, compression, freeData, trx)) };
};
const receiptOf = (inside, cpu, net) => ({
  digest: sha256(u8(0), u32(cpu), varuint(net), inside.packedDigest), binary: Buffer.concat([u8(0), u32(cpu), varuint(net), u8(1), inside.binary]),
});
const REAL = TRANSACTIONS.slice(1).flatMap((t) => [0, 1].map((compression) => ({ t, compression })));
suite("block_transactions", "transactions as they stand in a block", [WHARFKIT, EOSJS, NODE], REAL.map(({ t, compression }, i) => {
  const inside = inBlock(t, compression);
  return {
    op: "transaction.real", chainId: CHAIN, packedTransaction: { signatures: inside.texts, compression, packed_context_free_data: inside.freeData, packed_trx: inside.trx },
    trxId: hex(sha256(unhex(t.packed))), transaction: t.json, packedDigest: hex(inside.packedDigest), receipt: { status: 0, cpu_usage_us: 100 + i, net_usage_words: 16 + i },
    receiptDigest: hex(receiptOf(inside, 100 + i, 16 + i).digest), packedTrxHex: t.packed, signingDigest: hex(t.digest), signerKeys: t.signatures.map(({ pub }) => pub),
  };
}));

const pair = (left, right) => {
  const both = Buffer.concat([left, right]);
  both[0] &= 0x7f;
  both[32] |= 0x80;
  return sha256(both);
};
const merkleRoot = (leaves) => {
  let level = leaves;
  while (level.length > 1) {
    level = level.flatMap((node, i) => (i % 2 === 0 ? [pair(node, level[i + 1] ?? node)] : []));
  }
  return level[0] ?? Buffer.alloc(32);
};
// the nodes that later leaves still need, from the leaves up, and the root
const incremental = (count) => {
  const leaves = Array.from({ length: count }, (_, i) => sha256(`leaf ${i}`));
  const active = [];
  const depth = Math.ceil(Math.log2(count)); // exact for these small counts
  for (let level = 0; level < depth; level++) {
    const width = 2 ** level;
    const whole = Math.floor(count / width); // nodes of this level that cover leaves of their own only
    if (whole % 2 === 1) {
      active.push(merkleRoot(leaves.slice((whole - 1) * width, whole * width)));
    }
  }
  return [...active, merkleRoot(leaves)].map(hex);
};
const LEAVES = Array.from({ length: 9 }, (_, i) => sha256(`leaf ${i}`));
const packAction = (json) => {
  return same("action", eosEncode(TX_TYPES, "action", json), hex(kit.Serializer.encode({ object: kit.Action.from(json) }).array));
};
const ACTIONS = [contribute("dacha", "5.00"), { account: "kassa", name: "nothing", authorization: [], data: "" }, { account: "kassa", name: "two", authorization: [at("a"), at("b", "owner")], data: "ff" }];
const digestWithReturn = (json, returned) => {
  const packed = unhex(packAction(json));
  const head = packed.slice(0, packed.length - framed(unhex(json.data)).length);
  return sha256(sha256(head), sha256(framed(unhex(json.data)), framed(unhex(returned))));
};
const RECEIPT_ABI = {
  ...EMPTY_ABI,
  structs: [
    { name: "auth", base: "", fields: [{ name: "account", type: "name" }, { name: "sequence", type: "uint64" }] },
    {
      name: "receipt", base: "", fields: [
        { name: "receiver", type: "name" }, { name: "act_digest", type: "checksum256" }, { name: "global_sequence", type: "uint64" }, { name: "recv_sequence", type: "uint64" },
        { name: "auth_sequence", type: "auth[]" }, { name: "code_sequence", type: "varuint32" }, { name: "abi_sequence", type: "varuint32" },
      ],
    },
  ],
};
const RECEIPTS = [
  { receiver: "kassa", act_digest: hex(sha256("act")), global_sequence: 1, recv_sequence: 1, auth_sequence: [], code_sequence: 0, abi_sequence: 0 },
  { receiver: "dacha", act_digest: hex(sha256("act")), global_sequence: 9007199254740991, recv_sequence: 3, auth_sequence: [["a", 7], ["b", 8]], code_sequence: 300, abi_sequence: 2 },
];
suite("receipts", "digests of actions and their receipts, Merkle roots and growing Merkle trees", [WHARFKIT, EOSJS, RULE], [
  ...ACTIONS.map((json) => ({ op: "action.digest", act: json, returnValue: "", rule: "legacy", actDigest: hex(sha256(unhex(packAction(json)))) })),
  ...ACTIONS.flatMap((json) => ["", "2a00000000000000"].map((returnValue) => ({ op: "action.digest", act: json, returnValue, rule: "action_return_value", actDigest: hex(digestWithReturn(json, returnValue)) }))),
  ...RECEIPTS.map((receipt) => {
    const json = { ...receipt, auth_sequence: receipt.auth_sequence.map(([account, sequence]) => ({ account, sequence })) };
    return { op: "actionReceipt.digest", receipt, digest: hex(sha256(unhex(same("receipt", eosEncode(eosTypes(RECEIPT_ABI), "receipt", json), kitEncode(RECEIPT_ABI, "receipt", json))))) };
  }),
  ...[0, 1, 2, 3, 4, 5, 7, 8, 9].map((n) => ({ op: "merkle.root", leaves: LEAVES.slice(0, n).map(hex), root: hex(merkleRoot(LEAVES.slice(0, n))) })),
  ...LEAVES.map((leaf, i) => ({ op: "merkle.incremental", append: hex(leaf), nodeCount: i + 1, activeNodes: incremental(i + 1), root: hex(merkleRoot(LEAVES.slice(0, i + 1))) })),
]);

const LIMITS = [
  ["max_block_net_usage", "uint64", 1048576], ["target_block_net_usage_pct", "uint32", 1000], ["max_transaction_net_usage", "uint32", 524288], ["base_per_transaction_net_usage", "uint32", 12],
  ["net_usage_leeway", "uint32", 500], ["context_free_discount_net_usage_num", "uint32", 20], ["context_free_discount_net_usage_den", "uint32", 100], ["max_block_cpu_usage", "uint32", 200000],
  ["target_block_cpu_usage_pct", "uint32", 1000], ["max_transaction_cpu_usage", "uint32", 150000], ["min_transaction_cpu_usage", "uint32", 100], ["max_transaction_lifetime", "uint32", 3600],
  ["deferred_trx_expiration_window", "uint32", 600], ["max_transaction_delay", "uint32", 3888000], ["max_inline_action_size", "uint32", 4096], ["max_inline_action_depth", "uint16", 4], ["max_authority_depth", "uint16", 6],
];
const GENESIS_ABI = {
  ...EMPTY_ABI,
  structs: [
    { name: "limits", base: "", fields: LIMITS.map(([name, type]) => ({ name, type })) },
    { name: "genesis", base: "", fields: [{ name: "initial_timestamp", type: "time_point" }, { name: "initial_key", type: "public_key" }, { name: "initial_configuration", type: "limits" }] },
  ],
};
const genesisJson = (initial_timestamp, initial_key, limits = {}) => ({ initial_timestamp, initial_key, initial_configuration: { ...Object.fromEntries(LIMITS.map(([name, , value]) => [name, value])), ...limits } });
const GENESES = [genesisJson("2026-01-01T00:00:00.000", KEYS[0].pub), genesisJson("2026-05-01T12:00:00.500", KEYS[4].pub, { max_block_net_usage: 2097152, max_authority_depth: 7 })].map((json) => {
  const packed = same("genesis", eosEncode(eosTypes(GENESIS_ABI), "genesis", json), kitEncode(GENESIS_ABI, "genesis", json));
  return { json, packed, chainId: hex(sha256(unhex(packed))) };
});

const EXTENSION = { name: "extension", base: "", fields: [{ name: "type", type: "uint16" }, { name: "data", type: "bytes" }] };
const HEADER_ABI = {
  ...EMPTY_ABI,
  structs: [
    EXTENSION,
    { name: "producer_key", base: "", fields: [{ name: "producer_name", type: "name" }, { name: "key", type: "public_key" }] },
    { name: "schedule", base: "", fields: [{ name: "version", type: "uint32" }, { name: "producers", type: "producer_key[]" }] },
    {
      name: "header", base: "", fields: [
        { name: "timestamp", type: "block_timestamp_type" }, { name: "producer", type: "name" }, { name: "confirmed", type: "uint16" }, { name: "previous", type: "checksum256" },
        { name: "transaction_mroot", type: "checksum256" }, { name: "action_mroot", type: "checksum256" }, { name: "schedule_version", type: "uint32" },
        { name: "new_producers", type: "schedule?" }, { name: "header_extensions", type: "extension[]" },
      ],
    },
  ],
};
const blockCase = ({ previous, transactions, new_producers = null, header_extensions = [], slot, leaves }) => {
  const receipts = transactions.map(({ t, compression }, i) => {
    const inside = inBlock(t, compression);
    return { status: 0, cpu_usage_us: 200 + i, net_usage_words: 20 + i, trx_id: hex(sha256(unhex(t.packed))), ...receiptOf(inside, 200 + i, 20 + i) };
  });
  const root = hex(merkleRoot(receipts.map(({ digest }) => digest)));
  const header = {
    timestamp: serialize.blockTimestampToDate(slot), producer: "sadovod", confirmed: 3, previous: hex(previous), transaction_mroot: root, action_mroot: hex(sha256("actions")), schedule_version: 1,
    new_producers, header_extensions,
  };
  const packedHeader = same("header", eosEncode(eosTypes(HEADER_ABI), "header", header), kitEncode(HEADER_ABI, "header", header));
  const headerDigest = sha256(unhex(packedHeader));
  const number = previous.readUInt32BE(0) + 1;
  const id = Buffer.from(headerDigest);
  id.writeUInt32BE(number, 0);
  const scheduleHash = sha256("schedule");
  const blockroot = merkleRoot(leaves);
  const sigDigest = sha256(sha256(headerDigest, blockroot), scheduleHash);
  const producerSignature = sign(KEYS[0], sigDigest);
  const packed = Buffer.concat([unhex(packedHeader), unhex(sigBinary(producerSignature)), varuint(receipts.length), ...receipts.map(({ binary }) => binary), varuint(0)]);
  return {
    op: "block.decode", blockNum: number, blockId: hex(id), refBlockNum: number & 0xffff, refBlockPrefix: id.readUInt32LE(8), packedHex: hex(packed), headerPackedHex: packedHeader, headerDigest: hex(headerDigest),
    header: { timestamp_slot: slot, ...header }, producerSignature, transactionReceipts: receipts.map(({ binary, digest, ...rest }) => ({ ...rest, digest: hex(digest) })), transactionMroot: root,
    blockrootMerkle: { node_count: leaves.length, active_nodes: incremental(leaves.length), root: hex(blockroot) }, scheduleHash: hex(scheduleHash), sigDigest: hex(sigDigest), signerKey: KEYS[0].pub,
  };
};
const previous = (number) => {
  const id = sha256(`block ${number}`);
  id.writeUInt32BE(number, 0);
  return id;
};
suite("blocks", "what chains begin with, and blocks taken apart", [WHARFKIT, EOSJS, NODE, RULE], [
  { op: "genesis.chainId", genesisJson: GENESES[0].json, packedHex: GENESES[0].packed, chainId: GENESES[0].chainId },
  {
    op: "genesis.chainId", genesis: { ...GENESES[1].json, initial_timestamp: undefined, initial_timestamp_us: Number(serialize.dateToTimePoint(GENESES[1].json.initial_timestamp)) },
    genesisPackedHex: GENESES[1].packed, chainId: GENESES[1].chainId,
  },
  blockCase({ previous: previous(1), transactions: [], slot: 1661947201, leaves: LEAVES.slice(0, 1) }),
  blockCase({ previous: previous(65535), transactions: REAL.slice(0, 3), slot: 1661947300, leaves: LEAVES.slice(0, 5), header_extensions: [{ type: 9, data: "beef" }] }),
  blockCase({ previous: previous(77), transactions: REAL.slice(3, 4), slot: 1661947301, leaves: LEAVES, new_producers: { version: 2, producers: [{ producer_name: "sadovod", key: KEYS[1].pub }] } }),
  { op: "block.decode", packedHex: "00", error: "too few bytes" },
]);

// ---- producers: the rules of turns and of what is irreversible, written out

const producerAt = (producers, slot) => producers[Math.floor((slot % (producers.length * 12)) / 12)];
const sequence = (producers, slots) => {
  const required = Math.floor((producers.length * 2) / 3) + 1;
  const lastOwn = {};
  const implied = {};
  let pending = []; // blocks that still need confirmations
  let proposed = 0;
  let irreversible = 0;
  const steps = slots.map((slot, i) => {
    const block = i + 2;
    const producer = producerAt(producers, slot);
    const confirmed = block - 1 - Math.max(irreversible, lastOwn[producer] ?? 0);
    implied[producer] = proposed;
    pending.push({ block, left: required });
    for (const entry of pending.filter((each) => each.block >= block - confirmed).reverse()) {
      entry.left--;
      if (entry.left === 0) {
        proposed = entry.block;
        pending = pending.filter((each) => each.block > proposed);
        break;
      }
    }
    lastOwn[producer] = block;
    const sorted = Object.values(implied).sort((a, b) => a - b);
    irreversible = Math.max(irreversible, sorted[Math.floor((sorted.length - 1) / 3)]);
    return [block, slot, producer, confirmed, proposed, irreversible, pending.length];
  });
  return {
    op: "dpos.sequence", producers, requiredConfirmations: required, columns: ["blockNum", "slot", "producer", "confirmed", "proposedLib", "lib", "confirmCountSize"], steps,
  };
};
const slots = (from, count, keep = () => true) => Array.from({ length: count }, (_, i) => from + i).filter(keep);
const TWO = ["dacha", "sadovod"];
const FOUR = ["a", "b", "c", "d"];
suite("producers", "whose slot it is, and what becomes irreversible", [RULE], [
  ...[["dacha"], TWO, FOUR].flatMap((producers) => [0, 11, 12, 47, 48, 1661947201].map((slot) => ({ op: "dpos.scheduledProducer", producers, slot, out: producerAt(producers, slot) }))),
  { description: "one producer", ...sequence(["dacha"], slots(1200, 12)) },
  { description: "two producers", ...sequence(TWO, slots(1200, 60)) },
  { description: "four producers, one away", ...sequence(FOUR, slots(4800, 200, (slot) => producerAt(FOUR, slot) !== "c")) },
]);

suite("errors", "codes, names and texts of a node's errors", ["the table of errors that nodes answer with over HTTP"], [
  [3040005, "expired_tx_exception", "Expired Transaction"], [3040008, "tx_duplicate", "Duplicate transaction"],
  [3090003, "unsatisfied_authorization", "Provided keys, permissions, and delays do not satisfy declared authorizations"],
].map(([errorCode, name, what]) => ({ op: "errorCode", code: errorCode, name, what })));
