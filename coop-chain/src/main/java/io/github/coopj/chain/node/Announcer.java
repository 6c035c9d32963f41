package io.github.coopj.chain.node;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a listener what happened, in order and one after the other, while nobody is held up. */
final class Announcer {
  private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);

  private final ChainListener listener;
  private final Queue<Consumer<ChainListener>> news = new ConcurrentLinkedQueue<>();
  private final ReentrantLock telling = new ReentrantLock();

  Announcer(ChainListener listener) {
    this.listener = listener;
  }

  /** Something happened; told by the next {@link #tell}. Called in the order of what happens. */
  void add(Consumer<ChainListener> what) {
    news.add(what);
  }

  /** Tells what was not told, unless somebody is about it, who then goes on with it. */
  void tell() {
    while (!news.isEmpty() && !telling.isHeldByCurrentThread() && telling.tryLock()) {
      try {
        for (Consumer<ChainListener> next = news.poll(); next != null; next = news.poll()) {
          tell(next);
        }
      } finally {
        telling.unlock();
      }
    }
  }

  private void tell(Consumer<ChainListener> what) {
    try {
      what.accept(listener);
    } catch (RuntimeException e) {
      LOG.error("a listener of the chain failed, the chain goes on", e);
    }
  }
}
