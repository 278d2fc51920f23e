package io.ipbx.sdk.pbx;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One finished leg of a call, as the history keeps it. What the server leaves out is null, an
 * absent list is empty. Lengths are in seconds.
 *
 * @param userId whose leg it is
 * @param line the line it used
 * @param start when the call began
 * @param callerId the caller's name and number as shown
 * @param source the calling number
 * @param destination the called number
 * @param duration from the first ring to the end
 * @param talkTime the part that was talked
 * @param disposition the outcome in the switchboard's words, such as {@code ANSWERED}
 * @param accountCode for accounting
 * @param userField free data
 * @param recording the file name of the recording; empty or null without one
 * @param way which way it went
 * @param trunk the SIP trunk taken
 * @param hangupCause why it ended
 * @param uniqueId of this leg
 * @param linkedId of the call: all its legs share it, other operations take it as the call's id
 * @param organization the other side's organisation
 * @param organizationPerson the person there
 * @param data further data, as text
 * @param sipCallId the SIP {@code Call-ID}
 * @param stamp when the record was made
 * @param callback the call centre's callback marker
 * @param queue the queue used
 * @param note only with {@link CallQuery#setMetadata}
 * @param categories only with {@link CallQuery#setMetadata}
 * @param phoneNumber the outside party
 * @param user the switchboard's user
 * @param end when the call ended
 * @param userAnswered whether a user picked up; null where that makes no sense
 */
public record Call(
    @JsonProperty("user_id") @Nullable FlexibleId userId,
    @JsonProperty("line") @Nullable FlexibleId line,
    @JsonProperty("calldate") @Nullable OffsetDateTime start,
    @JsonProperty("clid") @Nullable String callerId,
    @JsonProperty("src") @Nullable String source,
    @JsonProperty("dst") @Nullable String destination,
    @JsonProperty("duration") double duration,
    @JsonProperty("billsec") double talkTime,
    @JsonProperty("disposition") @Nullable String disposition,
    @JsonProperty("accountcode") @Nullable String accountCode,
    @JsonProperty("userfield") @Nullable String userField,
    @JsonProperty("filename") @Nullable String recording,
    @JsonProperty("way") @Nullable CallWay way,
    @JsonProperty("trunk") @Nullable String trunk,
    @JsonProperty("hangupcause") @Nullable String hangupCause,
    @JsonProperty("uniqueid") @Nullable String uniqueId,
    @JsonProperty("linkedid") @Nullable String linkedId,
    @JsonProperty("organization") @Nullable String organization,
    @JsonProperty("organizationPerson") @Nullable String organizationPerson,
    @JsonProperty("data") @Nullable String data,
    @JsonProperty("sipcallid") @Nullable String sipCallId,
    @JsonProperty("stamp") @Nullable OffsetDateTime stamp,
    @JsonProperty("cc_cb") @Nullable Double callback,
    @JsonProperty("queue") @Nullable String queue,
    @JsonProperty("note") @Nullable String note,
    @JsonProperty("categories") List<String> categories,
    @JsonProperty("phoneNumber") @Nullable String phoneNumber,
    @JsonProperty("user") @Nullable CallUser user,
    @JsonProperty("endTime") @Nullable OffsetDateTime end,
    @JsonProperty("userAnswered") @Nullable Boolean userAnswered) {

  public Call {
    categories = Lists.present(categories);
  }
}
