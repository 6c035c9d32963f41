package io.github.coopj.governance.audit;

/** The body disagrees; the commission may pass the question to the general meeting at once. */
public final class ObjectedRemark extends OpenRemark {
  ObjectedRemark(RemarkRecord data) {
    super(data);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.objected(this);
  }
}
