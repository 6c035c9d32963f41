package io.github.coopj.governance.council;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import java.util.List;

/**
 * What the signature of the automated system covers. The place in the chain of acts is part of it, so one signature
 * serves for one act.
 *
 * @param cooperative account of the cooperative
 * @param grant number of the grant
 * @param number number of the act under the grant, 1 or more
 * @param previous digest of the act before; zero for the first
 * @param question number that the decision gets, 1 or more
 * @param type kind of question
 * @param subject digest of what it is about
 * @param materials papers that the decision rests on
 * @param charterDigest digest of the charter in force
 */
public record AutomaticActContent(
    Name cooperative,
    @AbiType("uint64") long grant,
    @AbiType("uint64") long number,
    Checksum256 previous,
    @AbiType("uint64") long question,
    QuestionType type,
    Checksum256 subject,
    List<Checksum256> materials,
    Checksum256 charterDigest) {
  /** Keeps a copy of the papers. */
  public AutomaticActContent {
    materials = List.copyOf(materials);
  }
}
