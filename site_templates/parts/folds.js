/**
 * Open what hides the place that the address of a page names, now and whenever that changes.
 * Browsers of today do so by themselves, older ones do not.
 */
export function openFolds() {
  const open = () => openAround(location.hash.slice(1));
  addEventListener("hashchange", open);
  open();
}

/**
 * Open all that hides a place, and show it.
 * @param {string} id
 */
export function openAround(id) {
  const place = document.getElementById(id);
  let fold = place?.closest("details:not([open])");
  if (!fold) return;
  for (; fold; fold = fold.parentElement?.closest("details:not([open])"))
    fold.setAttribute("open", "");
  place?.scrollIntoView();
}
