"use strict";
(() => {
  const page = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const narrow = matchMedia("(max-width: 40rem)");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const plots = [];
  let printing = false;

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

  // The colours of a figure are those of the page, whatever the figure itself leaves open.
  const template = () => {
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
    return {
      layout: {
        font: { color: colour("--ink"), family: colour("--sans"), size: 13 },
        colorway: colour("--series").split(/\s+/),
        xaxis: axis,
        yaxis: axis,
        scene: { xaxis: wall, yaxis: wall, zaxis: wall },
        legend: { bgcolor: "rgba(0,0,0,0)" },
        hoverlabel: { font: { family: colour("--sans") } },
      },
    };
  };

  const still = (value) => {
    if (Array.isArray(value)) return value.map(still);
    if (!value || typeof value !== "object") return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [key, key === "transition" ? { duration: 0 } : still(part)]),
    );
  };

  const dressed = ({ data, layout = {}, frames, config }) => {
    const small = narrow.matches && !printing;
    const shown = calm.matches ? still(layout) : layout;
    return {
      data: structuredClone(data),
      frames,
      layout: {
        margin: small ? { l: 44, r: 12, t: 16, b: 44 } : { l: 60, r: 20, t: 20, b: 52 },
        height: small ? 320 : 420,
        ...structuredClone(shown),
        ...(small ? { legend: { ...shown.legend, orientation: "h", x: 0, y: -0.2, xanchor: "left", yanchor: "top" } } : {}),
        width: printing ? 660 : undefined,
        autosize: !printing,
        paper_bgcolor: "rgba(0,0,0,0)",
        plot_bgcolor: "rgba(0,0,0,0)",
        template: template(),
      },
      config: { ...config, responsive: true, displaylogo: false, staticPlot: printing },
    };
  };

  const redraw = () => Promise.all(plots.map(({ place, figure }) => Plotly.react(place, dressed(figure))));

  const unpacked = async (packed) => {
    const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
  };

  const draw = async () => {
    const packed = document.getElementById("plotly");
    if (!packed) return;
    const library = document.createElement("script");
    library.textContent = await unpacked(packed.textContent);
    packed.remove();
    document.head.append(library);
    for (const place of document.querySelectorAll(".plot")) {
      const figure = JSON.parse(place.parentElement.querySelector("script").textContent);
      await Plotly.newPlot(place, dressed(figure));
      place.dataset.drawn = "true";
      plots.push({ place, figure });
    }
    dark.addEventListener("change", redraw);
    narrow.addEventListener("change", redraw);
    addEventListener("beforeprint", () => {
      printing = true;
      page.classList.add("printing");
      redraw();
    });
    addEventListener("afterprint", () => {
      printing = false;
      page.classList.remove("printing");
      redraw();
    });
    page.dataset.drawn = "true";
  };
  draw();
})();
