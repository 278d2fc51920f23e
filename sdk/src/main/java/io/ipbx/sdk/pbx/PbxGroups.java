package io.ipbx.sdk.pbx;

import io.ipbx.sdk.IpbxClient;

/** The groups of the IPBX API, over one client. */
public final class PbxGroups {

  private final Calls calls;
  private final Recordings recordings;
  private final Reports reports;
  private final Numbers numbers;
  private final Members members;
  private final Pauses pauses;
  private final PbxUsers pbxUsers;
  private final Profiles profiles;
  private final Service service;
  private final Users users;

  /** Groups that send by {@code client}; a test can give one of its own. */
  public PbxGroups(IpbxClient client) {
    Api api = new Api(client);
    this.calls = new Calls(api);
    this.recordings = new Recordings(api);
    this.reports = new Reports(api);
    this.numbers = new Numbers(api);
    this.members = new Members(api);
    this.pauses = new Pauses(api);
    this.pbxUsers = new PbxUsers(api);
    this.profiles = new Profiles(api);
    this.service = new Service(api);
    this.users = new Users(api);
  }

  public Calls calls() {
    return calls;
  }

  public Recordings recordings() {
    return recordings;
  }

  public Reports reports() {
    return reports;
  }

  public Numbers numbers() {
    return numbers;
  }

  public Members members() {
    return members;
  }

  public Pauses pauses() {
    return pauses;
  }

  public PbxUsers pbxUsers() {
    return pbxUsers;
  }

  public Profiles profiles() {
    return profiles;
  }

  public Service service() {
    return service;
  }

  public Users users() {
    return users;
  }
}
