package io.github.coopj.governance.section;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.meeting.Fixtures.COOP;
import static io.github.coopj.governance.meeting.Fixtures.KEYS;
import static io.github.coopj.governance.section.Sections.CLOSES;
import static io.github.coopj.governance.section.Sections.REGULATION;
import static io.github.coopj.governance.section.Sections.member;
import static io.github.coopj.governance.section.Sections.signed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.Codec;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.body.Ground;
import io.github.coopj.governance.body.Mandate;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.charter.RepresentationGround;
import io.github.coopj.governance.council.Council;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.meeting.Fixtures;
import io.github.coopj.governance.meeting.MeetingDecision;
import io.github.coopj.governance.meeting.Roll;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SectionMandateTest {
  private static final Charter CHARTER = Fixtures.platform();
  private static final Name HEAD = Name.of("head");
  private static final Instant END = CLOSES.plus(Duration.ofDays(365));
  private static final Council COUNCIL = councilOf(HEAD);

  private static Council councilOf(Name chairman) {
    TimePointSec from = TimePointSec.of(Sections.NOW);
    TimePointSec until = TimePointSec.of(END.plus(Duration.ofDays(800)));
    return Council.of(List.of(
        new Mandate(chairman, Office.CHAIRMAN, from, until, Ground.ofMeeting(17)),
        new Mandate(Name.of("second"), Office.MEMBER, from, until, Ground.ofMeeting(17)),
        new Mandate(Name.of("third"), Office.MEMBER, from, until, Ground.ofMeeting(17))));
  }

  private static ActingMandate bare() {
    return SectionMandates.NONE
        .elect(Sections.elected(11, 1, 0), HEAD, CHARTER, CLOSES)
        .inOffice(1, CLOSES)
        .orElseThrow()
        .requireActing();
  }

  private static ActingMandate full() {
    return Sections.withChairman(SectionMandates.NONE, 11, 1, 0)
        .inOffice(1, CLOSES)
        .orElseThrow()
        .requireActing();
  }

  /** Each of the eight sets of papers, by a bit for each. */
  @Test
  @Tag("KU-18")
  void missing_namesEachPaper_ofAllEightSets() {
    for (int papers = 0; papers < 8; papers++) {
      ActingMandate mandate = bare();
      List<SectionMandate.Part> missing = new ArrayList<>();
      if ((papers & 1) != 0) {
        mandate = Sections.withAttorney(mandate, CLOSES, END);
      } else {
        missing.add(SectionMandate.Part.ATTORNEY);
      }
      if ((papers & 2) != 0) {
        mandate = Sections.withMinutes(mandate, CLOSES);
      } else {
        missing.add(SectionMandate.Part.MINUTES);
      }
      if ((papers & 4) != 0) {
        mandate = Sections.withLiability(mandate, CLOSES);
      } else {
        missing.add(SectionMandate.Part.LIABILITY);
      }
      assertThat(mandate.missing(REGULATION, CLOSES)).isEqualTo(missing);
      assertThat(mandate.isValid(REGULATION, CLOSES)).isEqualTo(papers == 7);
      assertThat(SectionMandate.restore(mandate.snapshot())).isEqualTo(mandate);
      Codec<SectionMandateRecord> codec = RecordCodec.of(SectionMandateRecord.class);
      assertThat(codec.decode(codec.encode(mandate.snapshot()))).isEqualTo(mandate.snapshot());
    }
    assertRefused(
        () -> Sections.withMinutes(bare(), CLOSES)
            .requireAct(SectionAct.REPRESENT, 1, REGULATION, CLOSES),
        "SECTION_MANDATE_INCOMPLETE section=1 missing=\"[ATTORNEY, LIABILITY]\"");
  }

  @Test
  @Tag("KU-18")
  void liability_citesTheRegulationInForce() {
    Checksum256 next = Fixtures.paper("next regulation");

    assertThat(full().missing(next, CLOSES)).containsExactly(SectionMandate.Part.LIABILITY);
    assertThat(full().missing(REGULATION, CLOSES)).isEmpty();
  }

  @Test
  @Tag("KU-05")
  void attorney_suspendsRepresentation_whenItExpiresOrIsRevoked() {
    ActingMandate mandate = full();
    assertThat(mandate.isValid(REGULATION, END.minusSeconds(1))).isTrue();
    assertThat(mandate.missing(REGULATION, END)).containsExactly(SectionMandate.Part.ATTORNEY);

    Instant revoked = CLOSES.plus(Duration.ofDays(3));
    ActingMandate without = mandate.withAttorneyRevoked(HEAD, COUNCIL, revoked);
    assertThat(without.isValid(REGULATION, revoked.minusSeconds(1))).isTrue();
    assertThat(without.missing(REGULATION, revoked)).containsExactly(SectionMandate.Part.ATTORNEY);
    assertRefused(
        () -> without.withAttorneyRevoked(HEAD, COUNCIL, revoked),
        "SECTION_MANDATE_INCOMPLETE section=1 missing=ATTORNEY");
    assertRefused(
        () -> mandate.withAttorneyRevoked(Name.of("second"), COUNCIL, revoked),
        "NOT_CHAIRMAN signer=second chairman=head");

    PowerOfAttorney renewed = Sections.attorney(mandate, revoked, END);
    ActingMandate again = without.withAttorney(
        renewed, signed(renewed.digest(), HEAD, revoked), COUNCIL, KEYS, revoked);
    assertThat(again.isValid(REGULATION, revoked)).isTrue();
    assertThat(again.snapshot().attorney().orElseThrow().issuer()).isEqualTo(HEAD);
  }

  @Test
  @Tag("KU-05")
  void attorney_isIssuedByTheChairmanOfTheCouncil_forThisMandate() {
    ActingMandate mandate = bare();
    PowerOfAttorney attorney = Sections.attorney(mandate, CLOSES, END);
    PowerOfAttorney otherHolder =
        new PowerOfAttorney(COOP, 1, member(1, 1), attorney.from(), attorney.until());
    PowerOfAttorney otherSection =
        new PowerOfAttorney(COOP, 2, attorney.holder(), attorney.from(), attorney.until());

    assertRefused(
        () -> mandate.withAttorney(
            attorney, signed(attorney.digest(), Name.of("second"), CLOSES), COUNCIL, KEYS, CLOSES),
        "NOT_CHAIRMAN signer=second chairman=head");
    for (PowerOfAttorney other : List.of(otherHolder, otherSection)) {
      assertRefused(
          () -> mandate.withAttorney(
              other, signed(other.digest(), HEAD, CLOSES), COUNCIL, KEYS, CLOSES),
          "SECTION_PAPER_OF_OTHER section=1 paper=ATTORNEY");
    }
    assertRefused(
        () -> mandate.withAttorney(
            attorney, signed(otherHolder.digest(), HEAD, CLOSES), COUNCIL, KEYS, CLOSES),
        Reason.SIGNATURE_FORGED);
    assertRefused(
        () -> mandate.withAttorney(
            attorney, signed(attorney.digest(), HEAD, END), COUNCIL, KEYS, CLOSES),
        Reason.SIGNATURE_FORGED);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Sections.attorney(mandate, CLOSES, CLOSES));
  }

  @Test
  @Tag("KU-22")
  void attorney_ofTheChairmanHimself_comesFromTheCouncil() {
    ActingMandate mandate = bare();
    Council own = councilOf(mandate.holder());
    PowerOfAttorney attorney = Sections.attorney(mandate, CLOSES, END);

    assertRefused(
        () -> mandate.withAttorney(
            attorney, signed(attorney.digest(), mandate.holder(), CLOSES), own, KEYS, CLOSES),
        "ATTORNEY_TO_HIMSELF account=" + mandate.holder());
    assertRefused(
        () -> mandate.withAttorney(
            attorney,
            Fixtures.decision(QuestionType.SECTION, Fixtures.paper("other"), CLOSES),
            CLOSES),
        Reason.DECISION_ON_OTHER_SUBJECT);
    ActingMandate given = Sections.withAttorney(mandate, CLOSES, END);
    assertThat(given.missing(REGULATION, CLOSES)).doesNotContain(SectionMandate.Part.ATTORNEY);
    assertThat(given.snapshot().attorney().orElseThrow().ground()).contains(Ground.ofCouncil(41));
  }

  @Test
  @Tag("KU-18")
  void papers_ofOthers_areRefused() {
    ActingMandate mandate = bare();
    SectionMinutes minutes = Sections.minutes(mandate);
    SectionMinutes ofOther = new SectionMinutes(COOP, 1, 12, mandate.holder(), minutes.text());
    LiabilityContract contract = Sections.contract(mandate);
    LiabilityContract ofSection = new LiabilityContract(COOP, 2, mandate.holder(), REGULATION);

    assertRefused(
        () -> mandate.withMinutes(
            ofOther, signed(ofOther.digest(), member(1, 0), CLOSES), KEYS, CLOSES),
        "SECTION_PAPER_OF_OTHER section=1 paper=MINUTES");
    assertRefused(
        () -> mandate.withMinutes(
            minutes, signed(minutes.digest(), member(1, 1), CLOSES), KEYS, CLOSES),
        Reason.SIGNATURE_FORGED);
    assertRefused(
        () -> mandate.withLiability(
            ofSection, signed(ofSection.digest(), mandate.holder(), CLOSES), KEYS, CLOSES),
        "SECTION_PAPER_OF_OTHER section=1 paper=LIABILITY");
    assertRefused(
        () ->
            mandate.withLiability(contract, signed(contract.digest(), HEAD, CLOSES), KEYS, CLOSES),
        Reason.SIGNATURE_FORGED);
  }

  @Test
  @Tag("KU-02")
  @Tag("KU-17")
  void requireAct_staysInTheSection_andNeverTakesALegalEntity() {
    ActingMandate mandate = full();
    for (SectionAct act : SectionAct.values()) {
      if (act.isOfSubdivision()) {
        mandate.requireAct(act, 1, REGULATION, CLOSES);
        assertRefused(
            () -> mandate.requireAct(act, 2, REGULATION, CLOSES),
            "OUTSIDE_SECTION act=" + act + " section=1");
      } else {
        assertRefused(
            () -> mandate.requireAct(act, 1, REGULATION, CLOSES), "SECTION_NO_PERSON act=" + act);
      }
    }
    assertThat(List.of(SectionAct.OWN_ACCOUNT, SectionAct.CONTRACT, SectionAct.MEMBERSHIP))
        .noneMatch(SectionAct::isOfSubdivision);
  }

  @Test
  @Tag("KU-04")
  void elect_endsTheMandateBefore_soOneActs() {
    Instant changed = CLOSES.plus(Duration.ofDays(7));
    SectionMandates both = SectionMandates.NONE
        .elect(Sections.elected(11, 1, 0), HEAD, CHARTER, CLOSES)
        .elect(Sections.elected(12, 1, 1), HEAD, CHARTER, changed);

    assertThat(both.mandates()).hasSize(2);
    assertThat(both.inOffice(1, CLOSES.minusSeconds(1))).isEmpty();
    for (Instant at : List.of(CLOSES, changed.minusSeconds(1), changed)) {
      assertThat(both.mandates().stream().filter(mandate -> mandate.isInOffice(at)))
          .hasSize(1);
    }
    assertThat(both.mandates().get(0).snapshot().end()).isEqualTo(MandateEnd.REPLACED);
    Instant term = changed.atZone(CHARTER.zone()).plusYears(5).toInstant();
    assertThat(both.inOffice(1, term.minusSeconds(1))).isPresent();
    assertThat(both.inOffice(1, term)).isEmpty();
    assertRefused(
        () -> both.elect(Sections.elected(12, 1, 1), HEAD, CHARTER, changed),
        "DECISION_ALREADY_USED decision=12");
    assertRefused(
        () -> SectionMandates.NONE.elect(
            Sections.elected(11, 1, 0), HEAD, CHARTER, CLOSES.minusSeconds(1)),
        Reason.OUT_OF_ORDER);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new SectionMandates(List.of(full(), bare())))
        .withMessage("two mandates of sections 1 and 1 exclude each other");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> SectionMandates.NONE.with(full()));
  }

  @Test
  @Tag("KU-22")
  void elect_refuses_aSecondSection_andTheCouncilChairmanWhereForbidden() {
    SectionMandates one =
        SectionMandates.NONE.elect(Sections.elected(11, 1, 0), HEAD, CHARTER, CLOSES);
    CompetentMeeting sameInTwo = inSectionTwo(12, member(1, 0));

    assertRefused(
        () -> one.elect(sameInTwo, HEAD, CHARTER, CLOSES),
        "TWO_SECTIONS account=" + member(1, 0) + " section=2 other=1");
    EndedMandate left = one.mandates().get(0).requireActing().left(CLOSES.plusSeconds(1));
    assertThat(one.with(left)
            .elect(sameInTwo, HEAD, CHARTER, CLOSES.plusSeconds(1))
            .inOffice(2, CLOSES.plusSeconds(1)))
        .isPresent();
    CompetentMeeting meeting = Sections.elected(11, 1, 0);
    assertThat(
            SectionMandates.NONE.elect(meeting, member(1, 0), CHARTER, CLOSES).mandates())
        .hasSize(1);
    assertRefused(
        () -> SectionMandates.NONE.elect(
            meeting,
            member(1, 0),
            Fixtures.platform("\"section.chairMayHeadCouncil\":false"),
            CLOSES),
        "INCOMPATIBLE_OFFICES account=" + member(1, 0) + " office=SECTION_CHAIRMAN other=CHAIRMAN");
  }

  /** A meeting of section 2 to which a member of section 1 came over. */
  private static CompetentMeeting inSectionTwo(long id, Name person) {
    SectionCall call = new SectionCall(
        id,
        COOP,
        2,
        Sections.election(person),
        person,
        TimePointSec.of(Sections.OPENS),
        TimePointSec.of(CLOSES));
    Roll roll = Roll.of(List.of(person));
    CalledMeeting called = SectionMeeting.call(
        call,
        Sections.section(2, Sections.NOW),
        Fixtures.decision(QuestionType.CONVENE_MEETING, call.digest(), Sections.NOW),
        roll,
        List.of(),
        CHARTER,
        Sections.NOW);
    return called
        .close(List.of(Sections.ballot(called, person, "+")), roll, CHARTER, CLOSES)
        .requireCompetent();
  }

  private static RepresentationSuspension suspension(
      RepresentationGround ground, Checksum256 evidence) {
    return new RepresentationSuspension(
        COOP, 1, member(1, 0), ground, evidence, TimePointSec.of(END.minusSeconds(100)));
  }

  private static ActingMandate suspended(
      RepresentationSuspension suspension, Charter charter, Instant decided, Instant now) {
    return full()
        .suspended(
            suspension,
            Fixtures.decision(QuestionType.SECTION, suspension.digest(), decided),
            charter,
            now);
  }

  @Test
  @Tag("KU-21")
  void suspended_onAGroundOfLawOrCharter_withAPaper() {
    Checksum256 paper = Fixtures.paper("evidence");
    for (RepresentationGround named : RepresentationGround.values()) {
      Charter charter = Fixtures.platform("\"section.suspensionGrounds\":[\"" + named + "\"]");
      for (RepresentationGround ground : RepresentationGround.values()) {
        boolean allowed = ground == named || ground == RepresentationGround.LAW;
        assertThat(charter.sections().maySuspendFor(ground)).isEqualTo(allowed);
        assertThat(CHARTER.sections().maySuspendFor(ground))
            .as("by default the law alone")
            .isEqualTo(ground == RepresentationGround.LAW);
        if (allowed) {
          assertThat(suspended(suspension(ground, paper), charter, CLOSES, CLOSES)
                  .missing(REGULATION, CLOSES))
              .containsExactly(SectionMandate.Part.REPRESENTATION);
        } else {
          assertRefused(
              () -> suspended(suspension(ground, paper), charter, CLOSES, CLOSES),
              "SUSPENSION_WITHOUT_GROUND section=1 ground=" + ground);
        }
        assertRefused(
            () -> suspended(suspension(ground, Checksum256.ZERO), charter, CLOSES, CLOSES),
            Reason.SUSPENSION_WITHOUT_GROUND);
      }
    }
  }

  @Test
  @Tag("KU-21")
  void suspended_restsRepresentation_untilItsEnd_andLeavesTheOffice() {
    RepresentationSuspension byLaw = suspension(RepresentationGround.LAW, Fixtures.paper("ruling"));
    Instant from = CLOSES.plusSeconds(10);
    Instant until = byLaw.until().toInstant();
    ActingMandate mandate = suspended(byLaw, CHARTER, CLOSES, from);
    assertThat(mandate.isValid(REGULATION, from.minusSeconds(1))).isTrue();
    assertThat(mandate.isValid(REGULATION, from)).isFalse();
    assertThat(mandate.isInOffice(from)).isTrue();
    assertThat(mandate.isValid(REGULATION, until.minusSeconds(1))).isFalse();
    assertThat(mandate.isValid(REGULATION, until)).isTrue();
    assertThat(SectionMandate.restore(mandate.snapshot())).isEqualTo(mandate);
    assertRefused(
        () -> mandate.suspended(
            byLaw, Fixtures.decision(QuestionType.SECTION, byLaw.digest(), CLOSES), CHARTER, from),
        "DECISION_ALREADY_USED decision=41");
    assertRefused(
        () -> suspended(byLaw, CHARTER, CLOSES.minusSeconds(1), from), Reason.OUT_OF_ORDER);
    assertRefused(() -> suspended(byLaw, CHARTER, CLOSES, until), Reason.CLOSES_BEFORE_OPENING);
    RepresentationSuspension ofAnother = new RepresentationSuspension(
        COOP, 2, member(1, 0), byLaw.ground(), byLaw.evidence(), byLaw.until());
    assertRefused(
        () -> suspended(ofAnother, CHARTER, CLOSES, from),
        "SECTION_PAPER_OF_OTHER section=1 paper=REPRESENTATION");
    assertRefused(
        () -> full()
            .suspended(
                byLaw,
                Fixtures.decision(QuestionType.SECTION, Fixtures.paper("other"), CLOSES),
                CHARTER,
                from),
        Reason.DECISION_ON_OTHER_SUBJECT);
  }

  @Test
  @Tag("KU-22")
  @Tag("CHAIR-15")
  void attorney_comesFromTheGeneralMeeting_too_onceByEachDecision() {
    ActingMandate mandate = bare();
    PowerOfAttorney attorney = Sections.attorney(mandate, CLOSES, END);
    MeetingDecision decision =
        Fixtures.held(ItemType.OTHER, attorney.digest(), CLOSES).decision(1);
    ActingMandate given = mandate.withAttorney(attorney, decision, CLOSES);
    assertThat(given.hasAttorney(CLOSES)).isTrue();
    assertThat(given.snapshot().attorney().orElseThrow().ground())
        .contains(Ground.ofMeeting(decision.id()));
    assertThat(given.snapshot().attorney().orElseThrow().issuer()).isEqualTo(Name.EMPTY);
    Instant later = CLOSES.plusSeconds(10);
    ActingMandate revoked = given.withAttorneyRevoked(HEAD, COUNCIL, later);
    assertRefused(
        () -> revoked.withAttorney(attorney, decision, later), Reason.DECISION_ALREADY_USED);
    ActingMandate again = revoked.withAttorney(
        attorney, Fixtures.decision(QuestionType.SECTION, attorney.digest(), later), later);
    assertThat(again.hasAttorney(later)).as("a later decision of the Council").isTrue();
    assertRefused(
        () -> again.withAttorney(attorney, decision, later), Reason.DECISION_ALREADY_USED);
    assertRefused(
        () -> mandate.withAttorney(
            attorney, Fixtures.held(ItemType.UNION, attorney.digest(), CLOSES).decision(1), CLOSES),
        Reason.DECISION_OF_OTHER_TYPE);
    assertRefused(
        () -> mandate.withAttorney(
            attorney,
            Fixtures.held(ItemType.OTHER, Fixtures.paper("pond"), CLOSES).decision(1),
            CLOSES),
        Reason.DECISION_ON_OTHER_SUBJECT);
  }

  @Test
  @Tag("KU-21")
  void removed_byTheSectionOnly() {
    ActingMandate mandate = full();
    Checksum256 subject = new SectionRemoval(COOP, 1, mandate.holder()).digest();
    Agenda removal = Sections.question(ItemType.OTHER, subject);
    CompetentMeeting decided = Sections.unanimous(12, 1, removal);
    CompetentMeeting elsewhere = Sections.unanimous(12, 2, removal);
    CompetentMeeting rejected = Sections.closed(
            Sections.called(12, 1, removal, 4, CHARTER), 4, CHARTER, "+", "+", "-", "-")
        .requireCompetent();
    Instant now = CLOSES.plusSeconds(1);

    EndedMandate ended = mandate.removed(decided, 1, now);
    assertThat(ended.isInOffice(CLOSES)).isTrue();
    assertThat(ended.missing(REGULATION, now)).containsExactly(SectionMandate.Part.OFFICE);
    assertThat(SectionMandate.restore(ended.snapshot())).isEqualTo(ended);
    assertRefused(
        () -> mandate.removed(elsewhere, 1, now), "OUTSIDE_SECTION act=REMOVED section=2");
    assertRefused(() -> mandate.removed(rejected, 1, now), "ITEM_NOT_ADOPTED meeting=12 item=1");
    assertRefused(
        () -> mandate.removed(Sections.elected(12, 1, 1), 1, now),
        Reason.DECISION_ON_OTHER_SUBJECT);
    assertRefused(() -> mandate.removed(decided, 1, CLOSES.minusSeconds(1)), Reason.OUT_OF_ORDER);
    assertRefused(
        ended::requireActing,
        "WRONG_STATE what=\"mandate of section 1\" state=REMOVED needed=NONE");
    for (Office.Body body : Office.Body.values()) {
      assertThat(mandate.notRemovableBy(body))
          .hasMessage("NOT_REMOVABLE account=" + mandate.holder() + " body=" + body);
    }
  }

  @Test
  void restore_refuses_contradictions() {
    SectionMandateRecord row = full().snapshot();
    for (SectionMandateRecord broken : List.of(
        row.ended(MandateEnd.NONE, row.until()),
        row.ended(MandateEnd.REMOVED, TimePointSec.EPOCH),
        row.ended(MandateEnd.REMOVED, TimePointSec.of(Sections.NOW)))) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> SectionMandate.restore(broken));
    }
  }
}
