"use strict";
// Of the table of cases, leaves the rows that hold all words that are looked for.
(() => {
  const field = document.getElementById("symptom");
  if (!field) return;
  const rows = [...document.querySelectorAll(".cases tbody tr")];
  const found = document.getElementById("found");
  const look = () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      row.hidden = !words.every((word) => text.includes(word));
    }
    const left = rows.filter((row) => !row.hidden).length;
    found.textContent = words.length ? `${left} of ${rows.length} cases` : "";
  };
  field.addEventListener("input", look);
  field.closest("p").hidden = false;
  look();
})();
