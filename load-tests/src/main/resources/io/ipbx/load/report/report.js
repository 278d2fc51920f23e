// The page: verdict first, then each run, then what it ran on.

const COLORS = ["var(--c1)", "var(--c2)", "var(--c3)", "var(--c4)", "var(--c5)"];
const color = index => COLORS[index % COLORS.length];

const sum = (list, member) => list.reduce((total, one) => total + one[member], 0);
const calls = run => sum(run.phases, "calls");
const failed = run => sum(run.phases, "failed") + run.generator.unanswered;
const passed = run => run.checks.length > 0 && run.checks.every(check => check.passed);
const slowest = run => Math.max(0, ...run.phases.map(phase => phase.maxMillis));
const rate = run => run.tookMillis ? calls(run) * 1000 / run.tookMillis : 0;
/** The first phase with calls after an event, or else the first. */
const decisive = run => run.phases.slice(1).concat(run.phases).filter(phase => phase.calls > 0)[0] || run.phases[0];

function card(title, hint, ...content) {
  return html("section", { class: "card" }, title ? html("h3", {}, title) : null, hint ? html("p", { class: "hint" }, hint) : null, ...content);
}

function table(head, rows, attributes) {
  const cell = (tag, value) => value instanceof Node && (value.tagName === "TD" || value.tagName === "TH") ? value : html(tag, typeof value === "object" && value && value.n !== undefined ? { class: "n" } : {}, typeof value === "object" && value && value.n !== undefined ? value.n : value);
  return html("div", { class: "scroll" }, html("table", attributes,
    html("thead", {}, html("tr", {}, ...head.map(one => cell("th", one)))),
    html("tbody", {}, ...rows.map(row => row instanceof Node ? row : html("tr", {}, ...row.map(one => cell("td", one)))))));
}

const decides = run => run.decides !== false;
const state = good => html("td", { class: "state " + (good ? "ok" : "no") }, good ? "✓ pass" : "✗ fail");

function verdict(runs) {
  const broken = runs.flatMap(run => run.checks.filter(check => !check.passed));
  const good = runs.length > 0 && runs.every(passed);
  const held = sum(runs.map(run => ({ n: run.checks.length })), "n");
  return html("div", { class: "verdict " + (good ? "good" : "bad") }, html("b", {}, good ? "PASS" : "FAIL"),
    html("span", {}, good ? `All ${held} checks passed.` : broken.length ? `${broken.length} of ${held} checks failed: ${broken[0].name}, wanted ${broken[0].wanted}, seen ${broken[0].seen}.` : "Nothing was judged."));
}

function tiles(run) {
  const tile = (name, value, unit, bad) => html("div", { class: "tile" + (bad ? " bad" : "") }, html("dt", {}, name), html("dd", {}, value, unit ? html("small", {}, " " + unit) : null));
  const time = value => { const [amount, unit] = millis(value).split(" "); return [amount, unit]; };
  const phase = decisive(run);
  return html("dl", { class: "tiles" },
    tile("calls", number(calls(run))),
    tile("failed", number(failed(run)), null, failed(run) > 0 && run.checks.some(c => !c.passed && c.name.startsWith("failed"))),
    tile("throughput", short(Math.round(rate(run))), "calls/s"),
    tile("p50, " + phase.name, ...time(phase.p50Millis)),
    tile("p99, " + phase.name, ...time(phase.p99Millis)),
    tile("slowest call", ...time(slowest(run))),
    run.tokens ? tile("token requests", number(run.tokens.requests), "needed " + number(run.tokens.due)) : null,
    run.tokens ? tile("at the same time", number(run.tokens.peak), null, run.tokens.peak > 1) : null);
}

function checks(run) {
  return card("Verdict", null, table(["", "check", "wanted", "seen"],
    run.checks.map(check => html("tr", { class: check.passed ? "" : "no" }, state(check.passed), html("td", {}, check.name), html("td", {}, check.wanted), html("td", {}, check.seen))), { class: "checks" }));
}

const POINTS = 1200;

/** What is too long to be drawn, with the worst of each stretch. */
function thinned(timeline) {
  const each = Math.ceil(timeline.length / POINTS);
  const points = [];
  for (let n = 0; n < timeline.length; n += each) {
    const part = timeline.slice(n, n + each);
    const point = { atMillis: part[part.length - 1].atMillis };
    for (const member of ["started", "ended", "failed", "tokenRequests"]) point[member] = sum(part, member);
    for (const member of ["p50Millis", "p99Millis", "maxMillis"]) point[member] = most(part.map(one => one[member]), 0);
    points.push(point);
  }
  return points;
}

function over(run) {
  const timeline = thinned(run.timeline);
  const x = { min: 0, max: run.tookMillis, format: seconds, tip: value => number(value / 1000, 2) + " s" };
  const marks = run.marks.map(mark => ({ x: mark.atMillis, label: mark.what }));
  const bands = run.flights.slice(0, 200).map(flight => ({ from: Math.max(0, flight.atMillis - flight.tookMillis), to: flight.atMillis }));
  const series = member => timeline.map(point => [point.atMillis, point.ended && point[member] > 0 ? point[member] : null]);
  const latency = card("Latency over time", "of the calls that ended within each tenth of a second, from when they were due" + (timeline.length < run.timeline.length ? "; of several tenths the worst" : "") + ". Shaded: a token is being fetched.");
  chart(latency, { label: "latency over time", x, marks, bands, height: 270, y: { log: true, format: rounded, tip: millis },
    series: [{ name: "p50", color: color(0), points: series("p50Millis") }, { name: "p99", color: color(1), points: series("p99Millis") }, { name: "slowest", color: color(4), width: 1.2, points: series("maxMillis") }] });
  const perSecond = member => timeline.map((point, n) => {
    const since = n ? timeline[n - 1].atMillis : 0;
    return [point.atMillis, point[member] * 1000 / Math.max(1, point.atMillis - since)];
  });
  const throughput = card("Throughput", "calls a second");
  const started = perSecond("started"), ended = perSecond("ended");
  const peak = points => most(points.map(point => point[1]), 1);
  const lines = [{ name: "ended", color: color(0), kind: "area", points: ended }];
  // Where all start at one instant, their line would leave no room for the other.
  if (peak(started) < 4 * peak(ended)) lines.unshift({ name: "started", color: color(3), width: 1.2, points: started });
  if (failed(run)) lines.push({ name: "failed", color: "var(--bad)", points: perSecond("failed") });
  chart(throughput, { label: "throughput", x, marks: marks.map(m => ({ x: m.x, label: "" })), y: { format: short }, series: lines });
  const requests = card("Token requests", "at the auth server, by its own count");
  chart(requests, { label: "token requests over time", x, marks: marks.map(m => ({ x: m.x, label: "" })), y: { format: short, whole: true },
    series: [{ name: "token requests", color: color(1), kind: "bars", points: timeline.map(point => [point.atMillis, point.tokenRequests]) }] });
  return html("div", {}, latency, html("div", { class: "pair" }, throughput, run.tokens ? requests : null));
}

const LEVELS = [0, 50, 90, 99, 99.9, 99.99, 99.999];

function curves(title, hint, named) {
  const host = card(title, hint);
  const position = percentile => 1 / (1 - Math.min(percentile, 99.9995) / 100);
  const level = value => +(100 - 100 / value).toPrecision(6) + " %";
  chart(host, { label: title, x: { log: true, min: 1, ticks: LEVELS.map(position), format: level }, y: { log: true, format: rounded, tip: millis },
    series: named.map((one, n) => ({ name: one.name, color: color(n), points: one.phase.curve.filter(step => step.millis > 0 && step.percentile < 100).map(step => [position(step.percentile), step.millis]) })) });
  return host;
}

function phases(run) {
  return card("Phases", "calls by when they were due", table(["phase", { n: "calls" }, { n: "failed" }, { n: "p50" }, { n: "p90" }, { n: "p99" }, { n: "p99.9" }, { n: "slowest" }],
    run.phases.map(phase => [phase.name, { n: number(phase.calls) }, { n: number(phase.failed) }, ...["p50", "p90", "p99", "p999", "max"].map(p => ({ n: phase.calls ? millis(phase[p + "Millis"]) : "–" }))])));
}

function flights(run) {
  if (!run.flights.length) return null;
  const host = card("Flights", "each fetch of a token, and how many calls waited for it");
  if (run.flights.length > 1) {
    chart(host, { label: "calls waiting for each flight", height: 170, x: { min: .5, max: run.flights.length + .5, format: value => "#" + number(value), ticks: linearTicks(1, run.flights.length, Math.min(8, run.flights.length)).filter(Number.isInteger) },
      y: { format: short, whole: true }, series: [{ name: "calls", color: color(2), kind: "bars", points: run.flights.map((flight, n) => [n + 1, flight.waiting]) }] });
  }
  host.append(table(["landed", "outcome", { n: "took" }, { n: "calls waiting" }],
    run.flights.slice(0, 12).map(flight => [seconds(Math.round(flight.atMillis)), flight.outcome, { n: millis(flight.tookMillis) }, { n: number(flight.waiting) }])));
  if (run.flights.length > 12) host.append(html("p", { class: "hint" }, `and ${number(run.flights.length - 12)} more`));
  return host;
}

function counts(title, hint, map) {
  const entries = Object.entries(map).sort((a, b) => b[1] - a[1]);
  return entries.length ? card(title, hint, table(["", { n: "" }], entries.map(([name, count]) => [name, { n: number(count) }]))) : null;
}

function about(run) {
  const environment = run.environment, generator = run.generator;
  const pairs = { client: run.client, server: run.target, load: run.load, started: run.started, took: millis(run.tookMillis),
    "generator": `${generator.eventLoops} event loops; started calls late by ${millis(generator.lagP50Millis)} (p50), ${millis(generator.lagP99Millis)} (p99), ${millis(generator.lagMaxMillis)} at most; ${number(generator.shed)} shed`,
    machine: `${environment.processors} processors, ${environment.os}, ${environment.java}, heap ${number(environment.heapMegabytes)} MB, Vert.x ${environment.vertx}`,
    ...Object.fromEntries(Object.entries(run.knobs).map(([name, value]) => ["knob " + name, value])) };
  return html("details", { open: "" }, html("summary", {}, "How this was run"), html("dl", { class: "pairs" }, ...Object.entries(pairs).flatMap(([name, value]) => [html("dt", {}, name), html("dd", {}, value)])));
}

function agents(run) {
  if (!(run.agents || []).length) return null;
  return card("Agents", "the processes that made the calls; late: after the common instant, at the worst of its rounds; clock: how well theirs is known here", table(["agent", { n: "calls" }, { n: "failed" }, { n: "late" }, { n: "clock" }, { n: "lag p99" }, { n: "lag at most" }, ""],
    run.agents.map(one => [one.name, { n: number(one.calls) }, { n: number(one.failed) }, ...[one.lateMillis, one.clockMillis, one.lagP99Millis, one.lagMaxMillis].map(value => ({ n: one.lost ? "–" : (value < 0 ? "−" : "") + millis(Math.abs(value)) })), one.lost ? html("td", { class: "state no" }, "✗ " + one.lost) : ""])));
}

function section(run, titled, asked) {
  return html("article", {}, titled ? html("h2", {}, run.scenario + " · " + run.client) : null,
    asked ? html("p", { class: "lead" }, run.question) : null, tiles(run), checks(run), over(run),
    html("div", { class: "pair" }, curves("Percentiles", "latency below which that share of calls stayed", run.phases.filter(phase => phase.calls > 0).map(phase => ({ name: phase.name, phase }))), flights(run) || counts("Token requests by grant", null, run.tokens ? run.tokens.byGrant : {})),
    phases(run), agents(run), html("div", { class: "pair" }, counts("Failed calls by kind", null, run.errors), counts("Token requests by outcome", "as the auth server answered them", run.tokens ? run.tokens.byOutcome : {})), about(run));
}

function comparison(runs) {
  const names = runs.map((run, n) => `${run.client}${runs.filter(other => other.client === run.client).length > 1 ? " #" + (runs.slice(0, n).filter(other => other.client === run.client).length + 1) : ""}`);
  // What is not known, as of a server that does not count, is null and the best of nothing.
  const best = value => least(runs.map(value).filter(known => known !== null), Infinity);
  const column = (run, value, format) => html("td", { class: "n" + (value(run) === best(value) ? " best" : "") }, value(run) === null ? "–" : format(value(run)));
  const latency = card("Side by side", "latency in the phase that matters; the best of each column in bold", table(["client", "scenario", { n: "calls" }, { n: "failed" }, { n: "token requests" }, { n: "at once" }, { n: "p50" }, { n: "p99" }, { n: "slowest" }, { n: "calls/s" }, "verdict"],
    runs.map((run, n) => html("tr", {}, html("td", {}, html("i", { class: "swatch", style: "background:" + color(n) }), names[n]), html("td", {}, run.scenario), html("td", { class: "n" }, number(calls(run))),
      column(run, failed, number), column(run, one => one.tokens ? one.tokens.requests : null, number), column(run, one => one.tokens ? one.tokens.peak : null, number),
      column(run, one => decisive(one).p50Millis, millis), column(run, one => decisive(one).p99Millis, millis), column(run, one => decisive(one).maxMillis, millis), html("td", { class: "n" }, number(rate(run))), decides(run) ? state(passed(run)) : html("td", {}, "peer")))));
  return html("div", {}, latency, curves("Percentiles side by side", "latency below which that share of calls stayed, in the phase that matters", runs.map((run, n) => ({ name: names[n], phase: decisive(run) }))));
}

(function () {
  const runs = JSON.parse(document.getElementById("results").textContent).runs;
  const page = document.getElementById("page");
  const one = runs.length === 1;
  const names = [...new Set(runs.map(run => run.scenario))];
  document.title = names.join(", ") + " · IPBX load test";
  page.append(html("header", {}, html("h1", {}, one ? runs[0].scenario + " · " + runs[0].client : names.join(", ") + ", " + runs.length + " runs"),
    html("p", { class: "lead" }, names.length === 1 ? runs[0].question : ""), verdict(runs.filter((run, n) => one || decides(run))),
    html("p", { class: "meta" }, `${new Date(runs[0].started).toISOString().replace("T", " ").slice(0, 19)} UTC · ${runs[0].target} · ${runs[0].load}`)));
  if (!one) page.append(comparison(runs));
  runs.forEach(run => page.append(section(run, !one, names.length > 1)));
})();
