package io.ipbx.sdk.pbx;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A user of the switchboard.
 *
 * @param name the given name
 * @param id as the other operations take it
 * @param pbxUserId within the switchboard
 * @param extension the user's line, a number here
 */
public record PbxUser(
    @Nullable String login,
    @Nullable String name,
    @Nullable String surname,
    @Nullable String id,
    @Nullable Long pbxUserId,
    @JsonProperty("exten") @Nullable Long extension) {}
