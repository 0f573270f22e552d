import { showStatistics } from './statistics.js';

const main = document.querySelector('main');
document.querySelector('#toggle').addEventListener('click', () => {
  if (main.childElementCount > 0) main.replaceChildren();
  else showStatistics(main);
});
