import type { StorybookConfig } from '@storybook/web-components-vite';
import { stateIndexer, stateStories } from './state-stories.js';

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  experimental_indexers: (existing = []) => [stateIndexer, ...existing],
  viteFinal: (vite) => ({ ...vite, plugins: [stateStories(), ...(vite.plugins ?? [])] }),
};

export default config;
