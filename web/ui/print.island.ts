/** Buttons that print this page. Without this script they do not show; browsers have their own menu for it. */
document.documentElement.dataset.scripted = '';
document.addEventListener('click', (event) => {
  if (event.target instanceof Element && event.target.closest('[data-print]')) window.print();
});

// What is folded on the screen is read on paper.
window.addEventListener('beforeprint', () => {
  for (const fold of document.querySelectorAll('details')) fold.open = true;
});

export {};
