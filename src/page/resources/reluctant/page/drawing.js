// Figures of our own: curves as SVG, a plane of two inputs as a picture.
"use strict";
const WIDE = 640;
const HIGH = 300;
const FOOT = 44;
const EDGE = 64;

const drawn = (name, attributes, text) => {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  if (text !== undefined) element.textContent = text;
  return element;
};

// A number as an axis has it.
const short = (number) => (number !== 0 && (Math.abs(number) >= 1e5 || Math.abs(number) < 1e-3) ? number.toExponential(0) : String(+number.toPrecision(3)));

// The least and the largest of some numbers, apart even where they are one.
const range = (numbers) => {
  let [least, largest] = [Infinity, -Infinity];
  for (const number of numbers) {
    if (Number.isFinite(number)) [least, largest] = [Math.min(least, number), Math.max(largest, number)];
  }
  if (least > largest) return [0, 1];
  return least === largest ? [least - 0.5, largest + 0.5] : [least, largest];
};

const place = ([least, largest], from, to) => (number) => from + ((number - least) / (largest - least)) * (to - from);

// The frame of a figure: its ends on both axes, and what they mean.
const framed = (svg, xs, ys, names) => {
  svg.replaceChildren(
    drawn("rect", { class: "frame", x: EDGE, y: 8, width: WIDE - EDGE - 8, height: HIGH - FOOT }),
    drawn("text", { x: EDGE, y: HIGH - 14 }, names.x(xs[0])),
    drawn("text", { x: WIDE - 8, y: HIGH - 14, "text-anchor": "end" }, names.x(xs[1])),
    drawn("text", { x: EDGE - 6, y: HIGH - FOOT + 6, "text-anchor": "end" }, names.y(ys[0])),
    drawn("text", { x: EDGE - 6, y: 20, "text-anchor": "end" }, names.y(ys[1])),
  );
  return [place(xs, EDGE, WIDE - 8), place(ys, HIGH - FOOT + 8, 8)];
};

const curve = (points, kind) => drawn("path", { class: kind, d: points.length ? `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}` : "" });

// What was learnt from, and what the network gives between. Samples are pairs (x, y), the view is the range and y on a grid.
const drawLine = (svg, samples, view) => {
  const grid = view.subarray(2);
  const targets = samples.filter((_, i) => i % 2 === 1);
  const [x, y] = framed(svg, [view[0], view[1]], range([...targets, ...grid]), { x: short, y: short });
  const at = (i) => view[0] + (i * (view[1] - view[0])) / (grid.length - 1);
  const points = Array.from(grid, (value, i) => [x(at(i)), y(value)]).filter(([, high]) => Number.isFinite(high));
  for (let i = 0; i < samples.length; i += 2) svg.append(drawn("circle", { class: "sample", r: 1.6, cx: x(samples[i]), cy: y(samples[i + 1]) }));
  svg.append(curve(points, "prediction"));
};

// The loss of each epoch so far, by its logarithm.
const drawLoss = (svg, losses, epochs) => {
  const most = 600;
  const every = Math.max(1, Math.ceil(losses.length / most));
  const some = losses.map((loss, i) => [i + 1, Math.log10(Math.max(loss, 1e-300))]).filter(([i, loss]) => Number.isFinite(loss) && (i % every === 0 || i === losses.length));
  const [x, y] = framed(svg, [1, Math.max(2, epochs)], range(some.map(([, loss]) => loss)), {
    x: (epoch) => `epoch ${Math.round(epoch)}`,
    y: (logarithm) => (10 ** logarithm).toExponential(0),
  });
  svg.append(curve(some.map(([i, loss]) => [x(i), y(loss)]), "loss"));
};

// A plane of two inputs: the lowest output dark, the highest light, and the samples' own in small squares on it.
const drawPlane = (canvas, samples, view) => {
  const grid = view.subarray(4);
  const size = Math.sqrt(grid.length);
  const context = canvas.getContext("2d");
  const targets = samples.filter((_, i) => i % 3 === 2);
  const level = place(range([...targets, ...grid]), 0, 1);
  const colour = (value) => {
    const share = Math.min(1, Math.max(0, level(value)));
    return `hsl(${230 - 180 * share} 60% ${25 + 55 * share}%)`;
  };
  const [left, high] = [canvas.width / size, canvas.height / size];
  for (let i = 0; i < grid.length; i++) {
    context.fillStyle = colour(grid[i]);
    context.fillRect(Math.floor(Math.floor(i / size) * left), Math.floor(canvas.height - ((i % size) + 1) * high), Math.ceil(left), Math.ceil(high));
  }
  const [x, y] = [place([view[0], view[1]], 0, canvas.width - 4), place([view[2], view[3]], canvas.height - 4, 0)];
  for (let i = 0; i < samples.length; i += 3) {
    context.fillStyle = colour(samples[i + 2]);
    context.fillRect(x(samples[i]), y(samples[i + 1]), 4, 4);
    context.strokeRect(x(samples[i]), y(samples[i + 1]), 4, 4);
  }
};
