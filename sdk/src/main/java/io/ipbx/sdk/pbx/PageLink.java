package io.ipbx.sdk.pbx;

/**
 * A way on from a page.
 *
 * @param rel what lies there, such as {@code next}
 */
public record PageLink(String rel, String href, String method) {}
