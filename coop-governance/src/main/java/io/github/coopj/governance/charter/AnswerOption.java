package io.github.coopj.governance.charter;

/** An answer that a ballot of the general meeting may offer (BALLOT-03). */
public enum AnswerOption {
  /** Agree (согласие). */
  FOR,
  /** Disagree (несогласие). */
  AGAINST,
  /** Abstain (воздержался): counts as present, never as for. */
  ABSTAIN
}
