#!/usr/bin/env bash
# What the journal costs: password grants a second with it and without it, in one process and one
# run, in turns; then its memory under a minute of load, in a heap of 64 MB. Needs wrk and curl, and
# `mvn package` before.
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-7}
seconds=${2:-4}
sustained=${3:-60}
work=$(mktemp -d)
port=18190
pid=
trap 'kill $pid 2>/dev/null || true; rm -rf "$work"' EXIT

cat > "$work/post.lua" <<'LUA'
wrk.method = "POST"
wrk.body = "grant_type=password&client_id=api&username=access@example.com&password=Passw0rd.2026"
wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
LUA

load() { # seconds
  wrk -t1 -c32 -d"$1s" -s "$work/post.lua" "http://127.0.0.1:$port/token" > "$work/wrk.out"
  grep -q 'Non-2xx' "$work/wrk.out" && { cat "$work/wrk.out" >&2; exit 1; }
  awk '/Requests\/sec/ {print $2}' "$work/wrk.out"
}

journal() { # size
  curl -sf -o /dev/null -X PUT -H 'Content-Type: application/json' \
    -d "{\"journalSize\":$1,\"maxSessions\":20000}" "http://127.0.0.1:$port/__mock/settings"
}

median() { sort -n | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'; }

start() { # signing
  java -Xmx64m -XX:+UseSerialGC -jar target/ipbx-mock-server.jar --port $port --signing "$1" \
    > "$work/out" 2> "$work/err" &
  pid=$!
  for _ in $(seq 100); do [ -s "$work/out" ] && return; sleep 0.1; done
  echo "the mock did not start" >&2; cat "$work/err" >&2; exit 1
}

stop() { kill $pid; wait $pid 2> /dev/null || true; : > "$work/out"; }

echo "wrk, 1 thread, 32 connections, $rounds rounds of $seconds s each, medians, heap of 64 MB"
printf '%-8s %12s %12s %8s\n' signing 'journal off' 'journal on' ratio
for signing in HS256 ES256; do
  start $signing
  load 8 > /dev/null
  rm -f "$work/on" "$work/off"
  for _ in $(seq "$rounds"); do
    journal 2000; load "$seconds" >> "$work/on"
    journal 0; load "$seconds" >> "$work/off"
  done
  on=$(median < "$work/on"); off=$(median < "$work/off")
  printf '%-8s %12.0f %12.0f %8.2f\n' $signing "$off" "$on" "$(awk -v a="$on" -v b="$off" 'BEGIN {print a / b}')"
  stop
done

start HS256
journal 2000
echo "resident memory under load, journal on"
for _ in $(seq 6); do
  load $((sustained / 6)) > /dev/null
  awk '/VmRSS/ {printf "%d MB\n", $2 / 1024}' "/proc/$pid/status"
done
curl -sf "http://127.0.0.1:$port/__mock/stats" | sed 's/.*"requests":\([0-9]*\),"granted.*/\1 requests/'
