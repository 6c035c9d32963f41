package io.github.coopj.samples.year;

import java.io.PrintStream;
import java.util.function.Supplier;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Tells the user what goes on: a progress bar on the error stream while a stage works, facts on the output stream. */
final class Journal {
  private static final int BAR_WIDTH = 100;
  private static final int REFRESH_MS = 200;

  private final PrintStream out;
  private final PrintStream progress;
  private @Nullable ProgressBar bar;
  private long transactions;
  private long blocks;

  Journal(PrintStream out, PrintStream progress) {
    this.out = out;
    this.progress = progress;
  }

  /** Runs a stage under a progress bar that counts to the given number of transactions, or blocks when replaying. */
  <T> T stage(String title, long steps, Supplier<T> work) {
    try (ProgressBar stage = new ProgressBarBuilder()
        .setTaskName(title)
        .setInitialMax(steps)
        .setUpdateIntervalMillis(REFRESH_MS)
        .setStyle(ProgressBarStyle.ASCII)
        .setMaxRenderedLength(BAR_WIDTH)
        .setConsumer(new ConsoleProgressBarConsumer(progress))
        .build()) {
      bar = stage;
      T result = work.get();
      stage.stepTo(Math.max(stage.getMax(), 0));
      return result;
    } finally {
      bar = null;
    }
  }

  void stage(String title, long steps, Runnable work) {
    stage(title, steps, () -> {
      work.run();
      return title;
    });
  }

  /** Notes that transactions were executed. */
  void transactions(long count) {
    transactions += count;
    step(count);
  }

  /** Notes that a block was made. */
  void block() {
    blocks++;
  }

  /** Moves the bar on. */
  void step(long count) {
    ProgressBar current = bar;
    if (current != null) {
      current.stepBy(count);
    }
  }

  long countedTransactions() {
    return transactions;
  }

  long countedBlocks() {
    return blocks;
  }

  void say(String line) {
    out.println(line);
  }
}
