// One run: begun from a line, trained on by frames or by single epochs, and looked at.
"use strict";
const FRAME = 25; // milliseconds of training between two looks
const CALM = 500; // the same for who wants no motion
const GRID = { 1: 201, 2: 48 }; // points in each direction

const byId = (id) => document.getElementById(id);
const still = matchMedia("(prefers-reduced-motion: reduce)");

// What a thread says of a trial: a name and its value on each line.
const factsOf = (text) => Object.fromEntries(text.trim().split("\n").map((each) => each.split("\t")));

const training = {
  facts: {},
  samples: new Float64Array(),
  losses: [],
  ended: "",
  playing: undefined, // the play that goes on: one that was paused stays so, also where another begins before it notices
  begun: 0,

  // Begins what a line names. A line that is refused leaves all as it is, and of two that come at once the later one counts.
  async begin(line) {
    this.pause();
    const number = ++this.begun;
    const { isRefused, text } = await this.thread.ask("begin", line);
    if (number !== this.begun) return false;
    byId("told").textContent = isRefused ? text : "";
    byId("line").setAttribute("aria-invalid", String(isRefused));
    if (isRefused) return false;
    this.facts = factsOf(text);
    this.losses = [];
    this.ended = "";
    const samples = (await this.thread.ask("samples")).numbers;
    if (number !== this.begun) return false;
    this.samples = samples;
    await this.look();
    return number === this.begun;
  },

  async advance(epochs) {
    const { isRefused, text, numbers } = await this.thread.ask("advance", epochs);
    if (isRefused) throw new Error(text);
    this.losses.push(...numbers);
    this.ended = text;
    await this.look();
  },

  // As many epochs as a frame has time for, or one of a slow film.
  async play() {
    if (this.isPlaying || this.ended) return;
    const play = (this.playing = {});
    showPlaying();
    let epochs = 1;
    while (this.playing === play && !this.ended) {
      const began = performance.now();
      await this.advance(epochs);
      const took = performance.now() - began;
      const aim = still.matches ? CALM : FRAME;
      if (byId("speed").value === "slow") await new Promise((next) => setTimeout(next, still.matches ? CALM : 100));
      else epochs = Math.max(1, Math.min(5000, Math.round(epochs * Math.min(2, aim / Math.max(1, took)))));
      await new Promise(requestAnimationFrame);
    }
    if (this.playing !== play) return;
    this.pause();
    if (this.ended) await diagnose();
  },

  get isPlaying() {
    return this.playing !== undefined;
  },

  pause() {
    this.playing = undefined;
    showPlaying();
  },

  // Draws what there is now.
  async look() {
    const inputs = Number(this.facts.inputs);
    const epoch = this.losses.length;
    const loss = epoch ? `, loss ${this.losses[epoch - 1].toPrecision(4)}` : "";
    byId("epoch").textContent = this.ended || `epoch ${epoch} of ${this.facts.totalEpochs}${loss}`;
    byId("prediction").toggleAttribute("hidden", inputs !== 1);
    byId("plane").hidden = inputs !== 2;
    byId("nopicture").hidden = inputs < 3;
    if (GRID[inputs]) {
      const { numbers } = await this.thread.ask("view", GRID[inputs]);
      if (inputs === 1) drawLine(byId("prediction"), this.samples, numbers);
      else drawPlane(byId("plane"), this.samples, numbers);
      const [least, largest] = range(numbers.subarray(2 * inputs));
      const told = `The prediction after ${epoch} epochs lies between ${short(least)} and ${short(largest)}${loss}.`;
      byId("prediction").setAttribute("aria-label", told);
      byId("plane").setAttribute("aria-label", told);
    }
    drawLoss(byId("loss"), this.losses, Number(this.facts.totalEpochs));
    byId("loss").setAttribute("aria-label", epoch ? `The loss fell from ${short(this.losses[0])} to ${short(this.losses[epoch - 1])}.` : "No loss yet.");
    await showUnits();
  },
};

const showPlaying = () => {
  byId("play").textContent = training.isPlaying ? "Pause" : "Train";
};

// Each unit of the first layer: where it is active, and its weights.
const showUnits = async () => {
  const { text, numbers } = await training.thread.ask("units");
  byId("unitsof").hidden = !text;
  if (!text) return;
  const [inputs, outputs, told] = text.split("\n");
  const [ins, width] = [Number(inputs), 3 + Number(inputs) + Number(outputs)];
  const rows = [];
  for (let at = 0; at < numbers.length && rows.length < 64; at += width) {
    const unit = numbers.subarray(at, at + width);
    const list = (some) => Array.from(some.subarray(0, 6), short).join(", ") + (some.length > 6 ? ", .." : "");
    const cells = [rows.length + 1, `${(100 * unit[0]).toFixed(0)} %${unit[1] ? ", dead" : ""}`, list(unit.subarray(3, 3 + ins)), short(unit[2]), list(unit.subarray(3 + ins))];
    const row = document.createElement("tr");
    row.append(...cells.map((cell) => Object.assign(document.createElement("td"), { textContent: cell })));
    row.classList.toggle("dead", unit[1] === 1);
    rows.push(row);
  }
  byId("units").replaceChildren(...rows);
  byId("unitstold").textContent = told;
};

const diagnose = async () => {
  byId("diagnosis").textContent = (await training.thread.ask("diagnose")).text;
};
