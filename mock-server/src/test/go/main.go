// Command foreign calls every operation of the IPBX API by a client that was generated from the contract, and
// prints what became of each call. The client refuses members that the contract does not know, misses those that
// it requires, and takes no value that an enumeration does not have.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"

	"foreign/ipbx"
)

var (
	base    = os.Args[1]
	called  = map[string]bool{}
	failed  = false
	patient = &http.Client{Timeout: 30 * time.Second}
)

// session is somebody who uses the API.
type session struct {
	context.Context
	*ipbx.APIClient
}

func main() {
	access := login(url.Values{
		"grant_type": {"password"},
		"client_id":  {"api"},
		"username":   {"access@example.com"},
		"password":   {"Passw0rd.2026"},
	})
	alice := access.as("alice@example.com")
	history(access, alice)
	people(access, alice)
	recordings(access)
	reports(access)
	live(access, alice)
	others(access, access.agents()[0].Id, "101", "1")
	if failed {
		os.Exit(1)
	}
}

// call makes a call and says whether its answer could be read.
func call[T any](id string, execute func() (T, *http.Response, error)) T {
	called[id] = true
	answer, response, err := execute()
	if err == nil {
		fmt.Println("decoded", id)
		return answer
	}
	fail(id, err)
	if response != nil {
		fmt.Println("  at", response.Request.Method, response.Request.URL, response.Status)
	}
	return answer
}

func fail(id string, err error) {
	failed = true
	fmt.Println("failed", id, "-", err)
}

// must ends the run where nothing can follow.
func must(holds bool, what string) {
	if !holds {
		fmt.Println("failed:", what)
		os.Exit(1)
	}
}

func login(form url.Values) session {
	response, err := patient.PostForm(base+"/token", form)
	return open(response, err)
}

func (s session) as(email string) session {
	request, _ := http.NewRequest("POST", base+"/token-exchange", strings.NewReader(`{"email":"`+email+`"}`))
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Authorization", "Bearer "+s.Value(ipbx.ContextAccessToken).(string))
	response, err := patient.Do(request)
	return open(response, err)
}

func open(response *http.Response, err error) session {
	must(err == nil && response.StatusCode == 200, "there is no token")
	var tokens struct {
		AccessToken string `json:"access_token"`
	}
	must(json.NewDecoder(response.Body).Decode(&tokens) == nil, "the token cannot be read")
	configuration := ipbx.NewConfiguration()
	configuration.HTTPClient = patient
	configuration.Servers = ipbx.ServerConfigurations{{URL: base}}
	return session{
		context.WithValue(context.Background(), ipbx.ContextAccessToken, tokens.AccessToken),
		ipbx.NewAPIClient(configuration),
	}
}

// pass moves the mock's clock.
func pass(seconds int) {
	body := strings.NewReader(fmt.Sprintf(`{"advance":"PT%dS"}`, seconds))
	request, _ := http.NewRequest("PUT", base+"/__mock/clock", body)
	response, err := patient.Do(request)
	must(err == nil && response.StatusCode == 200, "the clock cannot be moved")
}
