import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/define/at-risk-problem-engagement-chart.js';
import { activeCourse, activeRows } from './support/at-risk-activity.js';
import { course, STORY_NOW } from './support/at-risk-data.js';
import { show } from './support/show.js';
import { filteredToNothing, loading, refreshFailed, serverError, signedOut, stale } from './support/states.js';

const TAG = 'at-risk-problem-engagement-chart';

const meta: Meta = {
  title: 'At risk/Problem engagement chart',
  component: TAG,
  render: (args) => show(TAG, args),
  args: { provider: 'tables', now: STORY_NOW },
  parameters: { ofSize: activeRows },
};
export default meta;

type Story = StoryObj;

export const Example: Story = {
  name: 'Sixty learners',
  args: { data: activeCourse(60) },
};
export const NothingRecorded: Story = { args: { data: course(60) } };
export const NobodyAtRisk: Story = { args: { data: course(1) } };
export const NobodyEnrolled: Story = { args: { data: course(0) } };
export const RightToLeft: Story = { args: { data: activeCourse(60), lang: 'ar', dir: 'rtl' } };
export const Loading: Story = loading;
export const FilteredToNothing: Story = filteredToNothing({ data: activeCourse(60) }, 'track');
export const Stale: Story = stale(activeCourse(60));
export const RefreshFailed: Story = refreshFailed(activeCourse(60));
export const ServerError: Story = serverError;
export const SignedOut: Story = signedOut;
