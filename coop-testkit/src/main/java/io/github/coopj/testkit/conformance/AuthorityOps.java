package io.github.coopj.testkit.conformance;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiReader;
import io.github.coopj.core.abi.AbiWriter;
import io.github.coopj.core.permission.Authority;
import io.github.coopj.core.permission.AuthorityChecker;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.crypto.PublicKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Authorities: their rules, their evaluation, their binary form. */
final class AuthorityOps {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  void addTo(Ops ops) {
    ops.add("authority.check", this::check);
    ops.add("authority.validate", this::validate);
    ops.add("authority.encode", this::encode);
    ops.add("permissionLevel.encode", this::encodeLevel);
  }

  private Result check(Case c) {
    Map<PermissionLevel, Authority> table = new LinkedHashMap<>();
    c.json("permissions")
        .properties()
        .forEach(entry -> table.put(
            PermissionLevel.parse(entry.getKey()), read(entry.getValue(), Authority.class)));
    AuthorityChecker checker = new AuthorityChecker(
        table::get,
        keys(c, "providedKeys"),
        c.has("providedPermissions")
            ? c.texts("providedPermissions").stream()
                .map(PermissionLevel::parse)
                .toList()
            : List.of(),
        c.has("providedDelaySec") ? c.number("providedDelaySec") : 0,
        (int) c.number("maxDepth"));
    c.expect("satisfied", checker.isSatisfied(read(c.json("authority"), Authority.class)));
    if (c.has("usedKeys")) {
      c.same("usedKeys", keys(c, "usedKeys"), checker.usedKeys());
    }
    if (c.has("unusedKeys")) {
      c.same("unusedKeys", keys(c, "unusedKeys"), checker.unusedKeys());
    }
    return c.result();
  }

  private Result validate(Case c) {
    Authority authority = read(c.json("authority"), Authority.class);
    boolean valid = true;
    try {
      authority.requireValid();
    } catch (InvalidValueException e) {
      valid = false;
    }
    c.expect("valid", valid);
    return c.result();
  }

  private Result encode(Case c) {
    Authority authority = read(c.json("json"), Authority.class);
    AbiWriter out = new AbiWriter();
    out.writeAuthority(authority);
    c.expect("hex", out.toByteArray());
    AbiReader in = new AbiReader(c.hex("hex"));
    c.same("read again", authority, in.readAuthority());
    in.requireEnd();
    return c.result();
  }

  private Result encodeLevel(Case c) {
    PermissionLevel level = read(c.json("json"), PermissionLevel.class);
    AbiWriter out = new AbiWriter();
    out.writePermissionLevel(level);
    c.expect("hex", out.toByteArray());
    c.expectIfGiven("text", level::toString);
    c.same("read again", level, new AbiReader(c.hex("hex")).readPermissionLevel());
    return c.result();
  }

  /** Keys in their order, which is no part of the cases. */
  private static List<PublicKey> keys(Case c, String field) {
    return c.texts(field).stream().map(PublicKey::parse).sorted().toList();
  }

  static <T> T read(JsonNode json, Class<T> type) {
    try {
      return JSON.treeToValue(json, type);
    } catch (JacksonException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof InvalidValueException invalid) {
          throw invalid;
        }
      }
      throw new BadCaseException(
          "no " + type.getSimpleName() + " in JSON: " + e.getOriginalMessage(), e);
    }
  }
}
