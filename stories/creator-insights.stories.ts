import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/define/creator-insights.js';
import { creatorStats } from './support/creator-data.js';
import { show } from './support/show.js';
import { filteredToNothing, loading, refreshFailed, serverError, signedOut, stale } from './support/states.js';

const TAG = 'creator-insights';

const meta: Meta = {
  title: 'Creator/Insights',
  component: TAG,
  render: (args) => show(TAG, args),
  args: { provider: 'creator-engagement-stats' },
  parameters: { ofSize: creatorStats },
};
export default meta;

type Story = StoryObj;

export const Example: Story = {
  name: 'Twelve explorations',
  args: { data: creatorStats(12) },
};
export const NothingStandsOut: Story = { args: { data: creatorStats(1) } };
export const RightToLeft: Story = { args: { data: creatorStats(12), lang: 'ar', dir: 'rtl' } };
export const Loading: Story = loading;
export const FilteredToNothing: Story = filteredToNothing({ data: creatorStats(12) }, 'exploration');
export const Stale: Story = stale(creatorStats(12));
export const RefreshFailed: Story = refreshFailed(creatorStats(12));
export const ServerError: Story = serverError;
export const SignedOut: Story = signedOut;
