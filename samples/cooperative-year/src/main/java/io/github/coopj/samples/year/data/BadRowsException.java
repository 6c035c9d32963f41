package io.github.coopj.samples.year.data;

import java.util.List;
import java.util.stream.Collectors;

/** A file was refused as a whole; nothing of it was used. */
public final class BadRowsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<RowProblem> problems;

  BadRowsException(List<RowProblem> problems) {
    super(problems.stream().map(RowProblem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /**
   * What is wrong, in the order of the file.
   *
   * @return at least one problem
   */
  public List<RowProblem> problems() {
    return problems;
  }
}
