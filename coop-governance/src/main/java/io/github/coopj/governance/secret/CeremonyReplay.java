package io.github.coopj.governance.secret;

import io.github.coopj.crypto.group.Scalar;
import java.util.Optional;

/** Repeats the moves of a ceremony from its row; a wrong answer to a complaint comes last, as nothing follows it. */
final class CeremonyReplay {
  private KeyCeremony ceremony;

  private CeremonyReplay(CeremonyPlan plan) {
    ceremony = CommittingCeremony.empty(plan);
  }

  static KeyCeremony of(CeremonyRecord row) {
    CeremonyReplay replay = new CeremonyReplay(row.plan());
    replay.parts(row);
    return row.status() == CeremonyStatus.VOID ? replay.voided() : replay.ceremony;
  }

  private void parts(CeremonyRecord row) {
    for (CommitmentEntry entry : row.commitments()) {
      ceremony = ceremony.requireCommitting().commit(entry.trustee(), entry.commitment());
    }
    for (SealedShare share : row.shares()) {
      ceremony = ceremony.requireSharing().share(share);
    }
    for (ShareComplaint each : row.complaints()) {
      ceremony = ceremony
          .requireSharing()
          .complain(new ShareComplaint(each.by(), each.against(), Optional.empty()));
    }
    answers(row, true);
    for (Confirmation confirmation : row.confirmations()) {
      ceremony = ceremony.requireSharing().confirm(confirmation);
    }
    answers(row, false);
  }

  private void answers(CeremonyRecord row, boolean right) {
    for (ShareComplaint each : row.complaints()) {
      if (each.answer().isPresent()
          && ceremony instanceof SharingCeremony sharing
          && sharing.isRight(each) == right) {
        ceremony = sharing.answer(
            each.against(), each.by(), Scalar.decode(each.answer().get()));
      }
    }
  }

  private KeyCeremony voided() {
    return ceremony.match(new KeyCeremony.Cases<KeyCeremony>() {
      @Override
      public KeyCeremony committing(CommittingCeremony state) {
        return state.giveUp();
      }

      @Override
      public KeyCeremony sharing(SharingCeremony state) {
        return state.giveUp();
      }

      @Override
      public KeyCeremony ready(ReadyCeremony state) {
        return state;
      }

      @Override
      public KeyCeremony voided(VoidCeremony state) {
        return state;
      }
    });
  }
}
