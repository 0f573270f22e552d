/**
 * What the page's parts import to have the worker: its text, a way to run it in the page, and a say in how files beside the script load.
 */
export const WORKER_PARTS = 'learner-elements:worker';

/** Where files beside a script leave their parts, by the script that they are of. */
const GLOBAL = 'LearnerElementsParts';

/**
 * One script of several CommonJS parts. Each is a function, and so has a text: the worker's script is put together at run time from
 * those that the worker's entry needs. Parts in files beside the script join them when they are asked for, there and here. A second copy
 * leaves the first one's global alone, and the page's own of that name. On a server it does nothing.
 */
export function joinedParts(parts, { page, worker, global, name, key, isBeside, isFile }) {
  const ids = idsOf(parts);
  const inside = [...parts.keys()].filter((part) => !isBeside(nameOf(part)));
  const files = [...parts.keys()].filter((part) => isFile(nameOf(part)));
  const needed = [...closure(parts, worker)];
  if (needed.some((part) => nameOf(part) === 'page')) throw new Error(`${name}: the worker asks for what the page alone has.`);
  const worked = needed.map((part) => ids.get(part));
  return `(function () {
  if (typeof window === 'undefined') return;
  var parts = {${inside.map((part) => `${ids.get(part)}: ${functionOf(parts.get(part), ids)}`).join(',\n')}};
  var files = {${files.map((part) => `${ids.get(part)}: '${fileOf(name, part)}'`).join(', ')}};
  var key = '${key} ';
  function start(parts, files, key, self, entry, fetchFile, more) {
    var loaded = {};
    function take(id) {
      var found = (globalThis.${GLOBAL} || {})[key + files[id]];
      if (found && !parts[id]) Object.assign(parts, found);
      return !!parts[id];
    }
    function require(id) {
      if (more && id === ${JSON.stringify(WORKER_PARTS)}) return more;
      if (!loaded[id]) {
        loaded[id] = { exports: {} };
        parts[id](require, loaded[id].exports, loaded[id], self);
      }
      return loaded[id].exports;
    }
    require.take = take;
    require.load = function (id) {
      return Promise.resolve(take(id) || fetchFile(files[id])).then(function () {
        if (!take(id)) throw new Error(files[id] + ': expected the file of this version');
        return require(id);
      });
    };
    return entry < 0 ? require : require(entry);
  }
  function inWorker(base) {
    var types;
    return function (name) {
      return new Promise(function (resolve) {
        if (!base) throw new Error(name + ': not known where it is');
        if (self.trustedTypes && !types)
          types = self.trustedTypes.createPolicy('learner-elements', { createScriptURL: function (url) { return url; } });
        importScripts(types ? types.createScriptURL(base + name) : base + name);
        resolve();
      });
    };
  }
  // Nothing here may bear the name of a global that a part uses.
  var fetchFile;
  function load(name) { return fetchFile(name); }
  var ofWorker = [${worked.join(', ')}];
  var before = start(parts, files, key, window, -1, load);
  var exports = start(parts, files, key, window, ${ids.get(page)}, load, {
    loadBy: function (loader) { fetchFile = loader; },
    workerText: function (base, isWhole) {
      var missing = ofWorker.filter(function (id) { return !before.take(id) && files[id]; });
      return Promise.all(isWhole ? missing.map(function (id) { return load(files[id]).catch(function () {}); }) : []).then(function () {
        var texts = ofWorker.filter(before.take).map(function (id) { return id + ':' + parts[id]; });
        var given = [JSON.stringify(files), JSON.stringify(key), 'self', ${ids.get(worker)}, '(' + inWorker + ')(' + JSON.stringify(base || '') + ')'];
        return '(' + start + ')({' + texts.join() + '},' + given.join() + ')';
      });
    },
    runWorker: function (port) {
      start(parts, files, key, port, ${ids.get(worker)}, load);
    }
  });
  if (!('${global}' in window)) window.${global} = exports;
})();`;
}

/**
 * The files beside that script, by their names without ending: each leaves its parts where the script looks for those of its own version.
 * What several need, and the script does not, is in each of them.
 */
export function besideParts(parts, { name, key, isBeside, isFile }) {
  const ids = idsOf(parts);
  return [...parts.keys()]
    .filter((part) => isFile(nameOf(part)))
    .map((part) => {
      const needed = [...closure(parts, part, AT_ONCE)].filter((other) => isBeside(nameOf(other)));
      return [
        fileOf(name, part).slice(0, -'.js'.length),
        `(function (self) {
  (self.${GLOBAL} = self.${GLOBAL} || {})['${key} ${fileOf(name, part)}'] = {${needed.map((other) => `${ids.get(other)}: ${functionOf(parts.get(other), ids)}`).join(',\n')}};
})(typeof self === 'undefined' ? {} : self);`,
      ];
    });
}

function nameOf(part) {
  return part.slice(2, -'.js'.length);
}

function fileOf(script, part) {
  return `${script}.${nameOf(part)}.js`;
}

function idsOf(parts) {
  return new Map([...parts.keys()].map((name, index) => [name, index]));
}

/** The last is given by no caller: a minifier shortens its name, where it would write `void 0` more than a thousand times. */
function functionOf(code, ids) {
  return `function (require, exports, module, self, undefined) {\n${numbered(code, ids)}\n}`;
}

const REQUIRED = /\b(require|import)\(["'](\.\/[^"']+)["']\)/g;
const AT_ONCE = /\b(require)\(["'](\.\/[^"']+)["']\)/g;

/** The part and all that it may ask for, at once or later. */
function closure(parts, entry, how = REQUIRED, found = new Set()) {
  if (found.has(entry)) return found;
  found.add(entry);
  for (const [, , name] of parts.get(entry).matchAll(how)) if (parts.has(name)) closure(parts, name, how, found);
  return found;
}

function numbered(code, ids) {
  return code.replace(REQUIRED, (_, how, name) => `${how === 'import' ? 'require.load' : 'require'}(${ids.get(name)})`);
}
