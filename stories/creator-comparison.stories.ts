import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/define/creator-comparison.js';
import { creatorStats } from './support/creator-data.js';
import { creatorReport } from './support/creator-report.js';
import { neverAnswers, show } from './support/show.js';

const TAG = 'creator-comparison';

const meta: Meta = {
  title: 'Creator/Comparison',
  component: TAG,
  tags: ['autodocs'],
  render: (args) => show(TAG, args),
  args: { provider: 'oppia' },
};
export default meta;

type Story = StoryObj;

export const WithTheAverage: Story = { args: { data: creatorReport(6) } };
export const TwoExplorations: Story = { args: { data: creatorReport(6), exploration: 'story_0002', 'compare-with': 'story_0003' } };
export const CountedByTheHost: Story = { args: { provider: 'creator-engagement-stats', data: creatorStats(12) } };
export const NoExploration: Story = { args: { data: creatorReport(0) } };
export const Loading: Story = { args: { ...neverAnswers } };
export const ServerError: Story = { args: { src: '/no-such-handler.json' } };
export const RightToLeft: Story = { args: { data: creatorReport(6), lang: 'ar', dir: 'rtl' } };
