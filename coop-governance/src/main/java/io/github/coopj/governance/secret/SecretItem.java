package io.github.coopj.governance.secret;

import io.github.coopj.governance.charter.AnswerOption;
import java.util.List;

/**
 * An item of the agenda that is voted on in secret.
 *
 * @param item number of the item, 1 or more
 * @param options what a ballot offers, in the order of {@link AnswerOption}; each is a ciphertext of every ballot
 */
public record SecretItem(int item, List<AnswerOption> options) {
  /** Refuses an item without a number, and options that are none, come twice or out of order. */
  public SecretItem {
    options = List.copyOf(options);
    Parts.require(item >= 1, "item must be 1 or more, got " + item);
    Parts.require(!options.isEmpty(), "item " + item + " must offer an option");
    for (int i = 1; i < options.size(); i++) {
      Parts.require(
          options.get(i - 1).compareTo(options.get(i)) < 0,
          "options of item " + item + " must be in order, each once, got " + options);
    }
  }
}
