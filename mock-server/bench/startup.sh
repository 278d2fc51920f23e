#!/usr/bin/env bash
# From the start of the process to the first 200 of a password grant, plain and with an archive of
# loaded classes: several rounds, medians in milliseconds. Needs curl, and `mvn package` before.
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-7}
jar=target/ipbx-mock-server.jar
port=18190
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

first_grant() { # JVM options...
  local began now pid
  began=$(date +%s%N)
  java "$@" -jar "$jar" --port $port > /dev/null 2>&1 &
  pid=$!
  until curl -sf -o /dev/null -d "grant_type=password&client_id=api&username=access@example.com&password=Passw0rd.2026" "http://127.0.0.1:$port/token"; do sleep 0.005; done
  now=$(date +%s%N)
  kill $pid
  wait $pid 2> /dev/null || true
  echo $(((now - began) / 1000000))
}

median() { sort -n | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'; }

first_grant -XX:ArchiveClassesAtExit="$work/mock.jsa" > /dev/null
for _ in $(seq "$rounds"); do
  first_grant >> "$work/plain"
  first_grant -XX:SharedArchiveFile="$work/mock.jsa" >> "$work/archive"
done
echo "first 200 of a password grant after process start, median of $rounds"
echo "plain            $(median < "$work/plain") ms"
echo "class archive    $(median < "$work/archive") ms"
