import { testStories } from './each-story.js';

// Stories of at-risk tables and pages; files of their own, so that each is done in time.
await testStories(/stories\/at-risk-(?!.*-chart\.)/);
