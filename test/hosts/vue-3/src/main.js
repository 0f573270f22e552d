import { createApp } from 'vue';
import App from './App.vue';

let renders = 0;

/** Counts renders where Vue does not see it, so that counting causes none. */
function count() {
  renders += 1;
  document.querySelector('#renders').textContent = String(renders);
}

createApp(App).mixin({ mounted: count, updated: count }).mount('#root');
