package io.github.coopj.testkit.conformance;

import io.github.coopj.core.abi.AbiReader;
import io.github.coopj.core.abi.AbiWriter;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.ExtendedAsset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.asset.SymbolCode;
import io.github.coopj.core.name.Name;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Symbols, symbol codes and assets as text and in binary form. */
final class AssetOps {
  void addTo(Ops ops) {
    ops.add("symbol.fromString", this::symbol);
    ops.add("symbol.fromBinary", this::symbolOfBinary);
    ops.add("symbolCode.fromString", this::symbolCode);
    ops.add("asset.fromString", this::asset);
    ops.add("asset.toString", this::assetOfBinary);
    ops.add("extendedAsset.encode", this::extendedAsset);
  }

  private Result symbol(Case c) {
    Symbol symbol = Symbol.parse(c.text("in"));
    AbiWriter out = new AbiWriter();
    out.writeSymbol(symbol);
    c.expect("u64", Long.toUnsignedString(symbol.value()));
    c.expect("hex", out.toByteArray());
    c.expect("precision", symbol.precision());
    c.expect("code", symbol.code().toString());
    c.same("text again", c.text("in"), symbol);
    return c.result();
  }

  private Result symbolOfBinary(Case c) {
    Symbol symbol = read(c, AbiReader::readSymbol);
    c.expect("out", symbol.toString());
    return c.result();
  }

  private Result symbolCode(Case c) {
    SymbolCode code = SymbolCode.of(c.text("in"));
    AbiWriter out = new AbiWriter();
    out.writeSymbolCode(code);
    c.expect("u64", Long.toUnsignedString(code.value()));
    c.expect("hex", out.toByteArray());
    c.same("text again", c.text("in"), code);
    return c.result();
  }

  private Result asset(Case c) {
    Asset asset = Asset.parse(c.text("in"));
    AbiWriter out = new AbiWriter();
    out.writeAsset(asset);
    c.expect("amount", Long.toString(asset.amount()));
    c.expect("precision", asset.symbol().precision());
    c.expect("code", asset.symbol().code().toString());
    c.expect("hex", out.toByteArray());
    c.expect("out", asset.toString());
    return c.result();
  }

  private Result assetOfBinary(Case c) {
    Asset asset = read(c, AbiReader::readAsset);
    c.expect("amount", Long.toString(asset.amount()));
    c.expect("out", asset.toString());
    return c.result();
  }

  private Result extendedAsset(Case c) {
    JsonNode in = c.json("in");
    ExtendedAsset asset = new ExtendedAsset(
        Asset.parse(Case.text("in.quantity", in.path("quantity"))),
        Name.of(Case.text("in.contract", in.path("contract"))));
    AbiWriter out = new AbiWriter();
    out.writeExtendedAsset(asset);
    c.expect("hex", out.toByteArray());
    c.same("read again", asset, new AbiReader(out.toByteArray()).readExtendedAsset());
    return c.result();
  }

  private static <T> T read(Case c, Function<AbiReader, T> reader) {
    AbiReader in = new AbiReader(c.hex("hex"));
    T value = reader.apply(in);
    in.requireEnd();
    return value;
  }
}
