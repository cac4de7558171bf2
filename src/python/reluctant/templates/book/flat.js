"use strict";
// Plotly draws surfaces with WebGL alone. Where a browser has none, colours show the heights, seen from above.
const withoutWebGL = (place, figure) => {
  const { data, layout = {}, frames } = figure;
  const [surface] = data;
  if (data.length !== 1 || surface.type !== "surface" || document.createElement("canvas").getContext("webgl")) return figure;

  const { x, y, z, colorscale, cmin, cmax, hovertemplate, hoverlabel } = surface;
  const { scene = {}, margin, ...rest } = layout;
  const axis = (side) => ({ title: scene[side]?.title, constrain: "domain" });
  const contour = {
    type: "contour",
    ...{ x, y, z, colorscale, hovertemplate, hoverlabel },
    ...(cmin === undefined ? {} : { zmin: cmin, zmax: cmax }),
    contours: { coloring: "heatmap" },
    colorbar: { title: scene.zaxis?.title },
  };
  place.parentElement.querySelector("figcaption")?.append(". Seen from above, since this browser has no WebGL.");
  return {
    ...figure,
    data: [contour],
    layout: { ...rest, xaxis: axis("xaxis"), yaxis: { ...axis("yaxis"), scaleanchor: "x" } },
    frames: frames?.map((frame) => ({ ...frame, data: frame.data.map(({ z }) => ({ z })) })),
  };
};
