package main

import (
	"net/http"
	"os"
	"strings"
	"time"

	"foreign/ipbx"
)

// recordings reads names and files, and deletes some.
func recordings(access session) {
	api := access.RecordingsAPI
	page := call("listRecordings", api.ListRecordings(access).Execute)
	must(page != nil && len(page.Files) > 1, "there are no recordings")
	call("listRecordings", api.ListRecordings(access).Page(2).PageSize(7).StartTime("2000-01-01").EndTime("2100-01-01").Execute)
	call("listRecordings", api.ListRecordings(access).EndTime("2000-01-01").PbxId("101").Execute)
	name := page.Files[0]
	file("getRecording", "\xff", api.GetRecording(access, name).Execute)
	file("getRecording", "", api.GetRecording(access, name).Range_("bytes=100-199").Execute)
	wav := strings.Replace(name, ".mp3", ".wav", 1)
	file("getRecordingOfPbx", "RIFF", api.GetRecordingOfPbx(access, wav, "101").Execute)
	recorded := one(access.CallsAPI, access)
	file("downloadRecordings", "PK", api.DownloadRecordings(access).CallId([]string{recorded.GetLinkedid()}).Execute)

	named := ipbx.NewRecordingBatchDeleteRequest()
	named.SetFileNames([]string{name, "nothing.mp3"})
	named.SetCallIds([]string{recorded.GetLinkedid(), "1.2"})
	call("batchDeleteRecordings", api.BatchDeleteRecordings(access).RecordingBatchDeleteRequest(*named).Execute)
	filter := ipbx.NewRecordingUserFilter()
	filter.SetExtensions([]string{"201"})
	filter.SetStartTime(time.Unix(0, 0))
	filter.SetEndTime(time.Now())
	filtered := ipbx.NewRecordingBatchDeleteRequest()
	filtered.SetUserFilter(*filter)
	call("batchDeleteRecordings", api.BatchDeleteRecordings(access).RecordingBatchDeleteRequest(*filtered).Execute)
}

// file calls what answers with a file that begins in a known way.
func file(id, magic string, execute func() (*os.File, *http.Response, error)) {
	found := call(id, execute)
	must(found != nil, id+" gives no file")
	defer os.Remove(found.Name())
	bytes, err := os.ReadFile(found.Name())
	must(err == nil && len(bytes) > 0 && strings.HasPrefix(string(bytes), magic), id+" gives another file")
}
