import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/define/at-risk-dashboard.js';
import { activeCourse, activeRows } from './support/at-risk-activity.js';
import { STORY_NOW, course } from './support/at-risk-data.js';
import { show } from './support/show.js';
import { streamedCourse } from './support/sources.js';
import type { StatesOf } from './support/state-names.js';

const TAG = 'at-risk-dashboard';

const meta: Meta = {
  title: 'At risk/Dashboard',
  component: TAG,
  render: (args) => show(TAG, args),
  argTypes: {
    tab: { control: 'select', options: ['overview', 'enrollment', 'pages', 'problems', 'videos', 'performance', 'help'] },
    heading: { control: 'text' },
    contact: { control: 'boolean' },
  },
  args: { provider: 'tables', now: STORY_NOW, data: activeCourse(60) },
  parameters: {
    ofSize: activeRows,
    states: {
      data: activeCourse(60),
      soFar: streamedCourse(),
      empty: { data: course(0) },
      nobody: { data: course(1) },
      names: { data: course(18, { names: false }) },
      field: 'track',
    } satisfies StatesOf,
  },
};
export default meta;

type Story = StoryObj;

export const Overview: Story = { args: { heading: 'Introduction to programming', contact: true } };
export const Enrollment: Story = { args: { tab: 'enrollment' } };
export const Pages: Story = { args: { tab: 'pages' } };
export const Problems: Story = { args: { tab: 'problems' } };
export const Videos: Story = { args: { tab: 'videos' } };
export const Performance: Story = { args: { tab: 'performance' } };
export const Help: Story = { args: { tab: 'help' } };
