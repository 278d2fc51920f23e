package io.ipbx.load.result;

/**
 * One promise and whether it held.
 *
 * @param name what is looked at
 * @param wanted in words, as {@code seen}
 */
public record Check(String name, String wanted, String seen, boolean passed) {}
