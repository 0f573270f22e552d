import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/define/at-risk-track-chart.js';
import { course, STORY_NOW } from './support/at-risk-data.js';
import { show } from './support/show.js';
import { filteredToNothing, loading, refreshFailed, serverError, signedOut, stale } from './support/states.js';

const TAG = 'at-risk-track-chart';

const meta: Meta = {
  title: 'At risk/Track chart',
  component: TAG,
  render: (args) => show(TAG, args),
  args: { provider: 'tables', now: STORY_NOW },
  parameters: { ofSize: course },
};
export default meta;

type Story = StoryObj;

export const Example: Story = {
  name: 'Three tracks',
  args: { data: course(120) },
};
export const NobodyAtRisk: Story = { args: { data: course(1) } };
export const NobodyEnrolled: Story = { args: { data: course(0) } };
export const RightToLeft: Story = { args: { data: course(120), lang: 'ar', dir: 'rtl' } };
export const Loading: Story = loading;
export const FilteredToNothing: Story = filteredToNothing({ data: course(120) }, 'track');
export const Stale: Story = stale(course(120));
export const RefreshFailed: Story = refreshFailed(course(120));
export const ServerError: Story = serverError;
export const SignedOut: Story = signedOut;
