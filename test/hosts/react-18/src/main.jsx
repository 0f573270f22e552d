import { Profiler, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Statistics } from './Statistics.jsx';

let renders = 0;

/** Counts renders where React does not see it, so that counting causes none. */
function count() {
  renders += 1;
  document.querySelector('#renders').textContent = String(renders);
}

/** The rest of the application: shows the statistics and takes them away again. */
function App() {
  const [isShown, setShown] = useState(false);
  return (
    <>
      <button type="button" id="toggle" onClick={() => setShown(!isShown)}>
        Statistics
      </button>
      <Profiler id="statistics" onRender={count}>
        {isShown && <Statistics />}
      </Profiler>
    </>
  );
}

createRoot(document.querySelector('#root')).render(<App />);
