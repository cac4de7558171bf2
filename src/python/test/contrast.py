"""Contrast in a page, as WCAG 2 defines it: the quotient of two colours' lights."""

LIGHT = """
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\\d.]+/g).map((part) => part / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
"""

# The least contrast of any text in what a selector finds, over papers that may let others shine through.
LEAST = """(selector) => {
  const rgba = (colour) => { const parts = colour.match(/[\\d.]+/g).map(Number); return parts.length < 4 ? [...parts, 1] : parts; };
  const over = ([r, g, b, a], [R, G, B]) => [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a)];
  const paper = (element) => (element ? over(rgba(getComputedStyle(element).backgroundColor), paper(element.parentElement)) : [255, 255, 255]);""" + LIGHT + """
  const contrasts = [];
  for (const found of document.querySelectorAll(selector))
    for (const element of [found, ...found.querySelectorAll("*")])
      if ([...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim())) {
        const under = paper(element);
        const [low, high] = [over(rgba(getComputedStyle(element).color), under), under].map((colour) => light(colour.join())).sort((a, b) => a - b);
        contrasts.push(high / low);
      }
  return Math.min(...contrasts);
}"""
