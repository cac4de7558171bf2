"use strict";
// Plotly draws sliders and menus for a mouse. These are the browser's own, below the figure: a keyboard, a finger and a screen reader know them.
const playerOf = (place, { sliders, updatemenus }) => {
  const METHODS = ["animate", "relayout", "restyle", "update"];
  const MARKUP = /<\/?(?:b|i|em|sub|sup|span|a|br)\b[^>]*>/gi;
  const SPOKEN = { "▶": "Play", "❚❚": "Pause" };
  const box = document.createElement("div");
  const chosen = new Map();
  const followers = [];

  // Plotly's texts have a little markup and entities.
  const plain = (text) => {
    const bare = String(text ?? "").replace(MARKUP, " ").replaceAll("<", "&lt;");
    return new DOMParser().parseFromString(bare, "text/html").body.textContent.replace(/\s+/g, " ").trim();
  };

  const add = (tag, name, more) => {
    const made = Object.assign(document.createElement(tag), more);
    if (name) made.setAttribute("aria-label", name);
    box.append(made);
    return made;
  };

  const act = async ({ method = "restyle", args }) => {
    if (!METHODS.includes(method)) return;
    try {
      await Plotly[method](place, ...(args ?? []));
    } catch (error) {
      if (error) throw error; // A frame that a later one interrupts fails without an error.
    }
  };

  const slider = ({ steps = [], active = 0, name, currentvalue }) => {
    if (steps.length < 2) return;
    const { prefix = "", suffix = "" } = currentvalue ?? {};
    const called = plain(prefix || name).replace(/[\s:=]+$/, "") || "Frame";
    const range = add("input", called, { type: "range", min: 0, max: steps.length - 1 });
    const value = add("output");
    const labels = steps.map(({ label }, at) => plain(`${prefix}${label ?? `step-${at}`}${suffix}`));
    const frames = steps.map(({ args }) => String([args?.[0]].flat()[0]));
    value.setAttribute("aria-hidden", "true");
    value.style.minWidth = `min(${Math.max(...labels.map(({ length }) => length))}ch, 40%)`;
    const show = (at) => {
      range.value = at;
      value.textContent = labels[range.valueAsNumber];
      range.setAttribute("aria-valuetext", value.textContent);
    };
    const choose = (at) => {
      show(at);
      chosen.set(range, steps[at]);
    };
    show(active);
    range.addEventListener("input", () => {
      choose(range.valueAsNumber);
      act(steps[range.valueAsNumber]);
    });
    followers.push((frame) => {
      if (frames.includes(frame)) choose(frames.indexOf(frame));
    });
  };

  const button = ({ label, method, args, args2 }) => {
    const text = plain(label);
    const turns = [args, args2 ?? args];
    add("button", SPOKEN[text], { type: "button", className: "switch", textContent: text }).addEventListener("click", () => {
      act({ method, args: turns[0] });
      turns.reverse();
    });
  };

  const choice = ({ buttons = [], active = 0, name }) => {
    const select = add("select", plain(name) || "Shown", { className: "switch" });
    select.append(...buttons.map(({ label }) => new Option(plain(label))));
    select.selectedIndex = active;
    select.addEventListener("change", () => {
      chosen.set(select, buttons[select.selectedIndex]);
      act(buttons[select.selectedIndex]);
    });
  };

  const shown = (all) => (all ?? []).filter(({ visible }) => visible !== false);
  for (const menu of shown(updatemenus)) {
    if (menu.type === "buttons") menu.buttons?.forEach(button);
    else choice(menu);
  }
  shown(sliders).forEach(slider);
  box.className = "player";
  if (box.hasChildNodes()) place.after(box);
  place.on("plotly_animatingframe", ({ name }) => followers.forEach((follow) => follow(name)));

  return {
    // A redraw takes frames that still wait out of Pause's reach.
    stop: () => box.hasChildNodes() && Plotly.animate(place, [null], { mode: "immediate" }),
    // What was chosen before a redraw.
    resume: () => Promise.all([...chosen.values()].map(act)),
  };
};
