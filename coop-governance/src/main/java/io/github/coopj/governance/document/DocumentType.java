package io.github.coopj.governance.document;

/**
 * Types of documents with their numbers in the registry of templates. A number is part of every digest and never changes
 * its meaning.
 */
public enum DocumentType {
  /** Consent to a target consumer programme: the digital wallet. */
  CONSENT(1, "Согласие с целевой потребительской программой"),
  /** Regulation on the simple electronic signature. */
  SIGNATURE_REGULATION(2, "Положение о простой электронной подписи"),
  /** Policy on personal data. */
  PERSONAL_DATA_POLICY(3, "Политика обработки персональных данных"),
  /** Agreement of the user with the platform. */
  USER_AGREEMENT(4, "Пользовательское соглашение"),
  /** Application for membership. */
  APPLICATION(100, "Заявление на вступление"),
  /** Application to leave. */
  EXIT_APPLICATION(200, "Заявление о выходе"),
  /** Agenda of a general meeting. */
  AGENDA(300, "Повестка общего собрания"),
  /** Decision of the Council to convene a general meeting. */
  COUNCIL_CONVENING_DECISION(301, "Решение совета о созыве общего собрания"),
  /** Notice of a general meeting. */
  NOTICE(302, "Уведомление об общем собрании"),
  /** Ballot of a general meeting. */
  BALLOT(303, "Бюллетень общего собрания"),
  /** Minutes of a general meeting. */
  MINUTES(304, "Протокол общего собрания"),
  /** Sum of the votes of all members in their sections. */
  RESERVED_MINUTES(335, "Протокол голосования всех пайщиков по участкам"),
  /** Power of attorney to vote at a general meeting. */
  VOTING_PROXY(305, "Доверенность на голосование"),
  /** Proposal for the agenda of a general meeting. */
  AGENDA_PROPOSAL(310, "Предложение в повестку"),
  /** Consent of a candidate to stand for an office. */
  CANDIDATE_CONSENT(311, "Согласие кандидата"),
  /** Demand for an extraordinary general meeting. */
  DEMAND(312, "Требование о созыве внеочередного собрания"),
  /** What the Council decided about a proposal; a refusal with its reason goes to the proposer. */
  PROPOSAL_VERDICT(313, "Решение совета по предложению в повестку"),
  /** Reaction of a member to the notice. */
  REACTION(315, "Отклик на уведомление"),
  /** Proposal to change the agenda. */
  AGENDA_CHANGE(316, "Предложение об изменении повестки"),
  /** Post in the discussion of an agenda. */
  DISCUSSION_POST(317, "Сообщение в обсуждении повестки"),
  /** Next version of an agenda with what became of the changes. */
  AGENDA_AMENDMENT(325, "Изменение повестки"),
  /** Who was told of a meeting and who was not. */
  CONVENING_REPORT(326, "Отчёт об уведомлении"),
  /** What the general meeting puts in the place of a decision. */
  OVERRIDE_ORDER(327, "Отмена или замена решения"),
  /** Name of a matter that bodies decide on. */
  MATTER(334, "Предмет решения"),
  /** What measure on the Chairman of the Council a general meeting is asked for. */
  DISCIPLINARY_MEASURE(329, "Дисциплинарное взыскание"),
  /** Power of attorney of the chairman of a section. */
  POWER_OF_ATTORNEY(320, "Доверенность председателя кооперативного участка"),
  /** Contract on the material liability of the chairman of a section. */
  LIABILITY_CONTRACT(321, "Договор о материальной ответственности"),
  /** Founding, closing or another matter of a section. */
  SECTION_FOUNDING(322, "Решение о кооперативном участке"),
  /** Choice of a section with the delegation of the vote to the office of its chairman. */
  SECTION_CHOICE(323, "Выбор кооперативного участка"),
  /** Minutes of a meeting of a section. */
  SECTION_MINUTES(328, "Протокол собрания кооперативного участка"),
  /** What the secret ballots of one cycle of a meeting are about. */
  SECRET_ELECTION(330, "Условия тайного голосования"),
  /** Plan of a key ceremony, which the commitments of the trustees are made for. */
  TRUSTEE_COMMITMENT(331, "Создание ключа тайного голосования"),
  /** Secret part of a ballot. */
  SECRET_BALLOT(332, "Тайная часть бюллетеня"),
  /** Regulation of a target consumer programme. */
  PROGRAMME_REGULATION(400, "Положение о целевой потребительской программе"),
  /** Regulation on forming and using the funds. */
  FUND_REGULATION(401, "Положение о формировании и использовании фондов"),
  /** Valuation of a contribution in kind. */
  VALUATION(410, "Оценка имущественного взноса"),
  /** Aid to a member in hard circumstances. */
  AID_GRANT(411, "Решение о помощи пайщику"),
  /** Loan to a member. */
  LOAN_GRANT(412, "Решение о займе пайщику"),
  /** Advance to a member. */
  ADVANCE_GRANT(413, "Решение об авансе пайщику"),
  /** Consent of a member to set his debts off against his share. */
  DEBT_NETTING(414, "Заявление о зачёте"),
  /** Use of the indivisible fund. */
  EXCEPTIONAL_USE(415, "Использование неделимого фонда"),
  /** Cooperative payments of a year. */
  COOPERATIVE_PAYMENTS(416, "Распределение кооперативных выплат"),
  /** How a loss is covered. */
  LOSS_COVER(417, "Покрытие убытка"),
  /** Order in which a liquidation pays. */
  LIQUIDATION_PLAN(418, "Ликвидационный план"),
  /** Budget of a year. */
  BUDGET(419, "Смета"),
  /** Offer of goods or services in a programme. */
  OFFER(420, "Предложение в каталог программы"),
  /** Order of a participant in a programme. */
  PROGRAMME_ORDER(421, "Заказ по программе"),
  /** Handing over of what was ordered. */
  DELIVERY_ACT(422, "Акт приёма-передачи по заказу"),
  /** Application to leave a programme. */
  PROGRAMME_EXIT(423, "Заявление о выходе из программы"),
  /** Agreement on mutual membership of two cooperatives. */
  MUTUAL_MEMBERSHIP(424, "Соглашение о взаимном членстве"),
  /** Dealing between two cooperatives for a member. */
  COOPERATIVE_TRADE(425, "Операция между кооперативами"),
  /** Netting of claims between cooperatives. */
  NETTING_ACT(426, "Акт взаимозачёта"),
  /** Application to move a share to another programme. */
  SHARE_MOVE(427, "Заявление о переводе паевого взноса"),
  /** Decision of the Council to admit a member. */
  ADMISSION_DECISION(501, "Решение совета о приёме"),
  /** Any other decision of the Council. */
  COUNCIL_DECISION(600, "Протокол решения совета"),
  /** Minutes of a session of the Council. */
  SESSION_MINUTES(601, "Протокол заседания совета"),
  /** Terms of a grant of the Council's signature to an automated system. */
  SIGNATURE_GRANT(602, "Условия делегирования подписи совета"),
  /** Decision of an automated system under such a grant. */
  AUTOMATIC_ACT(603, "Автоматическое решение по делегированной подписи"),
  /** What the checks say of a decision of the Council before it is signed. */
  COMPLIANCE_REPORT(604, "Заключение о соответствии решения совета"),
  /** Distribution of powers among the members of the Council. */
  POWER_MAP(605, "Распределение полномочий членов совета"),
  /** Which criteria of admission an applicant meets. */
  ADMISSION_CHECKLIST(607, "Проверка критериев приёма"),
  /** Expense that the Council decides on. */
  SPENDING(608, "Расход по решению совета"),
  /** Regulation on the Board. */
  BOARD_REGULATION(610, "Положение о правлении"),
  /** Decision of the Board, and the votes it consists of. */
  BOARD_DECISION(611, "Решение правления"),
  /** Order of the chairman of the Board. */
  BOARD_ORDER(612, "Приказ председателя правления"),
  /** Act of an officer in the name of the cooperative. */
  ACT(613, "Действие от имени кооператива"),
  /** Internal regulation. */
  REGULATION(614, "Внутренний нормативный документ"),
  /** List of what is a commercial secret. */
  CLASSIFICATION(615, "Перечень сведений, составляющих коммерческую тайну"),
  /** Breach of the rules of work with secrets, and what was read by whom. */
  BREACH(616, "Нарушение режима коммерческой тайны"),
  /** Plan of the Board and the report on it. */
  PLAN(617, "План работы правления"),
  /** Task that a body has to carry out. */
  TASK(618, "Поручение"),
  /** Powers of the Board. */
  BOARD_POWERS(619, "Полномочия правления"),
  /** Expense that is not in the estimate. */
  EXPENSE(620, "Расход сверх сметы"),
  /** Branch, representative office or another unit, and its head. */
  UNIT(621, "Подразделение кооператива"),
  /** Decision of the Revision commission, and the votes it consists of. */
  AUDIT_DECISION(700, "Решение ревизионной комиссии"),
  /** Annual conclusion of the Revision commission. */
  AUDIT_CONCLUSION(701, "Заключение ревизионной комиссии"),
  /** Remark or recommendation of the Revision commission to the Council or the Board. */
  AUDIT_REMARK(702, "Замечание ревизионной комиссии"),
  /** Check of the Revision commission: its plan, its result and what it read. */
  AUDIT_CHECK(703, "Акт проверки ревизионной комиссии");

  private final int registryId;
  private final String russianTitle;

  DocumentType(int registryId, String russianTitle) {
    this.registryId = registryId;
    this.russianTitle = russianTitle;
  }

  /**
   * Number in the registry of templates.
   *
   * @return 1 or more
   */
  public int registryId() {
    return registryId;
  }

  /**
   * Title for people.
   *
   * @return Russian words
   */
  public String russianTitle() {
    return russianTitle;
  }
}
