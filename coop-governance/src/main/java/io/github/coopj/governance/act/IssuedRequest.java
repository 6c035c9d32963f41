package io.github.coopj.governance.act;

/** The power asked for was issued. */
public final class IssuedRequest extends AttorneyRequest {
  IssuedRequest(AttorneyRequestRecord data) {
    super(data);
  }
}
