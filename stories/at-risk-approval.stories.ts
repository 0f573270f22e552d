import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/define/at-risk-approval.js';
import { course, STORY_NOW, withPassMark } from './support/at-risk-data.js';
import { show } from './support/show.js';
import { filteredToNothing, loading, refreshFailed, serverError, signedOut, stale } from './support/states.js';

const TAG = 'at-risk-approval';

const meta: Meta = {
  title: 'At risk/Approval',
  component: TAG,
  render: (args) => show(TAG, args),
  args: { provider: 'tables', now: STORY_NOW },
  parameters: { ofSize: withPassMark },
};
export default meta;

type Story = StoryObj;

export const Example: Story = {
  name: 'Sixty learners',
  args: { data: withPassMark(60) },
};
export const NoPassMark: Story = { args: { data: course(60) } };
export const NobodyEnrolled: Story = { args: { data: course(0) } };
export const RightToLeft: Story = { args: { data: withPassMark(60), lang: 'ar', dir: 'rtl' } };
export const Loading: Story = loading;
export const FilteredToNothing: Story = filteredToNothing({ data: withPassMark(60) }, 'track');
export const Stale: Story = stale(withPassMark(60));
export const RefreshFailed: Story = refreshFailed(withPassMark(60));
export const ServerError: Story = serverError;
export const SignedOut: Story = signedOut;
