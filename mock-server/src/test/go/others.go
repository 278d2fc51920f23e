package main

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"unicode"

	"foreign/ipbx"
)

// others calls whatever operation was not called yet, with one of those ids for all that its path names. What
// wants more than that is refused: by the client itself, or by an error that can be read.
func others(who session, ids ...string) {
	client := reflect.ValueOf(who.APIClient).Elem()
	for i := 0; i < client.NumField(); i++ {
		service := client.Field(i)
		for j := 0; strings.HasSuffix(client.Type().Field(i).Name, "API") && j < service.NumMethod(); j++ {
			name := []rune(service.Type().Method(j).Name)
			name[0] = unicode.ToLower(name[0])
			id := string(name)
			if !called[id] && !strings.HasSuffix(id, "Execute") {
				try(id, service.Method(j), who, ids)
			}
		}
	}
}

func try(id string, operation reflect.Value, who session, ids []string) {
	var err error
	for _, each := range ids {
		if err = execute(operation, who, each); err == nil {
			fmt.Println("decoded", id)
			return
		}
	}
	if isRefusal(err) {
		fmt.Println("refused", id)
	} else {
		fail(id, err)
	}
}

func isRefusal(err error) bool {
	var answer *ipbx.GenericOpenAPIError
	if errors.As(err, &answer) {
		_, isRead := answer.Model().(ipbx.Error)
		return isRead
	}
	return strings.HasSuffix(err.Error(), "is required and must be specified")
}

func execute(operation reflect.Value, who session, id string) error {
	arguments := []reflect.Value{reflect.ValueOf(who.Context)}
	for i := 1; i < operation.Type().NumIn(); i++ {
		argument := reflect.New(operation.Type().In(i)).Elem()
		if argument.Kind() == reflect.String {
			argument.SetString(id)
		} else {
			argument.SetInt(1)
		}
		arguments = append(arguments, argument)
	}
	answers := operation.Call(arguments)[0].MethodByName("Execute").Call(nil)
	err, _ := answers[len(answers)-1].Interface().(error)
	return err
}
