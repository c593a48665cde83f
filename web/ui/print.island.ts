/** Buttons that print this page. Without this script they do not show; browsers have their own menu for it. */
document.documentElement.dataset.scripted = '';
document.addEventListener('click', (event) => {
  if (event.target instanceof Element && event.target.closest('[data-print]')) window.print();
});

export {};
