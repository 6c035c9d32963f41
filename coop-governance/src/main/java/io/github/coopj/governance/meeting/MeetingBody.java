package io.github.coopj.governance.meeting;

/** Whose meeting it is (DMEET-09). The rules are the same; the roll differs. */
public enum MeetingBody {
  /** General meeting of members (общее собрание пайщиков): everyone on the roll is a member. */
  MEMBERS,
  /** Meeting of authorised representatives (собрание уполномоченных): everyone on the roll chairs a section. */
  REPRESENTATIVES
}
