import { useEffect, useRef, useState } from 'react';
import 'learner-elements/define/stats-dataset.js';
import 'learner-elements/define/creator-engagement-chart.js';
import 'learner-elements/define/creator-trend-chart.js';

/** Before React 19 an event of a custom element is heard by `addEventListener`. */
function useEvent(name, listener) {
  const element = useRef(null);
  useEffect(() => {
    const { current } = element;
    current.addEventListener(name, listener);
    return () => current.removeEventListener(name, listener);
  }, [name, listener]);
  return element;
}

export function Statistics() {
  const [chosen, setChosen] = useState('none');
  const [isPublished, setPublished] = useState(false);
  const chart = useEvent('stats-filter', useRef(({ detail }) => setChosen(detail.in?.join(', ') ?? 'none')).current);
  const dataset = useRef(null);

  function filter() {
    const detail = { origin: 'my-page', field: 'status', ...(isPublished ? {} : { in: ['public'] }) };
    dataset.current.dispatchEvent(new CustomEvent('stats-filter', { detail, bubbles: true, cancelable: true }));
    setPublished(!isPublished);
  }

  return (
    <>
      <stats-dataset ref={dataset} provider="oppia" src="/creatordashboardhandler/data" events="/oppia/events.ndjson">
        <creator-engagement-chart ref={chart}></creator-engagement-chart>
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
