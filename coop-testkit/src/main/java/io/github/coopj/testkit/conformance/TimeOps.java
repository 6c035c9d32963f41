package io.github.coopj.testkit.conformance;

import io.github.coopj.core.abi.AbiReader;
import io.github.coopj.core.abi.AbiWriter;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.core.time.TimePoint;
import io.github.coopj.core.time.TimePointSec;

/** Times in microseconds, in seconds and in slots. */
final class TimeOps {
  void addTo(Ops ops) {
    ops.add("timePoint.fromString", this::timePoint);
    ops.add("timePointSec.fromString", this::timePointSec);
    ops.add("blockTimestamp.toString", this::slot);
    ops.add("blockTimestamp.fromTimePoint", this::slotOfTime);
  }

  private Result timePoint(Case c) {
    TimePoint time = TimePoint.parse(c.text("in"));
    AbiWriter out = new AbiWriter();
    out.writeTimePoint(time);
    c.expect("micros", Long.toString(time.micros()));
    c.expectIfGiven("hex", () -> Case.hex(out.toByteArray()));
    c.expectIfGiven("out", time::toString);
    c.same("read again", time, new AbiReader(out.toByteArray()).readTimePoint());
    return c.result();
  }

  private Result timePointSec(Case c) {
    TimePointSec time = TimePointSec.parse(c.text("in"));
    AbiWriter out = new AbiWriter();
    out.writeTimePointSec(time);
    c.expect("seconds", time.seconds());
    c.expect("hex", out.toByteArray());
    c.expect("out", time.toString());
    return c.result();
  }

  private Result slot(Case c) {
    BlockTimestamp time = new BlockTimestamp(c.number("slot"));
    AbiWriter out = new AbiWriter();
    out.writeBlockTimestamp(time);
    c.expect("hex", out.toByteArray());
    c.expect("out", time.toString());
    c.same("slot again", time, BlockTimestamp.parse(time.toString()));
    return c.result();
  }

  private Result slotOfTime(Case c) {
    c.expect("slot", BlockTimestamp.of(TimePoint.parse(c.text("in"))).slot());
    return c.result();
  }
}
