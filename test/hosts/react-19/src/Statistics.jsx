import { useRef, useState } from 'react';
import 'learner-elements/define/stats-dataset.js';
import 'learner-elements/define/creator-engagement-chart.js';
import 'learner-elements/define/creator-trend-chart.js';

export function Statistics() {
  const [chosen, setChosen] = useState('none');
  const [isPublished, setPublished] = useState(false);
  const dataset = useRef(null);

  function filter() {
    const detail = { origin: 'my-page', field: 'status', ...(isPublished ? {} : { in: ['public'] }) };
    dataset.current.dispatchEvent(new CustomEvent('stats-filter', { detail, bubbles: true, cancelable: true }));
    setPublished(!isPublished);
  }

  return (
    <>
      <stats-dataset ref={dataset} provider="oppia" src="/creatordashboardhandler/data" events="/oppia/events.ndjson">
        <creator-engagement-chart onstats-filter={({ detail }) => setChosen(detail.in?.join(', ') ?? 'none')}></creator-engagement-chart>
        <creator-trend-chart></creator-trend-chart>
      </stats-dataset>
      <button type="button" id="published" aria-pressed={isPublished} onClick={filter}>
        Published ones only
      </button>
      <p>
        Chosen: <output id="chosen">{chosen}</output>
      </p>
    </>
  );
}
