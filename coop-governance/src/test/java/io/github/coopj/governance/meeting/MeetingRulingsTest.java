package io.github.coopj.governance.meeting;

import static io.github.coopj.governance.meeting.Fixtures.CLOSES;
import static io.github.coopj.governance.meeting.Fixtures.closed;
import static io.github.coopj.governance.meeting.Fixtures.item;
import static io.github.coopj.governance.meeting.Fixtures.member;
import static io.github.coopj.governance.meeting.Fixtures.open;
import static io.github.coopj.governance.meeting.Fixtures.paper;
import static io.github.coopj.governance.meeting.Fixtures.platform;
import static io.github.coopj.governance.meeting.Fixtures.seal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.agenda.AgendaItem;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.matter.Matter;
import io.github.coopj.governance.matter.Ruling;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a held meeting has decided on matters. */
class MeetingRulingsTest {
  private static final Charter PLATFORM = platform();
  private static final Matter RENT = new Matter(ItemType.OTHER, paper("rent"));

  @Test
  @Tag("MEET-01")
  @Tag("MEET-24")
  void rulings_areTheAdoptedItemsOnMatters_fromTheSignatureOn() {
    Agenda agenda = new Agenda(
        1,
        List.of(
            item(1).on(RENT),
            item(2).on(new Matter(ItemType.OTHER, paper("rejected"))),
            item(3),
            item(4, ItemType.OVERRIDE).on(new Matter(ItemType.OVERRIDE, paper("by its order")))));
    CountedMeeting counted = closed(
            open(agenda, 4, PLATFORM), PLATFORM, CLOSES, "+-++", "+-++", "+-++")
        .requireCounted();
    assertThat(counted.rulings()).as("nothing binds before the signature").isEmpty();
    GeneralMeeting held = counted.sign(member(0), seal(counted), PLATFORM, CLOSES.plusSeconds(60));
    assertThat(held.rulings())
        .containsExactly(new Ruling(
            RENT.key(), 70_001, item(1).subject(), false, TimePointSec.of(CLOSES.plusSeconds(60))));
    assertThat(GeneralMeeting.restore(held.snapshot()).rulings()).isEqualTo(held.rulings());
  }

  @Test
  @Tag("MEET-24")
  void item_onAMatter_needsWhatItDecides_andIsAnotherQuestion() {
    AgendaItem words = new AgendaItem(1, ItemType.OTHER, "Вопрос", "Утвердить", List.of());
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> words.on(RENT))
        .withMessage("agenda item 1 on a matter needs the digest of what it decides");
    assertThat(item(1).isSameQuestion(item(1).on(RENT))).isFalse();
    assertThat(item(1).on(RENT).at(2).matter()).isEqualTo(RENT.key());
    assertThat(item(1).on(RENT).inSecret().matter()).isEqualTo(RENT.key());
  }
}
