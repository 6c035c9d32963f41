package io.github.coopj.governance.charter;

import io.github.coopj.governance.person.PersonKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One key a charter may set, or a family of keys that end in an item type.
 *
 * @param name the key, or the beginning of the family with its dot
 * @param family whether an item type follows
 * @param type type of the value
 */
record PolicyKey(String name, boolean family, PolicyType<?> type) {
  /** Member of each family that always exists. */
  static final String DEFAULT = "DEFAULT";

  /** The one key without a value of its own in any profile: a charter sets it, or nothing stands on it (AGENDA-14). */
  static final String AGENDA_CHANGE_THRESHOLD = "agenda.changeThreshold";

  /** Every key and family, in the order of the groups. */
  static final List<PolicyKey> ALL = all();

  private static List<PolicyKey> all() {
    List<PolicyKey> keys = new ArrayList<>();
    keys.add(key("meeting.quorum.first", PolicyType.ratio(false)));
    keys.add(key("meeting.quorum.second", PolicyType.ratio(false)));
    keys.add(key("meeting.quorum.decay", PolicyType.ratio(false)));
    keys.add(key("meeting.quorum.floor", PolicyType.ratio(true)));
    keys.add(key("meeting.quorum.legalFloor", PolicyType.ratio(true)));
    keys.add(key("meeting.maxCycles", PolicyType.integer(0, 1000)));
    keys.add(key("meeting.repeatNoticeDays", PolicyType.integer(0, 366)));
    keys.add(new PolicyKey("meeting.majority.", true, PolicyType.majority()));
    keys.add(key("meeting.electionTie", PolicyType.choice(MeetingPolicy.Tie.class)));
    keys.add(key("meeting.exclusiveCompetence", PolicyType.itemTypes()));
    keys.add(key("secret.trustees", PolicyType.integer(3, 32)));
    keys.add(key("secret.threshold", PolicyType.integer(2, 32)));
    keys.add(key("secret.decryptDays", PolicyType.integer(1, 366)));
    keys.add(key("ballot.options", PolicyType.choices(AnswerOption.class)));
    keys.add(key("ballot.revote", PolicyType.choice(Revote.class)));
    keys.add(key("ballot.requireAll", PolicyType.flag()));
    keys.add(key("ballot.runningTally", PolicyType.flag()));
    keys.add(key("proxy.max", PolicyType.integer(0, BallotPolicy.MOST_PROXIES)));
    keys.add(key("meeting.ballotCarryOver", PolicyType.choice(CarryOver.class)));
    keys.add(new PolicyKey("notice.days.", true, PolicyType.integer(0, 366)));
    keys.add(key("notice.counting", PolicyType.choice(NoticePolicy.Counting.class)));
    keys.add(key("notice.blockIfUndelivered", PolicyType.flag()));
    keys.add(key("notice.requireRsvp", PolicyType.flag()));
    keys.add(key("notice.channels", PolicyType.order(NoticeChannel.class)));
    keys.add(key("agenda.minSupporters", PolicyType.integer(1, 1000)));
    keys.add(key("agenda.selfNomination", PolicyType.flag()));
    keys.add(key(AGENDA_CHANGE_THRESHOLD, PolicyType.ratio(false)));
    keys.add(key("agenda.changeBinding", PolicyType.choice(AgendaPolicy.Binding.class)));
    keys.add(key("agenda.lateItemIfAllPresent", PolicyType.flag()));
    keys.add(key("agenda.officersDiffer", PolicyType.flag()));
    keys.add(key("demand.ratio", PolicyType.ratio(false)));
    keys.add(key("demand.conveneDays", PolicyType.integer(1, 366)));
    keys.add(key("demand.demanderConvenes", PolicyType.flag()));
    keys.add(key("annual.fromMonths", PolicyType.integer(0, 11)));
    keys.add(key("annual.toMonths", PolicyType.integer(1, 12)));
    keys.add(key("annual.mandatoryItems", PolicyType.itemTypes()));
    keys.add(key("annual.conclusionMayBeMissing", PolicyType.flag()));
    keys.add(key("annual.rule", PolicyType.choice(AnnualPolicy.Rule.class)));
    keys.add(key("annual.repeatAfterWindow", PolicyType.flag()));
    keys.add(key("council.minSize", PolicyType.integer(1, 999)));
    keys.add(key("council.maxSize", PolicyType.integer(1, 999)));
    keys.add(key("council.term", PolicyType.period(100)));
    keys.add(key("council.quorum", PolicyType.ratio(true)));
    keys.add(key("council.majorityBase", PolicyType.choice(MajorityBase.class)));
    keys.add(key("council.castingVote", PolicyType.flag()));
    keys.add(key("council.quorumNeedsChairman", PolicyType.flag()));
    keys.add(key("council.absenteeHours", PolicyType.integer(0, 8784)));
    keys.add(key("council.boardSeatAllowed", PolicyType.flag()));
    keys.add(key("council.absenteeIsSession", PolicyType.flag()));
    keys.add(key("council.suspensionDays", PolicyType.integer(1, 366)));
    keys.add(key("autosign.maxAmount", PolicyType.money()));
    keys.add(key("autosign.maxDays", PolicyType.integer(1, 366)));
    keys.add(key("chairman.competence", PolicyType.choices(ChairmanAct.class)));
    keys.add(key("chairman.spendingLimit", PolicyType.money()));
    keys.add(key("chairman.signatureDays", PolicyType.integer(1, 366)));
    keys.add(key("chairman.complianceReport", PolicyType.flag()));
    keys.add(key("chairman.scope", PolicyType.choice(ChairmanPolicy.Scope.class)));
    keys.add(key("council.spendingLimit", PolicyType.money()));
    keys.add(key("board.spendingLimit", PolicyType.money()));
    keys.add(key("board.commercialActivity", PolicyType.flag()));
    keys.add(key("task.days", PolicyType.integer(1, 366)));
    keys.add(key("board.minSize", PolicyType.integer(1, 999)));
    keys.add(key("board.maxSize", PolicyType.integer(1, 999)));
    keys.add(key("board.term", PolicyType.period(100)));
    keys.add(key("audit.term", PolicyType.period(100)));
    keys.add(key("audit.responseDays", PolicyType.integer(1, AuditPolicy.MAX_RESPONSE_DAYS)));
    keys.add(key("section.trigger", PolicyType.integer(0, 1000)));
    keys.add(key("section.createdBy", PolicyType.choice(SectionPolicy.Founder.class)));
    keys.add(key("section.quorumFirst", PolicyType.quorumShare()));
    keys.add(key("section.quorumRepeat", PolicyType.quorumShare()));
    keys.add(key("section.noticeDays", PolicyType.integer(0, 366)));
    keys.add(key("section.chairTerm", PolicyType.period(100)));
    keys.add(key("section.chairMayHeadCouncil", PolicyType.flag()));
    keys.add(key("section.suspensionGrounds", PolicyType.choices(RepresentationGround.class)));
    keys.add(key("section.idleDays", PolicyType.integer(1, 366)));
    keys.add(key("delegates.reserved", PolicyType.itemTypes()));
    keys.add(key("delegates.mandate", PolicyType.choice(DelegatesPolicy.Binding.class)));
    keys.add(key("delegates.countVacant", PolicyType.flag()));
    keys.add(key("minutes.signers", PolicyType.choices(MinutesSigner.class)));
    keys.add(key("minutes.signDays", PolicyType.integer(1, 366)));
    keys.add(key("minutes.substitution", PolicyType.choice(MinutesPolicy.Substitution.class)));
    keys.add(key("admission.deadlineDays", PolicyType.integer(1, 366)));
    keys.add(key("admission.minAge", PolicyType.integer(0, 100)));
    for (PersonKind kind : PersonKind.values()) {
      keys.add(key("admission.entrance." + kind, PolicyType.money()));
      keys.add(key("admission.minimalShare." + kind, PolicyType.money()));
    }
    keys.add(key("funds.weights", PolicyType.weights()));
    keys.add(key("share.returnMonths", PolicyType.integer(0, 120)));
    keys.add(key("programme.exitDebts", PolicyType.choice(MoneyPolicy.ExitDebts.class)));
    keys.add(key("programme.versionChange", PolicyType.choice(MoneyPolicy.VersionChange.class)));
    keys.add(key("programme.noticeDays", PolicyType.integer(1, 366)));
    keys.add(key("payments.maxShare", PolicyType.ratio(true)));
    keys.add(key("loss.coverMonths", PolicyType.integer(1, 12)));
    return List.copyOf(keys);
  }

  private static PolicyKey key(String name, PolicyType<?> type) {
    return new PolicyKey(name, false, type);
  }

  /** Whether a ballot may be replaced before closing (BALLOT-08). */
  enum Revote {
    FORBID,
    LAST_WINS
  }

  /** What becomes of the ballots of a cycle without a quorum (MEET-21). */
  enum CarryOver {
    VOID,
    CARRY_OVER
  }

  /** The key or family that a full key belongs to; the member of a family is an item type and nothing else. */
  static @Nullable PolicyKey find(String key) {
    for (PolicyKey candidate : ALL) {
      if (candidate.family
          ? key.startsWith(candidate.name) && isMember(key.substring(candidate.name.length()))
          : key.equals(candidate.name)) {
        return candidate;
      }
    }
    return null;
  }

  private static boolean isMember(String name) {
    return name.equals(DEFAULT)
        || Arrays.stream(ItemType.values()).anyMatch(type -> type.name().equals(name));
  }

  /** Keys that every charter needs in the end. */
  static List<String> required() {
    return ALL.stream()
        .filter(k -> !k.name.equals(AGENDA_CHANGE_THRESHOLD))
        .map(k -> k.family ? k.name + DEFAULT : k.name)
        .toList();
  }
}
