package io.github.coopj.chain.store;

import io.github.coopj.chain.kernel.TestChain;
import java.io.IOException;
import java.nio.file.Path;

/** Another process that opens a log, says what came of it, and holds the log until its input ends. */
final class LogHolder {
  private LogHolder() {}

  public static void main(String[] args) throws IOException {
    try (BlockLog log = BlockLog.open(Path.of(args[0]), TestChain.GENESIS, block -> {})) {
      System.out.println("blocks " + log.blocks());
      System.out.flush();
      while (System.in.read() >= 0) {
        // holds on
      }
    } catch (LogException e) {
      System.out.println(e.reason());
    }
  }
}
