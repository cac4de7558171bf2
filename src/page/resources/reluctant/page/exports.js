// What is taken away: the line, Java, a program for Keras, the counts.
"use strict";
const copied = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    byId("taken").textContent = "Copied";
  } catch {
    byId("copy").hidden = false;
    byId("copy").value = text;
    byId("copy").select();
    byId("taken").textContent = "Selected, copy it with Ctrl+C";
  }
};

const saved = (name, type, text) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  byId("taken").textContent = `${name} is saved`;
};

const quoted = (text) => `"${String(text).replaceAll('"', '""')}"`;

const takings = {
  copyLine: () => copied(training.facts.line),
  copyJava: () => copied(`var trial = ${training.facts.line};\nvar run = trial.run();\nrun.history()`),
  saveKeras: async () => {
    const { isRefused, text } = await training.thread.ask("keras");
    if (isRefused) byId("taken").textContent = text;
    else saved("trial.py", "text/x-python", text);
  },
  saveCounts: () => {
    const rows = [...counting.counts].sort().map(([outcome, { count, first }]) => [outcome, count, counting.trials, first].map(quoted).join(","));
    saved("counts.csv", "text/csv", ["outcome,count,trials,first seed", ...rows, ""].join("\n"));
  },
};
