import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/define/stats-filter-bar.js';
import { activeCourse, activeRows } from './support/at-risk-activity.js';
import { STORY_NOW } from './support/at-risk-data.js';
import { creatorStats } from './support/creator-data.js';
import { show } from './support/show.js';

const TAG = 'stats-filter-bar';

const meta: Meta = {
  title: 'Filters/Filter bar',
  component: TAG,
  tags: ['autodocs'],
  render: (args) => show(TAG, args),
  args: { provider: 'tables', now: STORY_NOW },
  parameters: { ofSize: activeRows },
};
export default meta;

type Story = StoryObj;

export const Course: Story = { args: { data: activeCourse(60) } };
export const RulesOfAspects: Story = { args: { data: activeCourse(60), rules: 'aspects-v8' } };
export const Explorations: Story = { args: { provider: 'creator-engagement-stats', data: creatorStats(12) } };
export const RightToLeft: Story = { args: { data: activeCourse(60), lang: 'ar', dir: 'rtl' } };
