/** The rest of the page: shows the statistics and takes them away again. */
const main = document.querySelector('main');
document.querySelector('#toggle').addEventListener('click', () => {
  if (main.childElementCount > 0) return main.replaceChildren();
  main.append(document.querySelector('template').content.cloneNode(true));
  return setUpStatistics(main);
});
