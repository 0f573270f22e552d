const main = document.querySelector('main');
document.querySelector('#toggle').addEventListener('click', async () => {
  if (main.childElementCount > 0) return main.replaceChildren();
  const { showStatistics } = await import('./statistics.js');
  return showStatistics(main);
});
