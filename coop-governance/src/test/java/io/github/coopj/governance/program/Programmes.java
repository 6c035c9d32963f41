package io.github.coopj.governance.program;

import static io.github.coopj.governance.meeting.Fixtures.COOP;
import static io.github.coopj.governance.meeting.Fixtures.KEYS;
import static io.github.coopj.governance.meeting.Fixtures.NOW;
import static io.github.coopj.governance.meeting.Fixtures.decision;
import static io.github.coopj.governance.meeting.Fixtures.key;
import static io.github.coopj.governance.meeting.Fixtures.platform;

import io.github.coopj.core.name.Name;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.document.DocumentSignature;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Programmes and participants for tests. */
public final class Programmes {
  private Programmes() {}

  /** A complete regulation. */
  public static ProgrammeRegulation regulation(long id, int version, SplitRule split) {
    return new ProgrammeRegulation(
        COOP,
        id,
        version,
        "Хлеб",
        Arrays.stream(RegulationSection.values())
            .map(section -> new ProgrammeRegulation.Section(section, "Раздел " + section))
            .toList(),
        split,
        platform().digest(),
        List.of());
  }

  /** A programme in its first version, active from the beginning of tests. */
  public static Programme.Active active(long id, SplitRule split) {
    Programme.Draft draft = Programme.draft(regulation(id, 1, split), platform());
    return draft.approve(platform(), decision(QuestionType.PROGRAMME, draft.subject(), NOW));
  }

  /** The programme in its next version. */
  public static Programme.Active revised(Programme.Active programme, SplitRule split, Instant at) {
    ProgrammeRegulation next =
        regulation(programme.id(), programme.snapshot().version() + 1, split);
    return programme.revise(next, platform(), decision(QuestionType.PROGRAMME, next.digest(), at));
  }

  /** A member who signed the consent at a time. */
  public static Participation participant(Programme.Active programme, Name member, Instant at) {
    ProgrammeConsent consent = ProgrammeConsent.to(programme, member);
    return Participation.begin(
        consent,
        DocumentSignature.sign(key(member), member, consent.digest(), at),
        programme,
        true,
        KEYS);
  }
}
