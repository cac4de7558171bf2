// How many of some seeds end in each outcome, counted by two threads. Stop keeps what is there.
"use strict";
const BLOCK = 64; // seeds that share the order of their samples
const PIECE = 16; // seeds between two looks: stop waits for none of them

const counting = {
  counts: new Map(),
  trials: 0,
  threads: [],

  async run(rule, seeds, line) {
    this.stop();
    this.counts = new Map();
    this.trials = 0;
    const pieces = [];
    for (let first = 0; first < seeds; first += PIECE) pieces.push([first, Math.min(PIECE, seeds - first, BLOCK - (first % BLOCK))]);
    const threads = await Promise.all([startThread(), startThread()]);
    this.threads = threads;
    const count = async (thread) => {
      for (let piece = pieces.shift(); piece && this.threads === threads; piece = pieces.shift()) {
        const { isRefused, text } = await thread.ask("count", rule, ...piece, line);
        if (isRefused) throw new Error(text);
        if (this.threads === threads) await this.add(text, piece[1], seeds);
      }
    };
    try {
      await Promise.all(threads.map(count));
    } catch (error) {
      if (this.threads === threads) byId("counted").textContent = error.message;
    } finally {
      if (this.threads === threads) this.stop();
    }
  },

  async add(text, seeds, all) {
    for (const [outcome, count, first] of text.split("\n").map((each) => each.split("\t"))) {
      const known = this.counts.get(outcome) ?? { count: 0, first };
      this.counts.set(outcome, { count: known.count + Number(count), first: Math.min(known.first, first) });
    }
    this.trials += seeds;
    byId("counted").textContent = `${this.trials} of ${all} seeds`;
    await this.show();
  },

  // Each outcome with its share, Wilson's interval, and the first seed that had it.
  async show() {
    const rows = [];
    for (const [outcome, { count, first }] of [...this.counts].sort()) {
      const { text, numbers } = await training.thread.ask("rate", count, this.trials);
      const row = document.createElement("tr");
      row.append(...[outcome, count, text].map((cell) => Object.assign(document.createElement("td"), { textContent: cell })), bar(numbers), seedButton(first));
      rows.push(row);
    }
    byId("outcomes").replaceChildren(...rows);
    byId("outcomesof").hidden = rows.length === 0;
  },

  stop() {
    for (const thread of this.threads) thread.end();
    this.threads = [];
  },
};

// The share and its interval from 0 to 100 %.
const bar = ([low, share, high]) => {
  const svg = drawn("svg", { viewBox: "0 0 100 10", class: "share", "aria-hidden": "true" });
  svg.append(
    drawn("rect", { class: "all", x: 0, y: 3, width: 100, height: 4 }),
    drawn("rect", { class: "some", x: 0, y: 3, width: 100 * share, height: 4 }),
    drawn("path", { class: "interval", d: `M${100 * low} 1V9M${100 * high} 1V9M${100 * low} 5H${100 * high}` }),
  );
  const cell = document.createElement("td");
  cell.append(svg);
  return cell;
};

const seedButton = (seed) => {
  const button = Object.assign(document.createElement("button"), { type: "button", className: "switch", textContent: `seed ${seed}` });
  button.addEventListener("click", () => change(() => `.seed(${seed}L)`));
  const cell = document.createElement("td");
  cell.append(button);
  return cell;
};
