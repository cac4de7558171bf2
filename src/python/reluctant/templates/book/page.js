"use strict";
(() => {
  const page = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const narrow = matchMedia("(max-width: 40rem)");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const plots = [];
  let onPaper = false;

  const button = document.getElementById("code");
  const showCode = (hidden) => {
    page.classList.toggle("no-code", hidden);
    button.setAttribute("aria-pressed", String(hidden));
  };
  showCode(page.classList.contains("no-code"));
  button.addEventListener("click", () => {
    const hidden = !page.classList.contains("no-code");
    showCode(hidden);
    try {
      localStorage.setItem("reluctant.code", hidden ? "hidden" : "shown");
    } catch {
      // Then it is for this page only.
    }
  });

  const contents = document.querySelector(".contents details");
  const wide = matchMedia("(min-width: 75rem)");
  const fold = () => {
    if (contents) contents.open = wide.matches;
  };
  fold();
  wide.addEventListener("change", fold);

  // Where a page may not write to the clipboard, the line is selected.
  const copy = async (line) => {
    try {
      await navigator.clipboard.writeText(line.textContent);
      return "Copied";
    } catch {
      getSelection().selectAllChildren(line);
      return "Selected, copy it with Ctrl+C";
    }
  };

  for (const line of document.querySelectorAll("code.trial")) {
    const button = document.createElement("button");
    const status = document.createElement("span");
    button.type = "button";
    button.className = "switch copy";
    button.textContent = "Copy";
    button.setAttribute("aria-label", "Copy the line that replays this");
    status.setAttribute("role", "status");
    line.after(" ", button, " ", status);
    button.addEventListener("click", async () => {
      status.textContent = "";
      status.textContent = await copy(line);
    });
  }

  // The figure's own style, in the page's colours.
  const merged = (under, over) => {
    const made = { ...under };
    for (const [key, part] of Object.entries(over)) {
      const nested = part && typeof part === "object" && !Array.isArray(part);
      made[key] = nested ? merged(made[key], part) : part;
    }
    return made;
  };

  const series = () => getComputedStyle(page).getPropertyValue("--series").trim().split(/\s+/);

  // What was drawn in a colour of its own style gets the page's, which is another one in the dark.
  const recoloured = (value, colours) => {
    if (typeof value === "string") return colours.get(value) ?? value;
    if (!value || typeof value !== "object") return value;
    if (Array.isArray(value)) return value.map((part) => recoloured(part, colours));
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, recoloured(part, colours)]));
  };

  const usual = () => ({
    layout: {
      colorway: series(),
      legend: { orientation: "h", x: 0, xanchor: "left", y: 0, yref: "container", yanchor: "bottom" },
    },
  });

  const template = (own = {}) => {
    const style = getComputedStyle(page);
    const colour = (name) => style.getPropertyValue(name).trim();
    const axis = {
      gridcolor: colour("--grid"),
      linecolor: colour("--line"),
      zerolinecolor: colour("--line"),
      tickcolor: colour("--line"),
      automargin: true,
    };
    const wall = { ...axis, backgroundcolor: "rgba(0,0,0,0)", showbackground: false };
    return merged(merged(usual(), own), {
      layout: {
        font: { color: colour("--ink"), family: colour("--sans"), size: 13 },
        xaxis: axis,
        yaxis: axis,
        scene: { xaxis: wall, yaxis: wall, zaxis: wall },
        legend: { bgcolor: "rgba(0,0,0,0)" },
        hoverlabel: { font: { family: colour("--sans") } },
        paper_bgcolor: "rgba(0,0,0,0)",
        plot_bgcolor: "rgba(0,0,0,0)",
      },
    });
  };

  const still = (value) => {
    if (Array.isArray(value)) return value.map(still);
    if (!value || typeof value !== "object") return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [key, key === "transition" ? { duration: 0 } : still(part)]),
    );
  };

  // On a telephone panels stand below each other, and each says what its y is.
  const stacked = (layout) => {
    if (!(layout.grid?.columns > 1)) return layout;
    const panels = Object.keys(layout).filter((key) => /^xaxis\d*$/.test(key)).length;
    const named = Object.entries(layout).filter(([key]) => /^yaxis\d*$/.test(key));
    const axes = named.map(([key, axis]) => [key, { ...axis, title: layout.yaxis?.title }]);
    return { ...layout, ...Object.fromEntries(axes), grid: { ...layout.grid, rows: panels, columns: 1 }, height: 100 + 200 * panels };
  };

  // A figure keeps room for Plotly's own player, and the page's stands below it.
  const PLAYER = 90;
  const unplayed = (layout) => (layout.sliders?.length && layout.height ? { ...layout, height: layout.height - PLAYER } : layout);

  const FARTHER = 1.35;
  const LOWER = 110;
  const steppedBack = (layout) => {
    const eye = layout.scene?.camera?.eye;
    if (!eye) return layout;
    const away = Object.fromEntries(Object.entries(eye).map(([axis, place]) => [axis, FARTHER * place]));
    return { ...layout, scene: { ...layout.scene, camera: { ...layout.scene.camera, eye: away } }, height: (layout.height ?? 420) - LOWER };
  };

  const coloured = (data, own) => {
    const ink = getComputedStyle(page).getPropertyValue("--ink").trim();
    const inks = series();
    const traces = recoloured(data, new Map((own?.layout?.colorway ?? []).map((colour, number) => [colour, inks[number]])));
    for (const { contours, type, ...trace } of traces) {
      if (contours?.showlabels) contours.labelfont = { ...contours.labelfont, color: ink };
      if (type === "bar") for (const error of [trace.error_x, trace.error_y]) if (error) error.color ??= ink;
    }
    return traces;
  };

  const dressed = ({ data, layout = {}, frames, config }, printing = onPaper) => {
    const small = narrow.matches && !printing;
    const moved = calm.matches ? still(layout) : layout;
    const shown = small ? steppedBack(stacked(unplayed(moved))) : unplayed(moved);
    const traces = coloured(data, shown.template);
    return {
      data: traces,
      frames,
      layout: {
        height: small ? 340 : 420,
        ...structuredClone(shown),
        // The caption is the title, so no room is left above.
        margin: { l: small ? 44 : 60, r: small ? 12 : 20, b: 56, ...shown.margin, t: 24 },
        ...(printing ? { width: 660, autosize: false } : { autosize: true }),
        // The page has its own.
        sliders: [],
        updatemenus: [],
        paper_bgcolor: "rgba(0,0,0,0)",
        plot_bgcolor: "rgba(0,0,0,0)",
        template: template(shown.template),
      },
      config: { ...config, responsive: true, displaylogo: false },
    };
  };

  // WebGL prints as nothing, so a picture in the colours of paper takes its place.
  const pictured = async ({ place, figure }) => {
    if (!figure.data.some(({ type }) => type === "surface" || /(3d|gl)$/.test(type))) return;
    page.classList.add("printing");
    const shown = dressed(figure, true);
    page.classList.toggle("printing", onPaper);
    const picture = document.createElement("img");
    picture.className = "paper";
    picture.alt = "";
    picture.src = await Plotly.toImage(shown, { format: "png", width: 660, height: 420, scale: 2 });
    place.after(picture);
    place.classList.add("screen");
  };

  // On paper a figure is as it was before it was played.
  const redrawn = async ({ place, figure, player }) => {
    player.stop();
    await Plotly.react(place, dressed(figure));
    if (!onPaper) await player.resume();
  };

  let latest;
  const redraw = async () => {
    delete page.dataset.drawn;
    const mine = (latest = Promise.allSettled(plots.map(redrawn)));
    await mine;
    if (mine === latest) page.dataset.drawn = "true";
  };

  const unpacked = async (packed) => {
    const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
  };

  const drawn = async (place) => {
    const figure = withoutWebGL(place, JSON.parse(place.parentElement.querySelector("script").textContent));
    await Plotly.newPlot(place, dressed(figure));
    // Its label tells what it shows; a row of ticks, read aloud, does not.
    for (const drawing of place.querySelectorAll(".main-svg")) drawing.setAttribute("aria-hidden", "true");
    const { layout = {} } = figure;
    plots.push({ place, figure, player: playerOf(place, calm.matches ? still(layout) : layout) });
    place.dataset.drawn = "true";
  };

  // A figure that can't be drawn says at least what there is to see.
  const told = (place) => {
    place.textContent = place.getAttribute("aria-label");
  };

  const draw = async () => {
    const packed = document.getElementById("plotly");
    if (!packed) return;
    const library = document.createElement("script");
    library.textContent = await unpacked(packed.textContent);
    packed.remove();
    document.head.append(library);
    for (const place of document.querySelectorAll(".plot")) await drawn(place).catch(() => told(place));
    dark.addEventListener("change", redraw);
    narrow.addEventListener("change", redraw);
    addEventListener("beforeprint", () => {
      if (onPaper) return;
      onPaper = true;
      page.classList.add("printing");
      redraw();
    });
    addEventListener("afterprint", () => {
      onPaper = false;
      page.classList.remove("printing");
      redraw();
    });
    page.dataset.drawn = "true";
    await Promise.allSettled(plots.map(pictured));
    page.dataset.paper = "ready";
  };
  // So does a browser that can't unpack the library.
  draw().catch((error) => {
    document.querySelectorAll(".plot:not([data-drawn])").forEach(told);
    throw error;
  });
})();
