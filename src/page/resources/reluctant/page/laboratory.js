// The page: it begins what the address names, or what a thread begins with, and tells where it cannot.
"use strict";

// Rules whose bound stands in their name.
const BOUNDED = ["loss below 0.01", "unexplained below 0.001", "BINARY_ACCURACY at least 1"];

// Shows what an answer that never came says.
const told = (doing) => async (event) => {
  try {
    await doing(event);
  } catch (error) {
    byId("told").textContent = error.message;
  }
};

const rewind = async () => {
  await training.begin(training.facts.line);
  byId("diagnosis").textContent = "";
};

const start = async () => {
  for (const part of (fragment().get("hide") ?? "").split(",")) {
    const hidden = part && document.querySelector(`[data-part="${CSS.escape(part)}"]`);
    if (hidden) hidden.hidden = true;
  }
  training.thread = await startThread();
  fill("rule", [...(await training.thread.ask("rules")).text.split("\n"), ...BOUNDED]);
  byId("rule").value = "Halves::of";
  listen();
  const buttons = {
    play: () => (training.isPlaying ? training.pause() : training.play()),
    step: async () => {
      training.pause();
      if (!training.ended) await training.advance(1);
    },
    rewind,
    look: diagnose,
    count: () => counting.run(byId("rule").value, Number(byId("seeds").value), training.facts.line),
    stop: () => counting.stop(),
    ...takings,
  };
  for (const [name, doing] of Object.entries(buttons)) byId(name).addEventListener("click", told(doing));
  const first = factsOf((await training.thread.ask("rewind")).text).line;
  const asked = fragment().get("line");
  if (asked) byId("line").value = asked;
  await read(asked ?? first);
  if (!training.facts.line) {
    const why = byId("told").textContent;
    await read(first);
    byId("told").textContent = why;
  }
  byId("laboratory").hidden = false;
  document.documentElement.dataset.ready = "true";
};

start().catch((error) => {
  byId("unable").textContent = `This browser cannot train here (${error.message}): a newer Chrome, Edge, Firefox or Safari can. The line can be run in a notebook all the same.`;
  byId("unable").hidden = false;
});
