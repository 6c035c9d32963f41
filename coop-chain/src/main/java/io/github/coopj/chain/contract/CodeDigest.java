package io.github.coopj.chain.contract;

import io.github.coopj.crypto.Checksum256;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds the classes a contract is made of and digests what they do. */
final class CodeDigest {
  private static final String RULES = "io/github/coopj/governance/";

  /** Packages that contracts run on; a contract that sits in one of them is itself and its nested classes only. */
  private static final List<String> MACHINE = List.of(
      "io/github/coopj/chain/block/",
      "io/github/coopj/chain/client/",
      "io/github/coopj/chain/consensus/",
      "io/github/coopj/chain/contract/",
      "io/github/coopj/chain/kernel/",
      "io/github/coopj/chain/node/",
      "io/github/coopj/chain/store/");

  private static final ClassValue<CodeDigest> CACHE = new ClassValue<>() {
    @Override
    protected CodeDigest computeValue(Class<?> type) {
      return new CodeDigest(type);
    }
  };

  private final ClassLoader loader;
  private final String own;
  private final String home;
  private final Map<String, Checksum256> digests = new TreeMap<>();
  private final NavigableSet<String> seen = new TreeSet<>();

  private CodeDigest(Class<?> contract) {
    ClassLoader given = contract.getClassLoader();
    this.loader = given == null ? ClassLoader.getSystemClassLoader() : given;
    String name = contract.getName().replace('.', '/');
    int nested = name.indexOf('$');
    this.own = nested < 0 ? name : name.substring(0, nested);
    String folder = name.substring(0, name.lastIndexOf('/') + 1);
    this.home = folder.isEmpty() || MACHINE.stream().anyMatch(folder::startsWith) ? "" : folder;
    NavigableSet<String> waiting = new TreeSet<>(List.of(name, own));
    while (!waiting.isEmpty()) {
      String next = waiting.pollFirst();
      ClassFile file = find(next)
          .orElseThrow(() -> new IllegalStateException("the class file of " + next.replace('/', '.')
              + " cannot be found, and without it there is no code hash"));
      CanonicalClass canonical = CanonicalClass.of(file, this::find);
      if (!file.isSynthetic()) {
        digests.put(next, Checksum256.sha256(canonical.form()));
      }
      seen.add(next);
      for (String used : canonical.references()) {
        if (belongs(used) && !seen.contains(used)) {
          waiting.add(used);
        }
      }
    }
  }

  static Checksum256 of(Class<?> contract) {
    CanonicalWriter out = new CanonicalWriter();
    CACHE.get(contract).digests.forEach((name, digest) -> {
      out.text(name);
      out.raw(digest.toBytes());
    });
    return Checksum256.sha256(out.toByteArray());
  }

  static List<String> classesOf(Class<?> contract) {
    return CACHE.get(contract).digests.keySet().stream()
        .map(name -> name.replace('/', '.'))
        .toList();
  }

  private boolean belongs(String name) {
    return name.equals(own)
        || name.startsWith(own + "$")
        || name.startsWith(RULES)
        || (!home.isEmpty() && name.startsWith(home));
  }

  private Optional<ClassFile> find(String name) {
    try (InputStream in = loader.getResourceAsStream(name + ".class")) {
      return in == null ? Optional.empty() : Optional.of(ClassFile.read(in.readAllBytes()));
    } catch (IOException e) {
      throw new IllegalStateException(
          "the class file of " + name.replace('/', '.') + " cannot be read", e);
    }
  }
}
