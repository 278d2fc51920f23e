package main

import "foreign/ipbx"

const (
	begin = "2000-01-01T00:00:00Z"
	end   = "2100-01-01"
)

// reports reads what the call centre did.
func reports(access session) {
	api := access.ReportsAPI
	alice := []string{"alice@example.com"}
	call("listAgentActivity", api.ListAgentActivity(access).PageSize(5000).Execute)
	call("listAgentActivity", api.ListAgentActivity(access).Page(100_000).Execute)
	call("listAgentActivity", api.ListAgentActivity(access).
		StartTime(begin).EndTime(end).Timezone("UTC").Page(2).PageSize(3).
		Queues([]string{"support"}).Agents(alice).Events([]string{"PAUSE", "UNPAUSE"}).
		Execute)

	call("listAgentActivityDurations", api.ListAgentActivityDurations(access).Execute)
	call("listAgentActivityDurations", api.ListAgentActivityDurations(access).
		StartTime(begin).EndTime(end).Agents(alice).Timezone("UTC").
		Execute)
	call("listAgentDailyStatistics", api.ListAgentDailyStatistics(access).Execute)
	call("listAgentDailyStatistics", api.ListAgentDailyStatistics(access).Agents(alice).UsersId([]string{"nobody"}).Execute)

	call("listCallReports", api.ListCallReports(access).Execute)
	for _, answered := range []ipbx.Flag{ipbx.FLAG_TRUE, ipbx.FLAG_FALSE} {
		call("listCallReports", api.ListCallReports(access).StartTime(begin).EndTime(end).Answered(answered).Execute)
	}
	call("listCallReports", api.ListCallReports(access).
		StartTime(begin).EndTime(end).Queues([]string{"support", "sales"}).Agents(alice).Direction("In").Timezone("UTC").
		Execute)
	call("listQueueStatistics", api.ListQueueStatistics(access).Execute)
	call("listQueueStatistics", api.ListQueueStatistics(access).
		StartTime(begin).EndTime(end).Queues([]string{"support"}).Sla(10).
		Execute)
}
