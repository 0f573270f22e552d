export { namesOf } from './clause-names.js';
export { loadDefinitions, localEntries } from '../../localize/definitions.js';
export { goToCounted, renderCounted } from './counted.js';
export { badgeItems } from './badge-items.js';
export { namedClauseText } from './named-clause.js';
export { lower, placeBeside, raise } from './top-layer.js';
export { copyLink } from './share.js';
export { viewItems, widgetMenu } from './widget-menu.js';
export { wholeItems } from './exporting.js';
