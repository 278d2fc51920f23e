#!/usr/bin/env bash
# Password grants a second, beside a Vert.x server that answers with fixed bytes, in one run: each in
# turn, several times, medians and their ratio. All of it with servers started anew, several times, as what
# the JIT makes of one start differs by a fifth from what it makes of another; and only after the 24 s
# that each of them takes until it becomes no faster. Journal, counters and one rule of faults that matches
# nothing are on. Needs wrk and curl, and `mvn package` before; takes two minutes for each start.
set -euo pipefail
cd "$(dirname "$0")/.."
starts=${1:-5}
turns=3
seconds=4
warm=24
jar=target/ipbx-mock-server.jar
classes=target/test-classes
work=$(mktemp -d)
pids=()
trap 'kill "${pids[@]}" 2>/dev/null || true; rm -rf "$work"' EXIT

cat > "$work/post.lua" <<'LUA'
wrk.method = "POST"
wrk.body = "grant_type=password&client_id=api&username=access@example.com&password=Passw0rd.2026"
wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
LUA

start() { # name, command...
  local name=$1; shift
  "$@" > "$work/$name.out" 2> "$work/$name.err" &
  pids+=($!)
  for _ in $(seq 100); do [ -s "$work/$name.out" ] && return; sleep 0.1; done
  echo "$name did not start" >&2; cat "$work/$name.err" >&2; exit 1
}

load() { # port, seconds
  wrk -t1 -c32 -d"$2s" -s "$work/post.lua" "http://127.0.0.1:$1/token" > "$work/wrk.out"
  grep -q 'Non-2xx' "$work/wrk.out" && { cat "$work/wrk.out" >&2; exit 1; }
  awk '/Requests\/sec/ {print $2}' "$work/wrk.out"
}

median() { sort -n | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'; }

stop() {
  kill "${pids[@]}"
  wait "${pids[@]}" 2>/dev/null || true
  pids=()
  rm -f "$work"/*.out
}

measure() {
  start fixed java -cp "$jar:$classes" io.ipbx.mock.bench.FixedAnswerServer 18180
  start hs256 java -jar "$jar" --port 18181 --signing HS256
  start es256 java -jar "$jar" --port 18182 --signing ES256
  # A rule that is asked about each of these requests, and is for none of them.
  for port in 18181 18182; do
    curl -sf -o /dev/null -H 'Content-Type: application/json' "http://127.0.0.1:$port/__mock/faults" \
      -d '{"match":{"endpoint":"token","identity":"nobody@example.com"},"effect":{"type":"STATUS","status":503}}'
  done
  for port in 18180 18181 18182; do load $port $warm > /dev/null; done
  for _ in $(seq $turns); do
    load 18180 $seconds >> "$work/fixed"
    load 18181 $seconds >> "$work/hs256"
    load 18182 $seconds >> "$work/es256"
  done
  stop
}

for _ in $(seq "$starts"); do measure; done

fixed=$(median < "$work/fixed")
echo "wrk, 1 thread, 32 connections; medians of $starts starts, $turns turns of $seconds s each"
printf '%-14s %10s %8s\n' server requests/s ratio
for name in fixed hs256 es256; do
  rate=$(median < "$work/$name")
  printf '%-14s %10.0f %8.2f\n' "$name" "$rate" "$(awk -v a="$rate" -v b="$fixed" 'BEGIN {print a / b}')"
done
