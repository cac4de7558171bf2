// A thread with the library in it, as the page's own script sees it.
"use strict";
const carried = (id) => document.getElementById(id).textContent;

// The module, unpacked and compiled once for all threads.
let module;
const unpacked = () =>
  (module ??= (async () => {
    const packed = Uint8Array.from(atob(carried("module")), (character) => character.charCodeAt(0));
    const bytes = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    return WebAssembly.compile(await new Response(bytes).arrayBuffer(), { builtins: ["js-string"] });
  })());

// Starts a thread. It answers in order, and whoever asks gets a promise; what ends it leaves its promises refused.
const startThread = async () => {
  const address = URL.createObjectURL(new Blob([carried("thread")], { type: "text/javascript" }));
  const worker = new Worker(address);
  const waiting = new Map();
  let asked = 0;
  const fail = (why) => {
    for (const { reject } of waiting.values()) reject(new Error(why));
    waiting.clear();
  };
  worker.addEventListener("error", ({ message }) => fail(message || "the thread ended"));
  worker.addEventListener("message", ({ data: { number, answer, failure } }) => {
    const { resolve, reject } = waiting.get(number) ?? {};
    waiting.delete(number);
    if (failure) reject?.(new Error(failure));
    else resolve?.(answer);
  });
  const send = (task) =>
    new Promise((resolve, reject) => {
      waiting.set(++asked, { resolve, reject });
      worker.postMessage({ number: asked, ...task });
    });
  await send({ kind: "start", module: await unpacked(), imports: JSON.parse(carried("imports")) });
  URL.revokeObjectURL(address);
  return {
    ask: (...question) => send({ kind: "ask", question }),
    end: () => {
      worker.terminate();
      fail("the thread was ended");
    },
  };
};
