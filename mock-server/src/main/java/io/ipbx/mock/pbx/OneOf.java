package io.ipbx.mock.pbx;

import io.ipbx.mock.http.ApiRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list in a query, of which one is to match.
 *
 * @param given null lets everything pass
 */
record OneOf(@Nullable List<String> given) {

  static OneOf of(ApiRequest request, String name) {
    return new OneOf(request.texts(name));
  }

  boolean matches(@Nullable String value) {
    return given == null || given.contains(value);
  }
}
