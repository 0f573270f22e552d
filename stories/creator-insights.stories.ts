import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/define/creator-insights.js';
import { creatorStats } from './support/creator-data.js';
import { neverAnswers, show } from './support/show.js';

const TAG = 'creator-insights';

const meta: Meta = {
  title: 'Creator/Insights',
  component: TAG,
  tags: ['autodocs'],
  render: (args) => show(TAG, args),
  args: { provider: 'creator-engagement-stats' },
};
export default meta;

type Story = StoryObj;

export const TwelveExplorations: Story = { args: { data: creatorStats(12) } };
export const NothingStandsOut: Story = { args: { data: creatorStats(1) } };
export const Loading: Story = { args: { ...neverAnswers } };
export const ServerError: Story = { args: { src: '/no-such-handler.json' } };
export const RightToLeft: Story = { args: { data: creatorStats(12), lang: 'ar', dir: 'rtl' } };
