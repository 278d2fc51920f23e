package io.ipbx.sdk.pbx;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member of the call centre.
 *
 * @param pbxUserId within the switchboard
 * @param queues those that the member serves
 */
public record Member(
    @Nullable String userId,
    long pbxUserId,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String login,
    @JsonProperty("exten") @Nullable Extension extension,
    List<MemberQueue> queues,
    @Nullable SkillsGroup skillsGroup) {

  public Member {
    queues = Lists.present(queues);
  }
}
