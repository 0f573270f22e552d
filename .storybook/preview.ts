import { html } from 'lit';
import type { Preview } from '@storybook/web-components-vite';
import { setCustomElementsManifest } from '@storybook/web-components-vite';
import { action } from 'storybook/actions';
import { themes } from 'storybook/theming';
import manifest from '../custom-elements.json' with { type: 'json' };
import { configureWorker, connect } from '../src/workers/connect.js';
import { sizedAddress } from '../stories/support/sized.js';
import { controlsOf } from './controls.js';
import TagPage from './tag-page.mdx';

setCustomElementsManifest(manifest);

const EVENTS = ['filter', 'filter-change', 'load', 'progress', 'error', 'select', 'contact', 'export'];

/** Rows of data that the page itself reads. */
const MOST_IN_PAGE = 10_000;
const HOUR = 3_600_000;
let working: 'page' | 'worker' = 'page';

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    a11y: { test: 'error' },
    controls: { expanded: true, sort: 'requiredFirst' },
    docs: { page: TagPage, theme: themes.normal },
    layout: 'fullscreen',
    options: { storySort: { order: ['Looks', 'Guides', 'At risk', 'Creator', 'Filters'] } },
  },
  argTypesEnhancers: [({ component, argTypes }) => ({ ...argTypes, ...controlsOf(manifest, component) })],
  globalTypes: {
    direction: toolbar('Direction', 'transfer', { ltr: 'Left to right', rtl: 'Right to left' }),
    scheme: toolbar('Colour scheme', 'contrast', { light: 'Light', dark: 'Dark' }),
    language: toolbar('Language', 'globe', {
      en: 'English',
      ar: 'العربية',
      es: 'Español',
      fr: 'Français',
      hi: 'हिन्दी',
      'pt-BR': 'Português (Brasil)',
      'zh-Hans': '简体中文',
    }),
    size: toolbar('Data', 'database', {
      story: 'Data of the story',
      0: 'Empty',
      1: '1 row',
      12: '12 rows',
      5000: '5,000 rows',
      1000000: '1,000,000 rows (takes a while)',
    }),
  },
  initialGlobals: { direction: 'ltr', scheme: 'light', language: 'en', size: 'story' },
  decorators: [
    (story, { args, globals, parameters }) => {
      const ofSize = parameters['ofSize'] as ((rows: number) => unknown) | undefined;
      const rows = Number(globals['size']);
      const sized = ofSize !== undefined && args['data'] !== undefined && Number.isInteger(rows);
      const inWorker = sized && rows > MOST_IN_PAGE;
      workIn(inWorker ? 'worker' : 'page');
      const given = inWorker ? { data: undefined, src: sizedAddress(ofSize, rows) } : sized ? { data: ofSize(rows) } : {};
      const drawn = story({ args: { ...args, ...given } });
      return html`<div class="stage ${globals['scheme']}" dir=${globals['direction']} lang=${globals['language']}>${drawn}</div>`;
    },
  ],
};

// With their details, which are not among an event's own properties.
for (const name of EVENTS)
  document.addEventListener(`stats-${name}`, (event) => void action(event.type)((event as CustomEvent<unknown>).detail));

export default preview;

/**
 * Stories stand in for servers in the page, where the work is done therefore; so many rows that the page would stand still go to a worker.
 */
function workIn(place: 'page' | 'worker'): void {
  if (place === working) return;
  working = place;
  const create = (): Worker => {
    if (place === 'page') throw new Error('This story is answered in the page.');
    return new Worker(new URL('./story.worker.ts', import.meta.url), { type: 'module' });
  };
  configureWorker({ create, handshake: HOUR, patience: HOUR });
  connect().dispose();
}

function toolbar(title: string, icon: 'transfer' | 'contrast' | 'globe' | 'database', choices: Readonly<Record<string, string>>) {
  const items = Object.entries(choices).map(([value, label]) => ({ value, title: label }));
  return { description: title, toolbar: { title, icon, items, dynamicTitle: true } };
}
