import { html } from 'lit';
import type { Preview } from '@storybook/web-components-vite';
import { setCustomElementsManifest } from '@storybook/web-components-vite';
import manifest from '../custom-elements.json' with { type: 'json' };

setCustomElementsManifest(manifest);

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    a11y: { test: 'error' },
    controls: { expanded: true },
    layout: 'fullscreen',
  },
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
  },
  initialGlobals: { direction: 'ltr', scheme: 'light', language: 'en' },
  decorators: [
    (story, { globals }) =>
      html`<div class="stage ${globals['scheme']}" dir=${globals['direction']} lang=${globals['language']}>${story()}</div>`,
  ],
};

export default preview;

function toolbar(title: string, icon: 'transfer' | 'contrast' | 'globe', choices: Readonly<Record<string, string>>) {
  const items = Object.entries(choices).map(([value, label]) => ({ value, title: label }));
  return { description: title, toolbar: { title, icon, items, dynamicTitle: true } };
}
