import './creator.js';
import './at-risk.js';

export * from './api.js';
