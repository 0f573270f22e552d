import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/define/creator-demographics-chart.js';
import { creatorReport, withGroups } from './support/creator-report.js';
import { show } from './support/show.js';
import { filteredToNothing, loading, refreshFailed, serverError, signedOut, stale } from './support/states.js';

const TAG = 'creator-demographics-chart';

const meta: Meta = {
  title: 'Creator/Who the learners are',
  component: TAG,
  render: (args) => show(TAG, args),
  args: { provider: 'creator-engagement-stats' },
  parameters: { ofSize: creatorReport },
};
export default meta;

type Story = StoryObj;

export const Example: Story = {
  name: 'Small groups hidden',
  args: { data: withGroups() },
};
export const AllHidden: Story = { args: { data: withGroups(), 'min-group': '500' } };
export const NotRecorded: Story = { args: { provider: 'oppia', data: creatorReport(2) } };
export const RightToLeft: Story = { args: { data: withGroups(), lang: 'ar', dir: 'rtl' } };
export const Loading: Story = loading;
export const FilteredToNothing: Story = filteredToNothing({ data: withGroups() }, 'exploration');
export const Stale: Story = stale(withGroups());
export const RefreshFailed: Story = refreshFailed(withGroups());
export const ServerError: Story = serverError;
export const SignedOut: Story = signedOut;
