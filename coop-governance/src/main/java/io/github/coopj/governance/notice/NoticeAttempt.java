package io.github.coopj.governance.notice;

import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.charter.NoticeChannel;

/**
 * One attempt to reach a member (NOTICE-01, NOTICE-07).
 *
 * @param channel way it was sent
 * @param sentAt when it was handed to the carrier
 * @param delivery what became of it
 * @param receipt digest of the carrier's last receipt: the proof of sending, then of delivery or failure
 */
public record NoticeAttempt(
    NoticeChannel channel, TimePointSec sentAt, Delivery delivery, Checksum256 receipt) {}
