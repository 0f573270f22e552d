import { testStories } from './each-story.js';

// Stories of everything else; files of their own, so that each is done in time.
await testStories(/stories\/(?!at-risk-)/);
