import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/define/creator-engagement-chart.js';
import { creatorStats, withoutTime } from './support/creator-data.js';
import { show } from './support/show.js';
import { filteredToNothing, loading, refreshFailed, serverError, signedOut, stale } from './support/states.js';

const TAG = 'creator-engagement-chart';

const meta: Meta = {
  title: 'Creator/Engagement chart',
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
export const OneExploration: Story = { args: { data: creatorStats(1) } };
export const TwoHundredExplorations: Story = { args: { data: creatorStats(200) } };
export const NoTimeRecorded: Story = { args: { data: withoutTime(8) } };
export const NoExplorationYet: Story = { args: { data: creatorStats(0) } };
export const WrongData: Story = { args: { data: { explorations: [{ id: 'exp1', title: 'Fractions', completion_rate: '85%' }] } } };
export const NothingNamed: Story = { args: {} };
export const RightToLeft: Story = { args: { data: creatorStats(8), lang: 'ar', dir: 'rtl' } };
export const Loading: Story = loading;
export const FilteredToNothing: Story = filteredToNothing({ data: creatorStats(12) }, 'exploration');
export const Stale: Story = stale(creatorStats(12));
export const RefreshFailed: Story = refreshFailed(creatorStats(12));
export const ServerError: Story = serverError;
export const SignedOut: Story = signedOut;
