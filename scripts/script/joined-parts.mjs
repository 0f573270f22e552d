/** What the page's parts import to have the worker: its text, and a way to run it in the page. */
export const WORKER_PARTS = 'learner-elements:worker';

/**
 * One script of several CommonJS parts. Each is a function, and so has a text: the worker's script is put together at run time from
 * those that the worker's entry needs. A second copy leaves the first one's global alone, and the page's own of that name. On a server it
 * does nothing.
 */
export function joinedParts(parts, { page, worker, global }) {
  const needed = [...closure(parts, worker)];
  const ids = new Map([...parts.keys()].map((name, index) => [name, index]));
  const functions = [...parts].map(([, code]) => `function (require, exports, module, self) {\n${numbered(code, ids)}\n}`);
  return `(function () {
  if (typeof window === 'undefined') return;
  var parts = [${functions.join(',\n')}];
  var workerParts = [${needed.map((name) => ids.get(name)).join(', ')}];
  function start(parts, self, entry, more) {
    var loaded = {};
    function require(id) {
      if (more && id === ${JSON.stringify(WORKER_PARTS)}) return more;
      if (!loaded[id]) {
        loaded[id] = { exports: {} };
        parts[id](require, loaded[id].exports, loaded[id], self);
      }
      return loaded[id].exports;
    }
    return require(entry);
  }
  var exports = start(parts, window, ${ids.get(page)}, {
    get WORKER_TEXT() {
      var texts = workerParts.map(function (id) { return id + ':' + parts[id]; });
      return '(' + start + ')({' + texts.join() + '},self,${ids.get(worker)})';
    },
    runWorker: function (port) {
      start(parts, port, ${ids.get(worker)});
    }
  });
  if (!('${global}' in window)) window.${global} = exports;
})();`;
}

function closure(parts, entry, found = new Set()) {
  if (found.has(entry)) return found;
  found.add(entry);
  for (const [, name] of parts.get(entry).matchAll(REQUIRED)) if (parts.has(name)) closure(parts, name, found);
  return found;
}

const REQUIRED = /require\("(\.\/[^"]+)"\)/g;

function numbered(code, ids) {
  return code.replace(REQUIRED, (_, name) => `require(${ids.get(name)})`);
}
