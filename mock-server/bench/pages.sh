#!/usr/bin/env bash
# A thousand different pages of 5000 calls from a mock with five million, or as many of either as the
# arguments say: seconds per page, and what the process holds on its way. Needs curl and Linux, and
# `mvn package` before.
set -euo pipefail
cd "$(dirname "$0")/.."
pages=${1:-1000}
calls=${2:-5000000}
work=$(mktemp -d)
mkfifo "$work/out"
java -Xmx64m -XX:+UseSerialGC -jar target/ipbx-mock-server.jar --port 0 --calls "$calls" --token-ttl 86400 > "$work/out" &
mock=$!
trap 'kill $mock; rm -rf "$work"' EXIT
read -r -t 20 url < "$work/out"
token=$(curl -sf -d "grant_type=password&client_id=api&username=access@example.com&password=Passw0rd.2026" "$url/token" |
  sed 's/.*"access_token":"\([^"]*\)".*/\1/')

memory() { awk '/VmRSS/ {print int($2 / 1024)}' "/proc/$mock/status"; }

for page in $(seq "$pages"); do
  curl -sf -o "$work/page" -w '%{time_total}\n' -H "Authorization: Bearer $token" \
    "$url/calls?pageSize=5000&page=$page" >> "$work/times"
  cksum < "$work/page" >> "$work/sums"
  ((page % (pages / 5))) || echo "after $page pages: $(memory) MB"
done
echo "different pages: $(sort -u "$work/sums" | wc -l)"
tail -n +101 "$work/times" | sort -n |
  awk '{v[NR] = $1 * 1000} END {printf "after 100 to warm up: median %.0f ms, p95 %.0f ms, slowest %.0f ms\n", v[int(NR / 2)], v[int(NR * .95)], v[NR]}'
