package main

import "foreign/ipbx"

// people reads who and what is there, and gives profiles.
func people(access, alice session) {
	members := call("listMembers", access.MembersAPI.ListMembers(access).Execute)
	must(len(members) > 0, "there are no members")
	call("listMembers", access.MembersAPI.ListMembers(access).Login(members[0].Login).UserId(members[0].UserId).Execute)
	call("listMembers", access.MembersAPI.ListMembers(access).Login("nobody").Execute)

	numbers := call("listNumbers", access.NumbersAPI.ListNumbers(access).Execute)
	must(len(numbers) > 0, "there are no numbers")
	for _, kind := range ipbx.AllowedNumberTypeEnumValues {
		for _, owner := range ipbx.AllowedNumberOwnerTypeEnumValues {
			call("listNumbers", access.NumbersAPI.ListNumbers(access).Type_(kind).OwnerType(owner).Execute)
		}
	}
	for _, number := range numbers {
		call("getNumber", access.NumbersAPI.GetNumber(access, number.Id).Execute)
	}
	call("listPauses", access.PausesAPI.ListPauses(access).Execute)

	users := access.agents()
	call("listPbxUsers", access.PbxAPI.ListPbxUsers(access).Exten(users[0].GetExten()).Login(users[0].Login).Execute)
	call("getPbxUser", access.PbxAPI.GetPbxUser(access, users[0].Id).Execute)

	profiles := call("listProfiles", alice.ProfilesAPI.ListProfiles(alice).Execute)
	must(len(profiles) > 0, "there are no profiles")
	for _, profile := range profiles {
		for _, forward := range ipbx.AllowedForwardModeEnumValues {
			update := ipbx.NewProfileUpdate()
			update.SetActive(true)
			if profile.Params.GetHasForward() {
				update.SetFwd(forward)
				update.SetFwdNum("+420777888999")
			}
			if profile.Params.GetHasDevice() {
				update.SetEndpointId(12)
			}
			call("updateProfile", alice.ProfilesAPI.UpdateProfile(alice, profile.GetId()).ProfileUpdate(*update).Execute)
			call("listProfiles", access.ProfilesAPI.ListProfiles(access).UserId(users[0].Id).Execute)
		}
		wanted := ipbx.NewUserProfileRequest(profile.GetId())
		call("setUserProfile", alice.UsersAPI.SetUserProfile(alice).UserProfileRequest(*wanted).Execute)
	}
	call("reloadPbx", access.ServiceAPI.ReloadPbx(access).Type_("full").Execute)
}

// agents are the users who are members of the call centre.
func (s session) agents() []ipbx.PbxUser {
	users := call("listPbxUsers", s.PbxAPI.ListPbxUsers(s).Callcenter(ipbx.FLAG_TRUE).Execute)
	must(len(users) > 0, "there are no users")
	return users
}
