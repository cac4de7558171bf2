// Runs before the page is drawn, so that hidden code does not flash.
try {
  if (localStorage.getItem("reluctant.code") === "hidden") document.documentElement.classList.add("no-code");
} catch {
  // A page may be kept from remembering.
}
