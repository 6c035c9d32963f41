package io.github.coopj.governance.act;

import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.body.ActKind;
import io.github.coopj.governance.body.Ground;
import io.github.coopj.governance.body.Office;

/**
 * What one officer may do alone (BCHAIR-06).
 *
 * @param holder who holds the office
 * @param body the body he heads
 * @param kind what he may do
 * @param limit most that one act may cost
 * @param mandate the decision that his mandate stands on
 * @param source digest of the charter, or of the powers of the Board, that allows it
 */
public record Authority(
    Name holder, Office.Body body, ActKind kind, Asset limit, Ground mandate, Checksum256 source) {}
