package io.github.coopj.governance.notice;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.meeting.Fixtures.KEYS;
import static io.github.coopj.governance.meeting.Fixtures.NOW;
import static io.github.coopj.governance.meeting.Fixtures.key;
import static io.github.coopj.governance.meeting.Fixtures.member;
import static io.github.coopj.governance.meeting.Fixtures.members;
import static io.github.coopj.governance.meeting.Fixtures.paper;
import static io.github.coopj.governance.meeting.Fixtures.platform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.document.DocumentSignature;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ReactionsTest {
  private static final Instant CUT_OFF = NOW.plusSeconds(3_600);
  private static final Predicate<Name> ROLL = members(10)::contains;
  private static final Reactions NONE =
      Reactions.none(7, paper("agenda"), 10, TimePointSec.of(CUT_OFF));

  private static final ReactionCall CALL =
      new ReactionCall(7, paper("agenda"), 10, TimePointSec.of(CUT_OFF));

  private static DocumentSignature sign(Name member, Reaction reaction) {
    return DocumentSignature.sign(
        key(member), member, NONE.paper(member, reaction).digest(), NOW);
  }

  private static Reactions react(Reactions reactions, int who, Reaction reaction) {
    return reactions.react(reaction, sign(member(who), reaction), ROLL, KEYS, NOW);
  }

  @Test
  @Tag("AGENDA-12")
  void react_hasThreeStates_andSilenceCountsInNeither() {
    Reactions reactions =
        react(react(react(NONE, 0, Reaction.AGREE), 1, Reaction.DISAGREE), 2, Reaction.AGREE);
    assertThat(reactions.of(member(0))).isEqualTo(Reaction.AGREE);
    assertThat(reactions.of(member(1))).isEqualTo(Reaction.DISAGREE);
    assertThat(reactions.of(member(3))).isEqualTo(Reaction.NONE);
    assertThat(reactions.count(Reaction.AGREE)).isEqualTo(2);
    assertThat(reactions.count(Reaction.DISAGREE)).isEqualTo(1);
    assertThat(reactions.count(Reaction.NONE)).isEqualTo(7);
    Reactions again = react(reactions, 0, Reaction.DISAGREE);
    assertThat(again.of(member(0))).as("the last one counts").isEqualTo(Reaction.DISAGREE);
    assertThat(again.count(Reaction.AGREE)).isEqualTo(1);
    assertThat(Reaction.values()).containsExactly(Reaction.NONE, Reaction.AGREE, Reaction.DISAGREE);
  }

  @Test
  @Tag("AGENDA-12")
  void react_takesTheMembersOwnSignature_untilTheCutOff() {
    DocumentSignature agrees = sign(member(0), Reaction.AGREE);
    assertRefused(
        () -> NONE.react(Reaction.DISAGREE, agrees, ROLL, KEYS, NOW), Reason.SIGNATURE_FORGED);
    Reactions otherAgenda = Reactions.none(7, paper("other"), 10, TimePointSec.of(CUT_OFF));
    assertRefused(
        () -> otherAgenda.react(Reaction.AGREE, agrees, ROLL, KEYS, NOW), Reason.SIGNATURE_FORGED);
    assertRefused(
        Reason.NOT_ON_ROLL,
        "NOT_ON_ROLL account=" + member(11) + " meeting=7",
        () -> react(NONE, 11, Reaction.AGREE));
    assertRefused(
        () -> NONE.react(Reaction.AGREE, agrees, ROLL, KEYS, CUT_OFF), Reason.AGENDA_CLOSED);
    assertThat(NONE.react(Reaction.AGREE, agrees, ROLL, KEYS, CUT_OFF.minusSeconds(1))
            .count(Reaction.AGREE))
        .isEqualTo(1);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> NONE.paper(member(0), Reaction.NONE));
  }

  @Test
  @Tag("NOTICE-02")
  void requireRsvp_asksForAReaction_onlyWhereTheCharterDoes() {
    Optional<SignedReaction> reacted = Optional.of(
        CALL.take(Reaction.DISAGREE, sign(member(0), Reaction.DISAGREE), ROLL, KEYS, NOW));
    ReactionCall.requireRsvp(member(1), Optional.empty(), platform().notice());
    Charter asks = platform("\"notice.requireRsvp\": true");
    ReactionCall.requireRsvp(member(0), reacted, asks.notice());
    assertRefused(
        Reason.RSVP_MISSING,
        "RSVP_MISSING account=" + member(1),
        () -> ReactionCall.requireRsvp(member(1), Optional.empty(), asks.notice()));
  }

  @Test
  @Tag("AGENDA-12")
  void call_passesOverReactionsToOtherVersionsOfTheAgenda() {
    SignedReaction now =
        CALL.take(Reaction.AGREE, sign(member(2), Reaction.AGREE), ROLL, KEYS, NOW);
    SignedReaction older = new SignedReaction(
        new ReactionPaper(now.paper().meeting(), paper("other"), member(1), Reaction.AGREE),
        now.at(),
        now.signature());
    Reactions reactions = CALL.of(List.of(now, older));
    assertThat(reactions.of(member(2))).isEqualTo(Reaction.AGREE);
    assertThat(reactions.of(member(1))).isEqualTo(Reaction.NONE);
  }

  @Test
  void restore_givesTheSame_andRefusesContradictions() {
    Reactions reactions = react(react(NONE, 3, Reaction.DISAGREE), 1, Reaction.AGREE);
    ReactionRecord row = reactions.snapshot();
    assertThat(Reactions.restore(RecordCodec.of(ReactionRecord.class)
            .decode(RecordCodec.of(ReactionRecord.class).encode(row))))
        .isEqualTo(reactions)
        .hasSameHashCodeAs(reactions);
    List<ReactionEntry> entries = row.entries();
    for (List<ReactionEntry> wrong : List.of(
        List.of(entries.get(1), entries.get(0)),
        List.of(entries.get(0), entries.get(0)),
        List.of(new ReactionEntry(member(0), Reaction.NONE, TimePointSec.of(NOW))))) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> Reactions.restore(
              new ReactionRecord(7, paper("agenda"), 10, TimePointSec.of(CUT_OFF), wrong)));
    }
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Reactions.restore(
            new ReactionRecord(7, paper("agenda"), 1, TimePointSec.of(CUT_OFF), entries)));
  }
}
