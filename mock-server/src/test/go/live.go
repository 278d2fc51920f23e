package main

import "foreign/ipbx"

// live makes calls, and does with them what can be done.
func live(access, alice session) {
	calls := alice.CallsAPI
	current := func() { call("listCurrentCalls", access.CallsAPI.ListCurrentCalls(access).Execute) }
	current()
	begun := dial(access, "alice@example.com")
	for passed := 0; passed < 10; passed++ {
		current()
		pass(1)
	}
	call("listCurrentCalls", calls.ListCurrentCalls(alice).CallId(begun.CallId).UserLogin("alice@example.com").Execute)
	call("listTransferDestinations", calls.ListTransferDestinations(alice).Execute)
	bob := access.as("bob@example.com")
	monitor := call("monitorCall", bob.CallsAPI.MonitorCall(bob).ChannelId(begun.GetChannelId()).Type_("whisper").Execute)
	current()
	call("hangupCall", bob.CallsAPI.HangupCall(bob).ChannelId(monitor.GetChannelId()).Execute)

	transfer(alice, "203", ipbx.TRANSFERTYPE_ATTENDED)
	current()
	call("cancelTransfer", calls.CancelTransfer(alice).TransferCancelRequest(*ipbx.NewTransferCancelRequest()).Execute)
	transfer(alice, "+420777000111", ipbx.TRANSFERTYPE_BLIND)
	current()
	call("hangupCall", access.CallsAPI.HangupCall(access).CallId(begun.CallId).Execute)

	wanted := ipbx.NewCreateCallRequest("+420777888999")
	wanted.SetFromApplication(*ipbx.NewCallFromApplication(1, 1))
	other := call("createCall", access.CallsAPI.CreateCall(access).CreateCallRequest(*wanted).Execute)
	pass(5)
	current()
	pass(600)
	for _, over := range []*ipbx.CreatedCall{begun, other} {
		page := call("listCalls", access.CallsAPI.ListCalls(access).Linkedid(over.CallId).Metadata(ipbx.FLAG_TRUE).Execute)
		must(page != nil && len(page.Items) > 0, "a call is not in the history")
		call("getCallDetail", access.CallsAPI.GetCallDetail(access, over.CallId).Execute)
		call("getCallTranscript", access.CallsAPI.GetCallTranscript(access, over.CallId).Execute)
	}
	call("listCallReports", access.ReportsAPI.ListCallReports(access).Execute)
	call("listMissedCalls", access.CallsAPI.ListMissedCalls(access).Execute)
}

func dial(access session, user string) *ipbx.CreatedCall {
	wanted := ipbx.NewCreateCallRequest("+420777888999")
	wanted.SetCallerId("+420222333444")
	wanted.SetCallerIdName("Sales")
	from := ipbx.NewCallFromUser(ipbx.USERIDENTITYTYPE_LOGIN, user)
	from.SetOutgoingQueue("sales")
	wanted.SetFromUser(*from)
	begun := call("createCall", access.CallsAPI.CreateCall(access).CreateCallRequest(*wanted).Execute)
	must(begun != nil, "there is no call")
	return begun
}

func transfer(who session, to string, kind ipbx.TransferType) {
	order := ipbx.NewTransferRequest(to)
	order.SetType(kind)
	order.SetCustomData("order 7")
	call("transferCall", who.CallsAPI.TransferCall(who).TransferRequest(*order).Execute)
}
