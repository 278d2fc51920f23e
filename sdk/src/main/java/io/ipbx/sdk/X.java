package io.ipbx.sdk;

final class X {}
