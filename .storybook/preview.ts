import { html } from 'lit';
import type { Preview } from '@storybook/web-components-vite';
import { setCustomElementsManifest } from '@storybook/web-components-vite';
import { withActions } from 'storybook/actions/decorator';
import manifest from '../custom-elements.json' with { type: 'json' };
import { controlsOf } from './controls.js';
import TagPage from './tag-page.mdx';

setCustomElementsManifest(manifest);

const EVENTS = ['filter', 'filter-change', 'load', 'progress', 'error', 'select', 'contact', 'export'];

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    a11y: { test: 'error' },
    actions: { handles: EVENTS.map((name) => `stats-${name}`) },
    controls: { expanded: true, sort: 'requiredFirst' },
    docs: { page: TagPage },
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
    withActions,
    (story, { args, globals, parameters }) => {
      const ofSize = parameters['ofSize'] as ((rows: number) => unknown) | undefined;
      const rows = Number(globals['size']);
      const sized = ofSize !== undefined && args['data'] !== undefined && Number.isInteger(rows);
      const drawn = sized ? story({ args: { ...args, data: ofSize(rows) } }) : story();
      return html`<div class="stage ${globals['scheme']}" dir=${globals['direction']} lang=${globals['language']}>${drawn}</div>`;
    },
  ],
};

export default preview;

function toolbar(title: string, icon: 'transfer' | 'contrast' | 'globe' | 'database', choices: Readonly<Record<string, string>>) {
  const items = Object.entries(choices).map(([value, label]) => ({ value, title: label }));
  return { description: title, toolbar: { title, icon, items, dynamicTitle: true } };
}
