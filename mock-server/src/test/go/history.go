package main

import "foreign/ipbx"

// history reads the calls that are over.
func history(access, alice session) {
	calls := access.CallsAPI
	list := func() ipbx.ApiListCallsRequest { return calls.ListCalls(access) }
	page := call("listCalls", list().PageSize(5000).Metadata(ipbx.FLAG_TRUE).Execute)
	must(page != nil && len(page.Items) > 0, "there are no calls")
	call("listCalls", alice.CallsAPI.ListCalls(alice).Execute)
	call("listCalls", list().Page(100_000).Execute)
	call("listCalls", list().Src("nobody").Execute)
	call("listCalls", list().Categories([]string{"[1,2]", "5"}).Teams([]int32{1, 2}).Metadata(ipbx.FLAG_TRUE).Execute)
	for _, way := range ipbx.AllowedCallDirectionEnumValues {
		call("listCalls", list().Way(way).Page(2).PageSize(20).SortColumn("duration").SortDirection("desc").Execute)
	}

	recorded := one(calls, access)
	call("listCalls", list().
		Linkedid(recorded.GetLinkedid()).
		Src(recorded.Src).SrcFilter(ipbx.FILTERMODE_EQUAL).
		Dst(recorded.Dst).DstFilter(ipbx.FILTERMODE_LIKE).
		PhoneNumber(recorded.PhoneNumber).PhoneNumberFilter(ipbx.FILTERMODE_LIKE).
		Line("2").LineFilter(ipbx.FILTERMODE_LIKE).
		Trunk("trunk").TrunkFilter(ipbx.FILTERMODE_LIKE).
		Extensions([]string{"201", "202"}).
		Disposition(recorded.Disposition).
		Way(recorded.Way).
		StartTime("2000-01-01").EndTime("2100-01-01T00:00:00Z").
		Timezone("America/New_York").
		Execute)

	id := recorded.GetLinkedid()
	call("getCallDetail", calls.GetCallDetail(access, id).Timezone("Asia/Tokyo").Execute)
	call("listCallRecordings", calls.ListCallRecordings(access, id).Extensions([]string{"mp3", "wav"}).Execute)
	call("getCallTranscript", calls.GetCallTranscript(access, id).Execute)
	for _, each := range page.Items[:100] {
		call("getCallDetail", calls.GetCallDetail(access, each.GetLinkedid()).Execute)
		call("listCallRecordings", calls.ListCallRecordings(access, each.GetLinkedid()).Execute)
		call("getCallTranscript", calls.GetCallTranscript(access, each.GetLinkedid()).Execute)
	}
	call("listMissedCalls", calls.ListMissedCalls(access).Execute)
}

// one is a call that was recorded.
func one(calls *ipbx.CallsAPIService, access session) ipbx.Call {
	page := call("listCalls", calls.ListCalls(access).Disposition("ANSWERED").Way(ipbx.CALLDIRECTION_OUT).PageSize(1).Execute)
	must(page != nil && len(page.Items) == 1 && page.Items[0].GetFilename() != "", "no call was recorded")
	return page.Items[0]
}
