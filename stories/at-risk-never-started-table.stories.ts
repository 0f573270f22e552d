import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/define/at-risk-never-started-table.js';
import { course, STORY_NOW, withNeverStarted } from './support/at-risk-data.js';
import { show } from './support/show.js';
import { filteredToNothing, loading, refreshFailed, serverError, signedOut, stale } from './support/states.js';

const TAG = 'at-risk-never-started-table';

const meta: Meta = {
  title: 'At risk/Never started',
  component: TAG,
  render: (args) => show(TAG, args),
  args: { provider: 'tables', now: STORY_NOW },
  parameters: { ofSize: withNeverStarted },
};
export default meta;

type Story = StoryObj;

export const Example: Story = {
  name: 'Sixty learners',
  args: { data: withNeverStarted(60) },
};
export const EverybodyStarted: Story = { args: { data: course(18) } };
export const RightToLeft: Story = { args: { data: withNeverStarted(60), lang: 'ar', dir: 'rtl' } };
export const Loading: Story = loading;
export const FilteredToNothing: Story = filteredToNothing({ data: withNeverStarted(60) }, 'track');
export const Stale: Story = stale(withNeverStarted(60));
export const RefreshFailed: Story = refreshFailed(withNeverStarted(60));
export const ServerError: Story = serverError;
export const SignedOut: Story = signedOut;
