export { namesOf } from '../clauses/clause-names.js';
export { loadDefinitions, localEntries } from '../../../localize/definitions.js';
export { goToCounted, renderCounted } from './counted.js';
export { badgeItems } from '../clauses/badge-items.js';
export { namedClauseText } from '../clauses/named-clause.js';
export { lower, placeBeside, raise } from '../focus/top-layer.js';
export { copyLink } from '../address/share.js';
export { viewItems, widgetMenu } from './widget-menu.js';
export { wholeItems } from './exporting.js';
