// The library, compiled: a question goes in as text, and text and numbers come out.
"use strict";

// Of Math a module gets what is exact, as the powers of 2 that EJML begins with: the rest differs from browser to browser.
const exact = {
  sqrt: Math.sqrt,
  floor: Math.floor,
  ceil: Math.ceil,
  pow: (base, exponent) => {
    if (base !== 2 || !Number.isInteger(exponent)) throw new Error(`a page has no power ${base}^${exponent}`);
    return 2 ** exponent;
  },
};

// What the module asks of its surroundings.
const surroundings = (module, imports) => {
  const [told] = WebAssembly.Module.customSections(module, "teavm.memoryRequirements");
  const { min: pages, dataSize } = JSON.parse(new TextDecoder().decode(told));
  const number = (value) => new WebAssembly.Global({ value: "i32", mutable: false }, value);
  const nothing = () => nothing; // of the compiler's ways to JavaScript's objects, which nothing goes
  const given = {
    env: { memory: new WebAssembly.Memory({ initial: pages, maximum: pages }) },
    teavm: {
      // An exception crosses no border, so that it needs no trace.
      takeStackTrace: () => ({ getStack: () => [] }),
      decorateException: () => {},
    },
    teavmDate: { currentTimeMillis: () => Date.now() },
    teavmMath: exact,
    teavmJso: Object.fromEntries(imports.filter(([place]) => place === "teavmJso").map(([, name]) => [name, nothing])),
    teavmMemory: {
      notifyHeapResized: () => {},
      heapOffset: number(8 * Math.ceil(dataSize / 8)),
      maxSize: number(pages * 2 ** 16),
    },
  };
  const all = {};
  for (const [place, name] of imports) {
    const none = () => {
      throw new Error(`a page has no ${place}.${name}`);
    };
    (all[place] ??= {})[name] = given[place]?.[name] ?? none;
  }
  return all;
};

// Starts a module. The list of what it imports comes with it, since WebKit can't read it from a module with these types.
const started = async (module, imports) => {
  const { exports } = await WebAssembly.instantiate(module, surroundings(module, imports));
  const numbers = () => Float64Array.from({ length: exports.numbers() }, (_, i) => exports.number(i));
  const text = () => {
    const characters = Uint16Array.from({ length: exports.characters() }, (_, i) => exports.character(i));
    let read = "";
    for (let at = 0; at < characters.length; at += 8192) {
      read += String.fromCharCode(...characters.subarray(at, at + 8192));
    }
    return read;
  };
  return (...question) => {
    const asked = question.join("\n");
    for (let i = 0; i < asked.length; i++) exports.put(asked.charCodeAt(i));
    const isRefused = exports.ask() === 1;
    return { isRefused, text: text(), numbers: numbers() };
  };
};
