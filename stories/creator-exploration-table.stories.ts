import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/define/creator-exploration-table.js';
import { creatorStats } from './support/creator-data.js';
import { show } from './support/show.js';
import { filteredToNothing, loading, refreshFailed, serverError, signedOut, stale } from './support/states.js';

const TAG = 'creator-exploration-table';

const meta: Meta = {
  title: 'Creator/Exploration table',
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
export const FiveThousandExplorations: Story = { args: { data: creatorStats(5000) } };
export const NoExplorationYet: Story = { args: { data: creatorStats(0) } };
export const RightToLeft: Story = { args: { data: creatorStats(8), lang: 'ar', dir: 'rtl' } };
export const Loading: Story = loading;
export const FilteredToNothing: Story = filteredToNothing({ data: creatorStats(12) }, 'exploration');
export const Stale: Story = stale(creatorStats(12));
export const RefreshFailed: Story = refreshFailed(creatorStats(12));
export const ServerError: Story = serverError;
export const SignedOut: Story = signedOut;
