"use strict";
// Charts as SVG: sharp on paper, coloured by the page's own variables, nothing fetched.

const SVG = "http://www.w3.org/2000/svg";

function make(name, attributes, ...children) {
  const node = document.createElementNS(SVG, name);
  for (const key in attributes) node.setAttribute(key, attributes[key]);
  node.append(...children);
  return node;
}

function html(name, attributes, ...children) {
  const node = document.createElement(name);
  for (const key in attributes || {}) node.setAttribute(key, attributes[key]);
  node.append(...children.filter(child => child !== null && child !== undefined));
  return node;
}

const number = (value, digits = 0) =>
  value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });

function millis(value) {
  if (value >= 10000) return number(value / 1000, 1) + " s";
  if (value >= 1000) return number(value / 1000, 2) + " s";
  if (value >= 100) return number(value) + " ms";
  if (value >= 1) return number(value, value < 10 ? 2 : 1) + " ms";
  return number(value * 1000, value < 0.01 ? 1 : 0) + " µs";
}

/** For axes, whose values are round. */
function rounded(value) {
  if (value >= 1000) return number(value / 1000, value % 1000 ? 1 : 0) + " s";
  return value >= 1 ? number(value) + " ms" : number(value * 1000) + " µs";
}

// Not by spreading: a long run has more values than a call may have arguments.
const least = (values, start) => values.reduce((a, b) => Math.min(a, b), start);
const most = (values, start) => values.reduce((a, b) => Math.max(a, b), start);

const seconds = value => number(value / 1000, value % 1000 === 0 ? 0 : 1) + " s";

function short(value) {
  if (value >= 1e6) return number(value / 1e6, value % 1e6 ? 1 : 0) + "M";
  if (value >= 1e4) return number(value / 1e3, value % 1e3 ? 1 : 0) + "k";
  return number(value, Number.isInteger(value) ? 0 : 1);
}

function linearTicks(min, max, count) {
  const raw = (max - min) / Math.max(1, count);
  const power = Math.pow(10, Math.floor(Math.log10(raw)));
  const step = [1, 2, 5, 10].map(n => n * power).find(n => n >= raw);
  const ticks = [];
  for (let at = Math.ceil(min / step) * step; at <= max + step / 1e6; at += step) ticks.push(+at.toPrecision(12));
  return ticks;
}

function logTicks(min, max) {
  const steps = max / min > 1000 ? [1] : max / min > 30 ? [1, 3] : [1, 2, 5];
  const ticks = [];
  for (let power = Math.floor(Math.log10(min)); Math.pow(10, power) <= max; power++) {
    for (const step of steps) {
      const tick = +(step * Math.pow(10, power)).toPrecision(6);
      if (tick >= min * .9999 && tick <= max * 1.0001) ticks.push(tick);
    }
  }
  return ticks;
}

/**
 * Draws a chart into a card and again when its width changes.
 * series: [{name, color, points: [[x, y]], kind: "line" | "area" | "bars", width}]
 * x, y: {min, max, format, log, ticks}; marks: [{x, label}]; bands: [{from, to}]
 */
function chart(card, spec) {
  const tip = html("div", { class: "tip" });
  const legend = html("div", { class: "legend" },
    ...spec.series.map(one => html("span", {}, html("i", { class: "swatch", style: "background:" + one.color }), one.name)));
  const host = html("div");
  if (spec.series.length > 1) card.append(legend);
  card.append(host, tip);
  let drawn = 0;
  const draw = () => {
    const width = Math.max(260, host.clientWidth || 700);
    if (width === drawn) return;
    drawn = width;
    host.replaceChildren(picture(spec, width, card, tip));
  };
  new ResizeObserver(draw).observe(host);
  draw();
}

function picture(spec, width, card, tip) {
  const height = spec.height || 230, left = 52, right = 12, bottom = 24;
  const top = spec.marks && spec.marks.length ? 24 : 8;
  const all = spec.series.flatMap(one => one.points);
  const xs = all.map(point => point[0]), ys = all.map(point => point[1]).filter(y => !spec.y.log || y > 0);
  const bound = (given, fallback) => given === undefined ? fallback : given;
  const x0 = bound(spec.x.min, least(xs, Infinity)), x1 = Math.max(bound(spec.x.max, most(xs, -Infinity)), x0 + 1e-9);
  let y0 = spec.y.log ? least(ys, Infinity) : 0, y1 = most(ys, spec.y.log ? 0 : 1);
  if (!ys.length) { y0 = spec.y.log ? .1 : 0; y1 = 1; }
  if (spec.y.log) {
    y0 = Math.pow(10, Math.floor(Math.log10(y0) * 2) / 2);
    y1 = Math.pow(10, Math.ceil(Math.log10(y1 * 1.05) * 2) / 2);
  } else y1 *= 1.06;
  const scale = (value, from, to, log, begin, end) => {
    const f = log ? Math.log10 : v => v;
    return begin + (f(value) - f(from)) / (f(to) - f(from)) * (end - begin);
  };
  const px = value => scale(Math.max(value, x0), x0, x1, spec.x.log, left, width - right);
  const py = value => scale(Math.max(value, y0), y0, y1, spec.y.log, height - bottom, top);
  const svg = make("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": spec.label });
  const yTicks = spec.y.log ? logTicks(y0, y1) : linearTicks(y0, y1, 4).filter(t => !spec.y.whole || Number.isInteger(t));
  for (const tick of yTicks) {
    svg.append(make("line", { class: "grid", x1: left, x2: width - right, y1: py(tick), y2: py(tick) }),
      make("text", { x: left - 8, y: py(tick) + 4, "text-anchor": "end" }, spec.y.format(tick)));
  }
  const xTicks = spec.x.ticks ? spec.x.ticks.filter(t => t >= x0 && t <= x1) : linearTicks(x0, x1, width / 90);
  let lastLabel = -1e9;
  for (const tick of xTicks) {
    if (px(tick) - lastLabel < 44) continue;
    lastLabel = px(tick);
    svg.append(make("text", { x: Math.min(px(tick), width - right - 8), y: height - 5, "text-anchor": "middle" }, spec.x.format(tick)));
  }
  svg.append(make("line", { class: "axis", x1: left, x2: width - right, y1: height - bottom, y2: height - bottom }));
  for (const band of spec.bands || []) {
    const from = px(band.from);
    svg.append(make("rect", { class: "band", x: from, y: top, width: Math.max(2, px(band.to) - from), height: height - bottom - top }));
  }
  for (const one of spec.series) svg.append(...shape(one, px, py, height - bottom, (width - left - right)));
  let free = -1e9;
  for (const mark of spec.marks || []) {
    const at = px(mark.x);
    svg.append(make("line", { class: "mark", x1: at, x2: at, y1: top - 4, y2: height - bottom }));
    const wide = mark.label.length * 6.4;
    if (at > free) {
      const turned = at + wide > width;
      svg.append(make("text", { class: "mark", x: at, y: top - 10, "text-anchor": turned ? "end" : "start" }, mark.label));
      free = at + (turned ? 8 : wide + 8);
    }
  }
  hover(svg, spec, { px, x0, x1, left, right, top, bottom, width, height }, card, tip);
  return svg;
}

function shape(one, px, py, floor, room) {
  const points = one.points;
  if (one.kind === "bars") {
    const wide = Math.max(2, Math.min(26, room / Math.max(1, points.length) * .7));
    return points.filter(p => p[1] > 0).map(p =>
      make("rect", { x: px(p[0]) - wide / 2, y: py(p[1]), width: wide, height: Math.max(1, floor - py(p[1])), rx: Math.min(2, wide / 3), fill: one.color }));
  }
  const runs = [];
  let run = [];
  for (const point of points) {
    if (point[1] === null) { if (run.length) runs.push(run); run = []; }
    else run.push(`${px(point[0]).toFixed(1)},${py(point[1]).toFixed(1)}`);
  }
  if (run.length) runs.push(run);
  return runs.flatMap(part => {
    if (part.length === 1) {
      const [cx, cy] = part[0].split(",");
      return [make("circle", { cx, cy, r: 2.5, fill: one.color })];
    }
    const line = make("path", { d: "M" + part.join("L"), fill: "none", stroke: one.color, "stroke-width": one.width || 2, "stroke-linejoin": "round" });
    if (one.kind !== "area") return [line];
    const first = part[0].split(",")[0], last = part[part.length - 1].split(",")[0];
    return [make("path", { d: `M${first},${floor}L${part.join("L")}L${last},${floor}Z`, fill: one.color, opacity: .14 }), line];
  });
}

function hover(svg, spec, box, card, tip) {
  const cross = make("line", { class: "cross", y1: box.top, y2: box.height - box.bottom, visibility: "hidden" });
  svg.append(cross);
  svg.addEventListener("pointermove", event => {
    const frame = svg.getBoundingClientRect();
    const at = (event.clientX - frame.left) / frame.width * box.width;
    const candidates = spec.series.flatMap(one => one.points.map(point => point[0]));
    if (!candidates.length) return;
    const x = candidates.reduce((best, value) => Math.abs(box.px(value) - at) < Math.abs(box.px(best) - at) ? value : best);
    cross.setAttribute("x1", box.px(x));
    cross.setAttribute("x2", box.px(x));
    cross.setAttribute("visibility", "visible");
    tip.replaceChildren(html("b", {}, (spec.x.tip || spec.x.format)(x)), ...spec.series.map(one => {
      const point = one.points.find(p => p[0] === x);
      return point && point[1] !== null ? html("div", {}, one.name + " " + (spec.y.tip || spec.y.format)(point[1])) : null;
    }).filter(row => row));
    tip.style.display = "block";
    const around = card.getBoundingClientRect();
    const wanted = event.clientX - around.left + 14;
    tip.style.left = Math.min(wanted, around.width - tip.offsetWidth - 8) + "px";
    tip.style.top = event.clientY - around.top + 14 + "px";
  });
  svg.addEventListener("pointerleave", () => {
    cross.setAttribute("visibility", "hidden");
    tip.style.display = "none";
  });
}
