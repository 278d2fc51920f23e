package io.ipbx.sdk;

import io.ipbx.sdk.auth.Tokens;
import io.ipbx.sdk.impl.ClientBuilder;
import io.ipbx.sdk.pbx.Calls;
import io.ipbx.sdk.pbx.Members;
import io.ipbx.sdk.pbx.Numbers;
import io.ipbx.sdk.pbx.Pauses;
import io.ipbx.sdk.pbx.PbxGroups;
import io.ipbx.sdk.pbx.PbxUsers;
import io.ipbx.sdk.pbx.Profiles;
import io.ipbx.sdk.pbx.Recordings;
import io.ipbx.sdk.pbx.Reports;
import io.ipbx.sdk.pbx.Service;
import io.ipbx.sdk.pbx.Users;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.HttpResponse;

/**
 * A client of the IPBX API. Make one and share it: it is safe for use by any thread. Every future
 * completes on the Vert.x context of its caller and fails with an {@link IpbxException}. A client
 * made within a verticle closes with it.
 */
public interface IpbxClient {

  /**
   * A client with the credentials of {@code options}. Nothing is sent until it is used.
   *
   * @throws IllegalArgumentException naming the option that is wrong and what is allowed
   */
  static IpbxClient create(Vertx vertx, IpbxOptions options) {
    return builder(vertx).with(options).build();
  }

  /** A client of which more than the options is to be chosen. */
  static IpbxClientBuilder builder(Vertx vertx) {
    return new ClientBuilder(vertx);
  }

  /** The groups of the IPBX API; each has an accessor of its own here. */
  PbxGroups groups();

  /** The call history and live calls. */
  default Calls calls() {
    return groups().calls();
  }

  /** Recordings of calls. */
  default Recordings recordings() {
    return groups().recordings();
  }

  /** Agents, queues and calls of the call centre. */
  default Reports reports() {
    return groups().reports();
  }

  /** Numbers and lines. */
  default Numbers numbers() {
    return groups().numbers();
  }

  /** Members of the call centre. */
  default Members members() {
    return groups().members();
  }

  /** Reasons to pause. */
  default Pauses pauses() {
    return groups().pauses();
  }

  /** Users of the switchboard. */
  default PbxUsers pbxUsers() {
    return groups().pbxUsers();
  }

  /** How the calls of a user are handled. */
  default Profiles profiles() {
    return groups().profiles();
  }

  /** The switchboard itself. */
  default Service service() {
    return groups().service();
  }

  /** What users have. */
  default Users users() {
    return groups().users();
  }

  /**
   * Sends {@code request} with a valid token. After a 401 the token is replaced and the same bytes
   * are sent once more. After a failure that may pass it is sent again as its {@link RetryPolicy}
   * and the options allow. Completes with any answer of the 2xx kind, and within the request's
   * timeout in any case.
   *
   * @throws IllegalArgumentException when the user to act as is not named by an e-mail
   * @throws IllegalStateException when the request names one and this client impersonates already
   */
  Future<HttpResponse<Buffer>> send(IpbxRequest request);

  /**
   * Sends {@code request} as {@link #send} does, but completes as soon as the head of a 2xx answer
   * is there. The timeout is for the head; the body is read, or closed, by whoever asked.
   */
  Future<BodyStream> open(IpbxRequest request);

  /**
   * This API as the user with that e-mail sees it, over the same connections. The token is made
   * when it is first needed.
   *
   * @throws IllegalStateException on a client that impersonates already
   */
  IpbxClient impersonate(String email);

  /** The tokens behind this client. */
  Tokens tokens();

  /**
   * Fails all who wait with {@link ClientClosedException} and closes the connections, those of all
   * impersonating clients with them. A second time changes nothing. On an impersonating client: on
   * the one it came from.
   */
  Future<Void> close();
}
