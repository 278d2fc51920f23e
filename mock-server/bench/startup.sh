#!/usr/bin/env bash
# From the start of the process to the first 200 of a password grant: plain, with an archive of loaded
# classes, and without the JIT's second compiler too. Several rounds in turns, medians in milliseconds.
# Needs `mvn package` before.
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-7}
jar=target/ipbx-mock-server.jar
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

form='grant_type=password&client_id=api&username=access@example.com&password=Passw0rd.2026'
head=$(printf '%s\r\n' 'POST /token HTTP/1.1' 'Host: 127.0.0.1' \
  'Content-Type: application/x-www-form-urlencoded' "Content-Length: ${#form}" '' .)

# By the shell's own socket: to start a client would be measured too.
first_grant() { # JVM options...
  local began ended pid url status
  mkfifo "$work/out"
  began=${EPOCHREALTIME/./}
  java "$@" -jar "$jar" --port 0 > "$work/out" 2> /dev/null &
  pid=$!
  read -r -t 20 url < "$work/out"
  exec {grant}<> "/dev/tcp/127.0.0.1/${url##*:}"
  printf '%s' "${head%.*}" "$form" >&"$grant"
  read -r -t 20 status <&"$grant"
  ended=${EPOCHREALTIME/./}
  exec {grant}>&-
  kill $pid
  wait $pid 2> /dev/null || true
  rm "$work/out"
  [[ $status == "HTTP/1.1 200 "* ]] || { echo "no token: $status" >&2; exit 1; }
  echo $(((ended - began) / 1000))
}

median() { sort -n | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'; }

first_grant -XX:DumpLoadedClassList="$work/classes" > /dev/null
echo "-XX:SharedArchiveFile=$work/mock.jsa -XX:TieredStopAtLevel=1" > "$work/mock.start"
java -Xshare:dump -XX:SharedClassListFile="$work/classes" -XX:SharedArchiveFile="$work/mock.jsa" -cp "$jar" > /dev/null 2>&1
for _ in $(seq "$rounds"); do
  first_grant >> "$work/plain"
  first_grant -XX:SharedArchiveFile="$work/mock.jsa" >> "$work/archive"
  first_grant "@$work/mock.start" >> "$work/short"
done
echo "first 200 of a password grant after process start, median of $rounds"
echo "plain                          $(median < "$work/plain") ms"
echo "class archive                  $(median < "$work/archive") ms"
echo "class archive, one compiler    $(median < "$work/short") ms"
