// Measures eosjs and @wharfkit/antelope on the transfers that the Java benchmarks measure; prints JSON:
// {"conditions": {...}, "ns": {"eosjs tree encode ASCII": 4000.5, ...}}, CPU nanoseconds per call, medians.
// CPU time is that of the whole process, with garbage collection, without waiting for a core that others use.
// Usage: node bench.mjs [samples] [milliseconds of a sample]
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import kit from "@wharfkit/antelope";
import serialize from "eosjs/dist/eosjs-serialize.js";

const SAMPLES = Number(process.argv[2] ?? 7);
const SAMPLE_MS = Number(process.argv[3] ?? 300);
const WARM_UP_MS = 1000;
const DATA = "../src/main/resources/io/github/coopj/samples/benchmarks/transfers.json";
const { abi, transfers } = JSON.parse(readFileSync(new URL(DATA, import.meta.url), "utf8"));

const require = createRequire(import.meta.url);
const version = (name) => {
  const main = require.resolve(name);
  const folder = main.slice(0, main.lastIndexOf(`node_modules/${name}/`) + `node_modules/${name}/`.length);
  return JSON.parse(readFileSync(`${folder}package.json`, "utf8")).version;
};
const hex = (bytes) => Buffer.from(bytes).toString("hex");

// ---- eosjs: plain objects are its only form

const textEncoder = new TextEncoder();
const textDecoder = new TextDecoder();
const eosjsTransfer = serialize.getTypesFromAbi(serialize.createInitialTypes(), abi).get("transfer");

const eosjsEncode = (object) => {
  const buffer = new serialize.SerialBuffer({ textEncoder, textDecoder });
  eosjsTransfer.serialize(buffer, object);
  return buffer.asUint8Array();
};
const eosjsDecode = (bytes) =>
  eosjsTransfer.deserialize(new serialize.SerialBuffer({ textEncoder, textDecoder, array: bytes }));

// ---- wharfkit: structs with typed fields, or objects by an ABI

class Transfer extends kit.Struct {
  static abiName = "transfer";
  static abiFields = [
    { name: "from", type: kit.Name },
    { name: "to", type: kit.Name },
    { name: "quantity", type: kit.Asset },
    { name: "memo", type: "string" },
  ];
}
const kitAbi = kit.ABI.from(abi);
const kitEncode = (object) => kit.Serializer.encode({ object, abi: kitAbi, type: "transfer" }).array;
const kitDecode = (data) => kit.Serializer.objectify(kit.Serializer.decode({ data, abi: kitAbi, type: "transfer" }));

// ---- the calls; each is tried before it is measured

const calls = new Map();
for (const [memo, { json, hex: expected }] of Object.entries(transfers)) {
  const text = JSON.stringify(json);
  const bytes = Uint8Array.from(Buffer.from(expected, "hex"));
  const typed = Transfer.from(json);
  const isExpected = (encoded) => hex(encoded) === expected;
  const isText = (decoded) => decoded === text;
  const isObject = (decoded) => JSON.stringify(decoded) === text;
  const add = (name, call, check) => {
    const result = call();
    if (!check(result)) {
      throw new Error(`${name} ${memo}: unexpected result ${JSON.stringify(result)}`);
    }
    calls.set(`${name} ${memo}`, call);
  };
  add("eosjs tree encode", () => eosjsEncode(json), isExpected);
  add("eosjs tree decode", () => eosjsDecode(bytes), isObject);
  add("eosjs text encode", () => eosjsEncode(JSON.parse(text)), isExpected);
  add("eosjs text decode", () => JSON.stringify(eosjsDecode(bytes)), isText);
  add("wharfkit typed encode", () => kit.Serializer.encode({ object: typed }).array, isExpected);
  add("wharfkit typed decode", () => kit.Serializer.decode({ data: bytes, type: Transfer }), isObject);
  add("wharfkit tree encode", () => kitEncode(json), isExpected);
  add("wharfkit tree decode", () => kitDecode(bytes), isObject);
  add("wharfkit text encode", () => kitEncode(JSON.parse(text)), isExpected);
  add("wharfkit text decode", () => JSON.stringify(kitDecode(bytes)), isText);
}

// ---- measuring

let sink; // keeps results alive, so that no call is optimised away

const run = (call, milliseconds) => {
  const until = performance.now() + milliseconds;
  const started = process.cpuUsage();
  let count = 0;
  do {
    for (let i = 0; i < 500; i++) {
      sink = call();
    }
    count += 500;
  } while (performance.now() < until);
  const spent = process.cpuUsage(started);
  return (1000 * (spent.user + spent.system)) / count;
};

const ns = {};
for (const [name, call] of calls) {
  run(call, WARM_UP_MS);
  const samples = Array.from({ length: SAMPLES }, () => run(call, SAMPLE_MS)).sort((a, b) => a - b);
  ns[name] = samples[samples.length >> 1];
}
if (sink === undefined) {
  throw new Error("nothing was measured");
}
const conditions = {
  node: process.version,
  eosjs: version("eosjs"),
  wharfkit: version("@wharfkit/antelope"),
  cpu: os.cpus()[0]?.model ?? "unknown",
  cores: os.availableParallelism(),
  samples: SAMPLES,
  sampleMs: SAMPLE_MS,
};
console.log(JSON.stringify({ conditions, ns }, null, 1));
