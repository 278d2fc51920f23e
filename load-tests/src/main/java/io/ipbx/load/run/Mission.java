package io.ipbx.load.run;

import io.ipbx.load.client.Contender;
import io.ipbx.load.scenario.Knobs;
import io.ipbx.load.scenario.Plan;
import io.ipbx.load.scenario.Scenario;
import io.ipbx.sdk.IpbxOptions;
import java.util.List;

/**
 * What a {@link Crew} is to carry out.
 *
 * @param plan of the scenario, for those knobs
 * @param options of the target: where it is, and who calls it
 * @param controlled whether the target is a mock in our hands, so that its credentials are no
 *     secret
 * @param usernames the accesses over which callers are spread
 */
public record Mission(
    Scenario scenario,
    Knobs knobs,
    Plan plan,
    String clientName,
    Contender contender,
    IpbxOptions options,
    boolean controlled,
    List<String> usernames) {

  /** The target's options with those that the plan wants otherwise. */
  IpbxOptions clientOptions() {
    return new IpbxOptions(options.toJson().mergeIn(plan.client()))
        .setPassword(plan.hasWrongPassword() ? "Not-the-passw0rd" : options.getPassword());
  }
}
