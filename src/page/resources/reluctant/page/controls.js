// Controls append to the line and the library reads it, so that every state is a printed trial.
"use strict";
const HIDDEN = "RELU LEAKY_RELU ELU SELU GELU SILU MISH SOFTPLUS SOFTSIGN TANH SIGMOID HARD_SIGMOID ABS LINEAR".split(" ");
const STARTS = "GLOROT_UNIFORM GLOROT_NORMAL HE_UNIFORM HE_NORMAL LECUN_NORMAL ZEROS ONES".split(" ");
const OPTIMIZERS = "SGD Adam AdamW Nadam Adamax RMSprop Adagrad Adadelta Lion Rprop".split(" ");
const PROBLEMS = {
  "|x|": [1, 1, "absoluteValue(400, 1000.0)"],
  "|x| from -1 to 1": [1, 1, "absoluteValue(400, 1.0)"],
  "x^2": [1, 1, "parabola(400, 2.0)"],
  "one ReLU": [1, 1, "oneRelu(1000, 1.0, 0.5)"],
  "a sine": [1, 1, 'formula("sin(3 x)", grid(-3, 3, 200))'],
  "the distance from 0": [2, 1, "euclideanDistance(1000, NORMAL)"],
  XOR: [2, 1, "xor()"],
  "XOR with noise": [2, 1, "xor(400, 0.1)"],
  "a product": [2, 1, 'formula("x1 x2", uniform(-1, 1, 400))'],
  "points of one's own": [1, 1, "points(new double[][] {{-1, 1}, {0, 0}, {1, 1}})"],
};

// What each control appends. A number is written as Java has it.
const APPENDED = {
  seed: (value) => `.seed(${value}L)`,
  hiddenUnits: (value) => `.hiddenUnits(${value})`,
  hiddenActivation: (value) => `.hiddenActivation(${value})`,
  start: (value) => `.kernels(${Array(Number(training.facts.kernels)).fill(value).join(", ")})`,
  optimizer: (value) => `.optimizer(new ${value}()).learningRate(${training.facts.learningRate})`,
  learningRate: (value) => `.learningRate(${value})`,
  epochs: (value) => `.epochs(${value})`,
  noise: (value) => `.data(${training.facts.problem}.noise(${value}))`,
  scale: (value) => `.data(${training.facts.problem}.scaledTargets(${value}))`,
};

// Another problem takes a network of its shape: all else of the line stays.
const withProblem = (name) => {
  const [inputs, outputs, problem] = PROBLEMS[name];
  const units = training.facts.hiddenUnits ?? 3;
  return `new Trial(Sequential.of(${inputs}, new Dense(${units}, RELU), new Dense(${outputs})), ${problem}, ${training.facts.fit}, ${training.facts.seed}L)`;
};

// The address after # says what is there: the line, and what a class is not to see.
const fragment = () => new URLSearchParams(location.hash.slice(1));
const remember = () => {
  const state = fragment();
  state.set("line", training.facts.line);
  history.replaceState(null, "", `#${state}`);
};

const read = async (line) => {
  const before = byId("line").value;
  if (!(await training.begin(line))) return;
  if (byId("line").value === before) byId("line").value = training.facts.line; // and not over what was typed meanwhile
  byId("diagnosis").textContent = "";
  showFacts();
  remember();
};

// One change after the other, so that of two quick ones none is lost.
let changed = Promise.resolve();
const change = (more) => {
  changed = changed.then(() => read(training.facts.line + more())).catch(({ message }) => {
    byId("told").textContent = message;
  });
};

const showFacts = () => {
  for (const name of ["seed", "hiddenUnits", "hiddenActivation", "learningRate", "epochs", "start"]) {
    const control = byId(name);
    const value = training.facts[name];
    control.disabled = value === undefined;
    if (control.tagName === "SELECT" && value !== undefined && ![...control.options].some((option) => option.value === value)) {
      control.add(new Option(value, value)); // a part with numbers of its own
    }
    control.value = value ?? "";
  }
  byId("problem").value = Object.keys(PROBLEMS).find((name) => PROBLEMS[name][2] === training.facts.problem) ?? "";
  // What halves are learnt is asked of |x| alone.
  const ofHalves = training.facts.problem.startsWith("absoluteValue(");
  if (!ofHalves && byId("rule").value === "Halves::of") byId("rule").value = "Success::of";
  byId("optimizer").value = training.facts.optimizer.match(/^new (\w+)\(/)?.[1] ?? "";
  byId("facts").textContent = `${training.facts.parameters} parameters, ${training.facts.samples} samples of ${training.facts.problem}`;
};

const fill = (select, names) => byId(select).append(...names.map((name) => new Option(name, name)));

const listen = () => {
  fill("hiddenActivation", HIDDEN);
  fill("start", STARTS);
  fill("optimizer", OPTIMIZERS);
  fill("problem", Object.keys(PROBLEMS));
  for (const [name, appended] of Object.entries(APPENDED)) {
    byId(name).addEventListener("change", ({ target }) => {
      if (target.value !== "" && target.checkValidity()) {
        const { value } = target;
        change(() => appended(value));
      }
    });
  }
  byId("problem").addEventListener("change", ({ target }) => target.value && read(withProblem(target.value)));
  byId("another").addEventListener("click", () => change(() => `.seed(${Number(training.facts.seed) + 1}L)`));
  byId("lines").addEventListener("submit", (event) => {
    event.preventDefault();
    read(byId("line").value);
  });
  addEventListener("hashchange", () => fragment().get("line") !== training.facts.line && read(fragment().get("line") ?? ""));
};
