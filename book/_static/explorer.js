// Explorers in the book: a slider chooses one of the pictures that were drawn when the book was built.
// Each <section class="labkit-explorer"> carries its own pictures; several on a page do not know of one another.
document.querySelectorAll("section.labkit-explorer").forEach((explorer) => {
  const store = explorer.querySelector('script[type="application/json"]');
  if (!store) return;
  const frames = JSON.parse(store.textContent);
  const picture = explorer.querySelector(".labkit-explorer-picture");
  const words = explorer.querySelector(".labkit-explorer-words");
  const sliders = [...explorer.querySelectorAll('input[type="range"]')];

  const show = () => {
    let index = 0; // the last slider moves fastest
    for (const slider of sliders) {
      const options = JSON.parse(slider.dataset.options);
      const chosen = options[slider.valueAsNumber];
      slider.setAttribute("aria-valuetext", chosen);
      slider.parentElement.querySelector("output").textContent = chosen;
      index = index * options.length + slider.valueAsNumber;
    }
    picture.src = frames[index].src;
    picture.alt = frames[index].alt;
    return frames[index].alt;
  };

  show(); // a reloaded page may remember where its sliders stood
  for (const slider of sliders) slider.addEventListener("input", () => { words.textContent = show(); });
  explorer.querySelector(".labkit-explorer-sliders").hidden = false;
});
