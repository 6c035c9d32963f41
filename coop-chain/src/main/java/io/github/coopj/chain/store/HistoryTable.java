package io.github.coopj.chain.store;

/** What the history keeps, each kind sorted by keys of one length. */
enum HistoryTable {
  /** Versions of rows, by row and block. */
  ROWS(HistoryKeys.ROW + 8),
  /** Numbers of actions, by account and the first of them in a block. */
  NUMBERS(16),
  /** What transactions executed, by the first of the numbers of their actions. */
  TRANSACTIONS(8);

  private final int keyLength;

  HistoryTable(int keyLength) {
    this.keyLength = keyLength;
  }

  /** Bytes of a key. */
  int keyLength() {
    return keyLength;
  }
}
