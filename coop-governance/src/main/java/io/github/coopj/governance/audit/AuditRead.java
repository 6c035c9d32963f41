package io.github.coopj.governance.audit;

/**
 * A record read for a check.
 *
 * @param check the check with a longer log
 * @param access the entry to keep
 */
public record AuditRead(RunningCheck check, AuditAccess access) {}
