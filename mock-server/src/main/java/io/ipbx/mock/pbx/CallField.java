package io.ipbx.mock.pbx;

import com.fasterxml.jackson.core.io.SerializedString;

/** The fields of a call as the history shows them, their names encoded once. */
enum CallField {
  USER_ID("user_id"),
  LINE("line"),
  CALLDATE("calldate"),
  CLID("clid"),
  SRC("src"),
  DST("dst"),
  DURATION("duration"),
  BILLSEC("billsec"),
  DISPOSITION("disposition"),
  ACCOUNTCODE("accountcode"),
  USERFIELD("userfield"),
  FILENAME("filename"),
  WAY("way"),
  TRUNK("trunk"),
  HANGUPCAUSE("hangupcause"),
  UNIQUEID("uniqueid"),
  LINKEDID("linkedid"),
  ORGANIZATION("organization"),
  ORGANIZATION_PERSON("organizationPerson"),
  DATA("data"),
  SIPCALLID("sipcallid"),
  STAMP("stamp"),
  CC_CB("cc_cb"),
  QUEUE("queue"),
  PHONE_NUMBER("phoneNumber"),
  USER("user"),
  LOGIN("login"),
  END_TIME("endTime"),
  USER_ANSWERED("userAnswered"),
  NOTE("note"),
  CATEGORIES("categories");

  @SuppressWarnings("ImmutableEnumChecker") // It only keeps what it has encoded.
  final SerializedString shown;

  CallField(String shown) {
    this.shown = new SerializedString(shown);
  }
}
