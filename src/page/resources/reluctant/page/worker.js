// A thread that answers one question after the other, in the order in which they come.
"use strict";
let ask;
const answers = {
  start: async ({ module, imports }) => {
    ask = await started(module, imports);
    return {};
  },
  ask: ({ question }) => ask(...question),
};

// One after the other, also where an answer takes its time.
let before = Promise.resolve();
addEventListener("message", ({ data: { number, kind, ...task } }) => {
  before = before.then(async () => {
    try {
      postMessage({ number, answer: await answers[kind](task) });
    } catch (error) {
      postMessage({ number, failure: String(error?.message ?? error) });
    }
  });
});
