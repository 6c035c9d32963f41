package io.github.coopj.chain.store;

import io.github.coopj.chain.block.SignedBlock;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Random;

/**
 * A process in which a chain is grown on several branches until it is killed. It says what is irreversible, {@code
 * settled number id}, and what it has signed, {@code signed bytes}, and whether it has left a branch, {@code left}.
 */
final class KilledForks {
  private KilledForks() {}

  static StoreOptions options(Path directory) {
    return StoreOptions.builder().directory(directory).snapshotInterval(5).build();
  }

  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true);
    ForkedWorld world =
        new ForkedWorld(new Random(Long.parseLong(args[1])), new ForkedWorld.Signed());
    world.listen(
        reception -> {
          if (!reception.undone().isEmpty()) {
            out.println("left");
          }
          reception
              .irreversible()
              .forEach(each -> out.println(
                  "settled " + each.state().number() + " " + each.state().id()));
        },
        block -> out.println("signed " + hex(block)));
    try (StoredForks here = world.open(Disk.REAL, options(Path.of(args[0])))) {
      world.joinIn(here);
      out.println("open");
      while (true) {
        world.takeTurns(here);
      }
    }
  }

  private static String hex(SignedBlock block) {
    return HexFormat.of().formatHex(block.pack());
  }
}
